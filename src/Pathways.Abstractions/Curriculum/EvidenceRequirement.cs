namespace Pathways;

/// <summary>What a student hands in to show that an activity was done.</summary>
/// <param name="Kind">What sort of artifact.</param>
/// <param name="Count">How many, 1 or more.</param>
/// <param name="MustBeAccepted">Whether somebody must have accepted it; otherwise handing it in is enough.</param>
/// <param name="DueDays">How many days after the experience it is due, 0 or more; <see langword="null"/> for the end of the activity's window.</param>
public sealed record EvidenceRequirement(ArtifactKind Kind, int Count = 1, bool MustBeAccepted = true, int? DueDays = null);
