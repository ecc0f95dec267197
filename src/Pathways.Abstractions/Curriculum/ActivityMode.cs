namespace Pathways;

/// <summary>With whom an activity is done.</summary>
public enum ActivityMode
{
    /// <summary>Alone.</summary>
    Individual,

    /// <summary>In a group, with a roster and attendance.</summary>
    Group,

    /// <summary>Either way.</summary>
    Either,
}
