namespace Pathways;

/// <summary>What a student means to do after high school.</summary>
public enum PostsecondaryIntent
{
    /// <summary>Not decided.</summary>
    Undecided,

    /// <summary>A four-year college.</summary>
    FourYearCollege,

    /// <summary>A community or technical college.</summary>
    TwoYearCollege,

    /// <summary>A trade school.</summary>
    TradeSchool,

    /// <summary>An apprenticeship.</summary>
    Apprenticeship,

    /// <summary>Military service.</summary>
    Military,

    /// <summary>Work.</summary>
    Work,

    /// <summary>A year of service, or a gap year.</summary>
    Service,
}
