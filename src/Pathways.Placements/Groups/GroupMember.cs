namespace Pathways.Placements;

/// <summary>A student of a group that does something together.</summary>
/// <param name="Student">Who.</param>
/// <param name="Placement">What the host calls the placement that the student gets.</param>
/// <param name="Others">The student's other placements, as far as they have not ended.</param>
public sealed record GroupMember(StudentId Student, PlacementId Placement, ImmutableArray<Placement> Others);
