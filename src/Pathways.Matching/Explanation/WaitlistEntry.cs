namespace Pathways.Matching;

/// <summary>A student who would rather be at an opportunity than where they are.</summary>
/// <remarks>For school staff: it names the student.</remarks>
/// <param name="Student">Who.</param>
/// <param name="Place">The place on the waitlist, from 1.</param>
/// <param name="Rank">The place of the opportunity in the student's list, from 1.</param>
/// <param name="Standing">Where the student stands in the eyes of the opportunity.</param>
public readonly record struct WaitlistEntry(StudentId Student, int Place, int Rank, Standing Standing);
