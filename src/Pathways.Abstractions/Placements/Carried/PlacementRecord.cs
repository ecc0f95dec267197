namespace Pathways;

/// <summary>What a placement carries besides where it stands: what was agreed, what happened, and what was learned.</summary>
/// <remarks>Documents and hours are things of their own, since others write them at the same time.</remarks>
public sealed record PlacementRecord
{
    /// <summary>Nothing yet.</summary>
    public static PlacementRecord Empty { get; } = new();

    /// <summary>Where and when the work is, in the order of the days.</summary>
    public ImmutableArray<WorkPeriod> Periods { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The pay; <see langword="null"/> while nothing is agreed.</summary>
    public PayTerms? Pay { get; init; }

    /// <summary>What is to be learned or delivered.</summary>
    public ImmutableArray<AgreedOutcome> Outcomes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The safety orientation, once held.</summary>
    public SafetyOrientation? Orientation { get; init; }

    /// <summary>How the student gets there, once settled.</summary>
    public TransportPlan? Transport { get; init; }

    /// <summary>That the supervisor has no other claim on the student; holds for the supervisor it names alone.</summary>
    public SupervisorCheck? SupervisorCheck { get; init; }

    /// <summary>Visits of school staff.</summary>
    public ImmutableArray<Visit> Visits { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What went wrong.</summary>
    public ImmutableArray<Incident> Incidents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the student wrote on the work.</summary>
    public ImmutableArray<PlacementReflection> Reflections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Evaluation forms, those that a newer version replaced among them.</summary>
    public ImmutableArray<EvaluationForm> Evaluations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>That the school does without the missing hours.</summary>
    public HoursWaiver? HoursWaiver { get; init; }

    /// <summary>How the student presented the results.</summary>
    public ResultsPresentation? Presentation { get; init; }

    /// <summary>The talk after the work.</summary>
    public Debrief? Debrief { get; init; }

    /// <summary>The thanks to the partner.</summary>
    public ThankYou? ThankYou { get; init; }

    /// <summary>What the student got for it.</summary>
    public CreditPosting? Credit { get; init; }

    /// <summary>When the partner was asked to review the program.</summary>
    public LocalDate? PartnerReviewRequested { get; init; }

    /// <summary>How it was broken off.</summary>
    public Termination? Termination { get; init; }
}
