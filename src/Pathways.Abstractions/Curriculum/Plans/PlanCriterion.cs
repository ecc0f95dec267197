namespace Pathways;

/// <summary>What a student's record must show for an element of a plan.</summary>
/// <remarks>
/// A closed family. Every criterion asks for enough of something, never for the absence of anything: an entry more can help and never harms,
/// except one that takes back another, such as a correction, a returned review or a withdrawal.
/// </remarks>
public abstract record PlanCriterion
{
    private protected PlanCriterion()
    {
    }

    /// <summary>Artifacts are handed in. An artifact counts once, by any of its versions.</summary>
    public sealed record Artifacts : PlanCriterion
    {
        /// <summary>The kinds that count; empty when any does.</summary>
        public ImmutableArray<ArtifactKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>How many, 1 or more.</summary>
        public int Count { get; init; } = 1;

        /// <summary>Whether somebody must have accepted it.</summary>
        public bool MustBeAccepted { get; init; } = true;

        /// <summary>Whether only what the student shows in the portfolio counts.</summary>
        public bool InPortfolio { get; init; }

        /// <summary>How many days ago it may have been handed in at most, 1 or more; <see langword="null"/> when age does not matter.</summary>
        public int? NotOlderThanDays { get; init; }
    }

    /// <summary>The student answered an inventory of interests. A flat profile counts: it is a result, too.</summary>
    public sealed record InterestAssessed : PlanCriterion;

    /// <summary>The student answered an inventory of strengths or skills.</summary>
    public sealed record StrengthsAssessed : PlanCriterion;

    /// <summary>The student set a goal.</summary>
    /// <param name="Kind">Of which kind; <see langword="null"/> for any.</param>
    public sealed record Goal(GoalKind? Kind = null) : PlanCriterion;

    /// <summary>The student said what they mean to do after high school; each answer counts as much as any other.</summary>
    /// <param name="MustBeDecided">Whether "undecided" is not enough.</param>
    public sealed record Intent(bool MustBeDecided = false) : PlanCriterion;

    /// <summary>An adult is named whom the student can turn to, and is so still.</summary>
    public sealed record Advisor : PlanCriterion
    {
        /// <summary>In which capacities; empty for any.</summary>
        public ImmutableArray<Role> Roles { get; init => field = value.IsDefault ? [] : value; } = [];
    }

    /// <summary>The school was in touch with the family.</summary>
    public sealed record FamilyContacted : PlanCriterion
    {
        /// <summary>About which of these topics, whatever the case of letters; empty for any.</summary>
        public ImmutableArray<string> Topics { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>How often, 1 or more.</summary>
        public int Count { get; init; } = 1;
    }

    /// <summary>The student took part in activities.</summary>
    public sealed record Experiences : PlanCriterion
    {
        /// <summary>The kinds of activity that count; with <see cref="Activities"/> empty too, any does.</summary>
        public ImmutableArray<ActivityKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>The activities that count whatever their kind.</summary>
        public ImmutableArray<ActivityId> Activities { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>Whether only those with a partner count.</summary>
        public bool WithPartner { get; init; }

        /// <summary>How often, 1 or more.</summary>
        public int Count { get; init; } = 1;

        /// <summary>How many hours in all; <see langword="null"/> when hours do not count.</summary>
        public decimal? Hours { get; init; }
    }

    /// <summary>The student reached a milestone of financial aid, or one after it. Opting out is no milestone here.</summary>
    /// <param name="Least">The milestone: any but <see cref="FinancialAidMilestone.OptedOut"/>.</param>
    public sealed record FinancialAid(FinancialAidMilestone Least) : PlanCriterion
    {
        /// <summary>For which aid, such as FAFSA, whatever the case of letters; empty for any.</summary>
        public ImmutableArray<string> Programs { get; init => field = value.IsDefault ? [] : value; } = [];
    }

    /// <summary>The student holds a credential that has not expired.</summary>
    public sealed record Credential : PlanCriterion
    {
        /// <summary>Which ones count; empty for any.</summary>
        public ImmutableArray<QualificationId> Ids { get; init => field = value.IsDefault ? [] : value; } = [];
    }

    /// <summary>The student chose a sector to investigate.</summary>
    public sealed record SectorChosen : PlanCriterion;

    /// <summary>The student is enrolled in a program or a course, or completed it.</summary>
    public sealed record Enrolled : PlanCriterion
    {
        /// <summary>The kinds of program that count; empty for any.</summary>
        public ImmutableArray<ProgramType> Programs { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>Whether it must be completed.</summary>
        public bool MustBeCompleted { get; init; }
    }

    /// <summary>Somebody signed the plan.</summary>
    /// <param name="Roles">In one of these capacities.</param>
    public sealed record Signature(ImmutableArray<Role> Roles) : PlanCriterion;

    /// <summary>Every signer of the template signed the plan.</summary>
    public sealed record Reviewed : PlanCriterion;

    /// <summary>One of several is enough.</summary>
    /// <param name="Of">At least one.</param>
    public sealed record AnyOf(ImmutableArray<PlanCriterion> Of) : PlanCriterion;

    /// <summary>All of several are needed.</summary>
    /// <param name="Of">At least one.</param>
    public sealed record AllOf(ImmutableArray<PlanCriterion> Of) : PlanCriterion;
}
