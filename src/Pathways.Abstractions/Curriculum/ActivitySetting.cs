namespace Pathways;

/// <summary>Where and when an activity takes place.</summary>
public enum ActivitySetting
{
    /// <summary>In school, in school hours.</summary>
    InSchool,

    /// <summary>After school.</summary>
    AfterSchool,

    /// <summary>At a partner's place.</summary>
    Worksite,

    /// <summary>Online.</summary>
    Virtual,

    /// <summary>In the summer, outside the school year.</summary>
    Summer,

    /// <summary>Elsewhere in the community.</summary>
    Community,
}
