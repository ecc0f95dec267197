namespace Pathways;

/// <summary>The talk of student, company and career specialist after the work.</summary>
/// <param name="On">When.</param>
/// <param name="Student">Whether the student was there.</param>
/// <param name="Company">Whether somebody of the company was there.</param>
/// <param name="Specialist">Whether the career specialist was there.</param>
/// <param name="NextSteps">What follows, and who does it; may be empty, which says that nothing does.</param>
/// <param name="WhatWorked">What worked.</param>
/// <param name="NeedsAttention">What needs attention.</param>
public sealed record Debrief(
    LocalDate On, DebriefPresence Student, DebriefPresence Company, DebriefPresence Specialist, ImmutableArray<NextStep> NextSteps,
    Note? WhatWorked = null, Note? NeedsAttention = null);

/// <summary>Whether one side was at the debrief.</summary>
/// <param name="WasThere">Whether it was.</param>
/// <param name="Absence">Why not; needed for who was not there.</param>
public readonly record struct DebriefPresence(bool WasThere, ReasonCode? Absence = null)
{
    /// <summary>It was there.</summary>
    public static DebriefPresence Present { get; } = new(true);

    /// <summary>It was not there.</summary>
    /// <param name="reason">Why.</param>
    public static DebriefPresence AbsentFor(ReasonCode reason) => new(false, reason);
}

/// <summary>Something to be done after the debrief.</summary>
/// <param name="Text">What.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="DueOn">Until when.</param>
public sealed record NextStep(Note Text, ActorId Owner, LocalDate? DueOn = null);
