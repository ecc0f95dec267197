namespace Pathways;

/// <summary>Says whether the rules for minors at work permit a student to do the work of an opportunity.</summary>
/// <remarks>
/// A fact port: birth dates, school calendars, agreements and other work were gathered before, so that asking is pure. The same question gives
/// the same answer. For a placement, ask with the opportunity changed to what was agreed (<c>opportunity with { Schedule = ... }</c>).
/// </remarks>
public interface IWorkRules
{
    /// <summary>Judges the work of an opportunity, as it stands, for one student.</summary>
    /// <param name="student">Which student.</param>
    /// <param name="opportunity">The work: days, hours, hazards, pay.</param>
    /// <returns>Every rule that is broken; a student of whom nothing is known is not cleared, and a finding says so.</returns>
    WorkVerdict Assess(StudentId student, Opportunity opportunity);
}
