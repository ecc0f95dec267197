namespace Pathways.Simulation;

/// <summary>How likely opportunities are to be listed.</summary>
public enum Popularity
{
    /// <summary>All alike.</summary>
    Uniform,

    /// <summary>By Zipf's law with exponent 1: the second is half as likely as the first, the third a third, and so on.</summary>
    Zipf,
}
