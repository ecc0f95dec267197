namespace Pathways.Curriculum;

/// <summary>One thing that must hold for a student to be ready.</summary>
/// <remarks>
/// A closed family: each kind asks one question of the student's record. What lies after the day asked about does not count, and neither does
/// what was corrected.
/// </remarks>
public abstract record ReadinessCriterion
{
    private protected ReadinessCriterion()
    {
    }

    /// <summary>Which criterion; unique within its definition, groups included.</summary>
    public required string Id { get; init; }

    /// <summary>What must hold, in words that student and family understand; ends with a full stop.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where it comes from: a need, a law, a framework.</summary>
    public string? Source { get; init; }

    /// <summary>Whether somebody compared it with its source.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Activities of which each, if the student need not do it, meets this criterion.</summary>
    public ImmutableArray<ActivityId> WaivedWith { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The identifier.</summary>
    public sealed override string ToString() => Id;
}

/// <summary>So many artifacts were handed in, or accepted.</summary>
/// <remarks>
/// An artifact is accepted when the latest of its versions that somebody reviewed is: handing in a better one takes nothing away while it
/// waits. Its age is that of its latest accepted version.
/// </remarks>
public sealed record ArtifactCriterion : ReadinessCriterion
{
    /// <summary>What sort of artifact; empty for any.</summary>
    public ImmutableArray<ArtifactKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The activities of which one it must be evidence of; empty for any and none.</summary>
    public ImmutableArray<ActivityId> Activities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many different artifacts, 1 or more.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether somebody must have accepted them; otherwise handing them in is enough.</summary>
    public bool MustBeAccepted { get; init; } = true;

    /// <summary>Whether the student must show them in the portfolio.</summary>
    public bool InPortfolio { get; init; }

    /// <summary>How many days old they may be; <see langword="null"/> for any age.</summary>
    public int? WithinDays { get; init; }
}

/// <summary>The student holds a credential, or passed a training, that is valid on the day.</summary>
public sealed record CredentialCriterion : ReadinessCriterion
{
    /// <summary>Those of which one is enough.</summary>
    public required ImmutableArray<QualificationId> Credentials { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>For how many days it is good at most, whatever it says itself; <see langword="null"/> for what it says.</summary>
    public int? WithinDays { get; init; }
}

/// <summary>The student took part so often, or for so many hours.</summary>
public sealed record ExperienceCriterion : ReadinessCriterion
{
    /// <summary>The activities that count, beside those of the kinds.</summary>
    public ImmutableArray<ActivityId> Activities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The kinds of activities that count, beside those named; what is of which kind is said by the curriculum.</summary>
    public ImmutableArray<ActivityKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How often, 0 or more; 0 where only hours count.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How many hours in all; <see langword="null"/> when hours do not count.</summary>
    public decimal? Hours { get; init; }

    /// <summary>How many days ago it may be; <see langword="null"/> for any time.</summary>
    public int? WithinDays { get; init; }
}

/// <summary>The student did a self-assessment. What came out of it does not matter.</summary>
public sealed record AssessmentCriterion : ReadinessCriterion
{
    /// <summary>Of what.</summary>
    public required AssessmentSubject Of { get; init; }

    /// <summary>How many months ago it may be; <see langword="null"/> for any time.</summary>
    public int? WithinMonths { get; init; }
}

/// <summary>What a self-assessment is of.</summary>
public enum AssessmentSubject
{
    /// <summary>Interests.</summary>
    Interests,

    /// <summary>Strengths.</summary>
    Strengths,
}

/// <summary>The student chose a sector.</summary>
public sealed record SectorCriterion : ReadinessCriterion;

/// <summary>An adult is named whom the student can turn to.</summary>
public sealed record AdvisorCriterion : ReadinessCriterion
{
    /// <summary>The capacities of which the adult has one; empty for any.</summary>
    public ImmutableArray<Role> Roles { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>No barrier stands that nobody dealt with.</summary>
public sealed record BarrierCriterion : ReadinessCriterion
{
    /// <summary>The kinds of barriers that matter; empty for all.</summary>
    public ImmutableArray<BarrierKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>The student is in a grade or above.</summary>
public sealed record GradeCriterion : ReadinessCriterion
{
    /// <summary>The lowest grade.</summary>
    public required GradeLevel Least { get; init; }
}

/// <summary>Everybody who must has signed the student's plan.</summary>
public sealed record PlanSignedCriterion : ReadinessCriterion
{
    /// <summary>Which plan; <see langword="null"/> for any.</summary>
    public PlanTemplateId? Template { get; init; }

    /// <summary>Who must have signed, all of them; at least one.</summary>
    public required ImmutableArray<Role> Signers { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many days old each signature may be; <see langword="null"/> for any age.</summary>
    public int? WithinDays { get; init; }
}

/// <summary>The student set a goal of each kind.</summary>
public sealed record GoalCriterion : ReadinessCriterion
{
    /// <summary>The kinds, all of them; at least one.</summary>
    public required ImmutableArray<GoalKind> Kinds { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many days old each goal may be; <see langword="null"/> for any age.</summary>
    public int? WithinDays { get; init; }
}

/// <summary>The student said what they mean to do after high school.</summary>
public sealed record IntentCriterion : ReadinessCriterion
{
    /// <summary>Whether being undecided is not enough.</summary>
    public bool MustBeDecided { get; init; }
}

/// <summary>The student is so far with financial aid, or opted out of it.</summary>
public sealed record AidCriterion : ReadinessCriterion
{
    /// <summary>How far; later milestones count too.</summary>
    public required FinancialAidMilestone Least { get; init; }
}

/// <summary>Some of a group of criteria hold.</summary>
public sealed record GroupCriterion : ReadinessCriterion
{
    /// <summary>The criteria of the group; at least one.</summary>
    public required ImmutableArray<ReadinessCriterion> Parts { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many of them must hold, 1 or more; <see langword="null"/> for all.</summary>
    public int? Least { get; init; }
}
