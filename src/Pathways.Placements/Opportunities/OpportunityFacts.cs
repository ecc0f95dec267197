namespace Pathways.Placements;

/// <summary>What is known about an opportunity when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record OpportunityFacts
{
    /// <summary>How many students it can take; <see langword="null"/> when nobody said.</summary>
    public int? Seats { get; init; }

    /// <summary>How many of its seats are neither held nor filled; <see langword="null"/> when nobody counted.</summary>
    public int? FreeSeats { get; init; }

    /// <summary>Whether the tasks of the student are described.</summary>
    public bool TasksDescribed { get; init; }

    /// <summary>Whether the partner is active.</summary>
    public bool PartnerActive { get; init; }

    /// <summary>Whether the partner is vetted for work with minors.</summary>
    public bool PartnerVetted { get; init; }

    /// <summary>Whether the agreement with the partner is in force on every day of the opportunity.</summary>
    public bool AgreementInForce { get; init; }

    /// <summary>Whether somebody has looked for hazardous work in it.</summary>
    public bool HazardsScreened { get; init; }

    /// <summary>Whether it is named who directs the work.</summary>
    public bool SupervisorNamed { get; init; }

    /// <summary>Whether a comment goes with the step.</summary>
    public bool CommentGiven { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }

    /// <summary>Whether its recruiting season is over.</summary>
    public bool SeasonClosed { get; init; }

    /// <summary>How many of its placements have not ended; <see langword="null"/> when nobody counted.</summary>
    public int? RunningPlacements { get; init; }
}
