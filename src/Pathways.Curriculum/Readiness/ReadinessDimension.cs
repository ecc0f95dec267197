namespace Pathways.Curriculum;

/// <summary>What a student is ready for.</summary>
public enum ReadinessDimension
{
    /// <summary>Learning after high school.</summary>
    College,

    /// <summary>Work.</summary>
    Career,

    /// <summary>A life of one's own among others.</summary>
    Life,
}
