namespace Pathways.WorkRules;

/// <summary>What the rules look at: one student, all their work, the school, the papers, and whose law applies.</summary>
public sealed record WorkCase
{
    /// <summary>When the student was born. Ages are those of each day of work, so a birthday on the way counts.</summary>
    public required BirthDate BirthDate { get; init; }

    /// <summary>The work in question.</summary>
    public required Work Work { get; init; }

    /// <summary>All other work of the student at the time; hours add up.</summary>
    public ImmutableArray<Work> OtherWork { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When school is in session.</summary>
    public required SchoolCalendar Calendar { get; init; }

    /// <summary>The papers that are held.</summary>
    public ImmutableArray<WorkAgreement> Agreements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whose law applies, such as <c>US</c> and <c>US-MA</c>; the stricter rule wins, since all must hold.</summary>
    public required ImmutableArray<string> Jurisdictions { get; init; }

    /// <summary>Whether the program applies the same limits where nobody is employed, such as to job shadows.</summary>
    public bool LimitsApplyToAll { get; init; }

    /// <summary>The name of the work alone.</summary>
    public override string ToString() => Work.ToString();
}
