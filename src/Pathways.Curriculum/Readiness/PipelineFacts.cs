namespace Pathways.Curriculum;

/// <summary>What is known about a student when it is asked where they stand, or when something is to happen to them.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record PipelineFacts
{
    /// <summary>Whether anything is on record.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether the student is ready on the day.</summary>
    public bool IsReady { get; init; }

    /// <summary>Whether the student was ready, and is not only because something is over.</summary>
    public bool ReadinessLapsed { get; init; }

    /// <summary>How many applications have not ended; <see langword="null"/> when nobody counted.</summary>
    public int? LiveApplications { get; init; }

    /// <summary>How many offers wait for an answer; <see langword="null"/> when nobody counted.</summary>
    public int? OpenOffers { get; init; }

    /// <summary>How many placements have not ended; <see langword="null"/> when nobody counted.</summary>
    public int? RunningPlacements { get; init; }

    /// <summary>How many placements were completed; <see langword="null"/> when nobody counted.</summary>
    public int? CompletedPlacements { get; init; }

    /// <summary>Whether the student has graduated.</summary>
    public bool HasGraduated { get; init; }

    /// <summary>The last step beside the way, such as a pause; <see langword="null"/> when there was none.</summary>
    public PipelineStep? LastStep { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }
}
