namespace Pathways.WorkRules;

/// <summary>The nearest lawful schedule within one that was asked for.</summary>
/// <param name="Schedule">
/// As much of what was asked for as is lawful: no minute of it can be added back without breaking a rule that blocks, breaking it by more, or at more times. Empty when a hazard, the age or
/// a missing paper bars all of it.
/// </param>
/// <param name="IfCured">The same, if everything in <paramref name="Barriers"/> were cured; lawful as to hours.</param>
/// <param name="Barriers">What blocks and no change of hours cures: hazards, kinds of work, age, papers.</param>
/// <param name="Verdict">What the rules say of <paramref name="Schedule"/>. Lawful, unless other work of the student breaks rules by itself.</param>
public sealed record LawfulSchedule(WorkSchedule Schedule, WorkSchedule IfCured, ImmutableArray<WorkFinding> Barriers, WorkVerdict Verdict);
