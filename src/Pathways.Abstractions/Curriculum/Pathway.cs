namespace Pathways;

/// <summary>A structured program of courses and experiences that leads towards an occupation, often to a credential.</summary>
public sealed record Pathway
{
    /// <summary>Which pathway.</summary>
    public required PathwayId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What sort of program it is.</summary>
    public required ProgramType Program { get; init; }

    /// <summary>The sectors it is about.</summary>
    public ImmutableArray<SectorId> Sectors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The occupations it leads towards.</summary>
    public ImmutableArray<OnetSocCode> Occupations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The regions in which it is offered.</summary>
    public ImmutableArray<RegionId> Regions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The schools that offer it.</summary>
    public ImmutableArray<SchoolId> Schools { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The courses, in their sequence.</summary>
    public ImmutableArray<string> Courses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a student can hold at the end.</summary>
    public ImmutableArray<QualificationId> Credentials { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it leads on to after high school.</summary>
    public ImmutableArray<PostsecondaryLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
