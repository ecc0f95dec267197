namespace Pathways.Curriculum;

/// <summary>An occupation, as one release of O*NET describes it.</summary>
public sealed record Occupation
{
    /// <summary>Which occupation.</summary>
    public required OnetSocCode Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What people in it do, in a few sentences; <see langword="null"/> where the release does not say.</summary>
    public string? Description { get; init; }

    /// <summary>How much preparation it needs, 1 to 5; <see langword="null"/> where the release does not say.</summary>
    public int? JobZone { get; init; }

    /// <summary>The education most occupations of its job zone ask for; <see langword="null"/> where the zone is not known.</summary>
    public TypicalEducation? Education => JobZone is { } zone ? Curriculum.JobZone.EducationOf(zone) : null;

    /// <summary>How much the work is of each area, in the order R I A S E C, 1 to 7 each; empty where the release does not say.</summary>
    public ImmutableArray<double> Interests { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>O*NET's own one to three letters, highest first, such as <c>RC</c>; empty where the release does not say. They may differ from the three highest means.</summary>
    public string InterestHighPoints { get; init; } = "";

    /// <summary>The areas that O*NET names it as an example of.</summary>
    public ImmutableArray<InterestArea> IllustrativeOf { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What people in it do, task by task; empty where the release was read without task statements.</summary>
    public ImmutableArray<string> Tasks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The code and the title.</summary>
    public override string ToString() => $"{Code} {Title}";
}
