namespace Pathways;

/// <summary>One rule for minors at work that some work breaks, on one day, in one week or over some days.</summary>
public sealed record WorkFinding
{
    /// <summary>Public and stable, such as <c>work.federal.hours-school-week</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whose rule it is, such as <c>US</c> or <c>US-MA</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Where the rule stands, such as <c>29 CFR 570.35(a)(3)</c>; empty where no rule is meant, such as for an unknown calendar.</summary>
    public required string Citation { get; init; }

    /// <summary>The rule and how it is broken, in words a school secretary understands; never the birth date.</summary>
    public required string Sentence { get; init; }

    /// <summary>Whether it blocks or warns.</summary>
    public required WorkSeverity Severity { get; init; }

    /// <summary>The day, the week, or the first and the last day on which it is broken.</summary>
    public required DateInterval When { get; init; }

    /// <summary>By how much; <see langword="null"/> where there is no more or less.</summary>
    public WorkAmount? By { get; init; }

    /// <summary>Which work of the student, as the caller named it; <see langword="null"/> where all of it adds up.</summary>
    public string? Work { get; init; }

    /// <summary>What would cure it.</summary>
    public required WorkCure Cure { get; init; }

    /// <summary>Whether somebody compared the rule with its source.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>Whether the program's own policy asks for it, where the law does not because nobody is employed.</summary>
    public bool IsPolicy { get; init; }

    /// <summary>The code and the days.</summary>
    public override string ToString() => $"{Code} {When.Start:R}..{When.End:R}";
}

/// <summary>What kind of change would cure a broken rule.</summary>
public enum WorkCureKind
{
    /// <summary>Work less on the day.</summary>
    ShortenDay,

    /// <summary>Work less in the week.</summary>
    ShortenWeek,

    /// <summary>Work on fewer days of the week.</summary>
    DropDays,

    /// <summary>Work at another time of day.</summary>
    MoveTime,

    /// <summary>Wait until the student is older.</summary>
    Wait,

    /// <summary>Take the hazard out of the work.</summary>
    RemoveHazard,

    /// <summary>Take this kind of work out.</summary>
    ChangeWork,

    /// <summary>Get a document.</summary>
    GetDocument,

    /// <summary>Complete an agreement that is there.</summary>
    CompleteAgreement,

    /// <summary>Have an adult supervise.</summary>
    Supervise,

    /// <summary>Say what is not known.</summary>
    GiveFacts,
}

/// <summary>What would cure a broken rule.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Sentence">The change, in words a school secretary understands.</param>
public sealed record WorkCure(WorkCureKind Kind, string Sentence)
{
    /// <summary>How much would be enough; <see langword="null"/> where there is no more or less.</summary>
    public WorkAmount? Amount { get; init; }

    /// <summary>The document or agreement that is needed, such as <c>student-learner</c>; <see langword="null"/> where none would help.</summary>
    public string? Document { get; init; }
}
