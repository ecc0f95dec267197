namespace Pathways;

/// <summary>What somebody of school or industry does for an activity.</summary>
/// <param name="Role">Who.</param>
/// <param name="Text">What, in words.</param>
/// <param name="Responsibility">How they are involved.</param>
/// <param name="Phase">When it is due, seen from the activity.</param>
/// <param name="Days">How many days before its window opens, or after it closes, 0 or more; <see langword="null"/> for no day in particular.</param>
public sealed record ParticipantTask(Role Role, string Text, Responsibility Responsibility, TaskPhase Phase, int? Days = null);
