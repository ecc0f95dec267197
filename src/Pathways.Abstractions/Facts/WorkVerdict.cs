namespace Pathways;

/// <summary>What the rules for minors at work say of some work: every rule that it breaks.</summary>
/// <param name="Findings">In the order of days, then of jurisdictions and their rules; empty when nothing is broken.</param>
public sealed record WorkVerdict(ImmutableArray<WorkFinding> Findings)
{
    /// <summary>Nothing is broken.</summary>
    public static WorkVerdict Clear { get; } = new(ImmutableArray<WorkFinding>.Empty);

    /// <summary>Whether nothing blocks; there may be warnings.</summary>
    public bool IsLawful => !Findings.Any(finding => finding.Severity == WorkSeverity.Block);

    /// <summary>What blocks, as refusals: one for each rule, with the sentence of the first day or week that breaks it and how many more there are.</summary>
    public ImmutableArray<Refusal> Refusals =>
    [
        .. Findings.Where(finding => finding.Severity == WorkSeverity.Block).GroupBy(finding => finding.Code, StringComparer.Ordinal).Select(same =>
            new Refusal(same.Key, same.Count() is var count and > 1 ? $"{same.First().Sentence} (And {count - 1} more times.)" : same.First().Sentence)),
    ];
}

/// <summary>What becomes of work that breaks a rule.</summary>
public enum WorkSeverity
{
    /// <summary>Somebody should look into it: the number was not compared with the law, or the rule is advice.</summary>
    Warn,

    /// <summary>The work must not be done so.</summary>
    Block,
}

/// <summary>What an amount counts.</summary>
public enum WorkUnit
{
    /// <summary>Minutes of work.</summary>
    Minutes,

    /// <summary>Days of work.</summary>
    Days,

    /// <summary>Years of age.</summary>
    Years,

    /// <summary>Students.</summary>
    Students,

    /// <summary>Hundredths.</summary>
    Percent,
}

/// <summary>By how much a rule is broken, or how much would cure it.</summary>
/// <param name="Count">How many, more than 0.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct WorkAmount(int Count, WorkUnit Unit)
{
    /// <summary>In words, such as <c>1 h 30 min</c>.</summary>
    public override string ToString() => Unit switch
    {
        WorkUnit.Minutes when Count >= 60 => Count % 60 == 0 ? $"{Count / 60} h" : $"{Count / 60} h {Count % 60} min",
        WorkUnit.Minutes => $"{Count} min",
        WorkUnit.Days => Count == 1 ? "1 day" : $"{Count} days",
        WorkUnit.Years => Count == 1 ? "1 year" : $"{Count} years",
        WorkUnit.Students => Count == 1 ? "1 student" : $"{Count} students",
        _ => $"{Count} %",
    };
}
