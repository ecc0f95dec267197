namespace Pathways.WorkRules;

/// <summary>The rules of one jurisdiction for minors at work, in one version.</summary>
public sealed record WorkRulePack
{
    /// <summary>Whose rules they are, such as <c>US</c> or <c>US-MA</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Counted from 1 within a jurisdiction.</summary>
    public required int Version { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The first day for which it answers; of several versions, the one that begins last counts.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day for which it answers; <see langword="null"/> for no end.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>The first day of its weeks.</summary>
    public IsoDayOfWeek WeekStarts { get; init; } = IsoDayOfWeek.Sunday;

    /// <summary>How many school days make a week a school week.</summary>
    public int SchoolWeekDays { get; init; } = 1;

    /// <summary>The agreements and other papers that its rules name.</summary>
    public ImmutableArray<AgreementRule> Agreements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The rules.</summary>
    public ImmutableArray<WorkRule> Rules { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where the rules come from.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What whoever uses it should know.</summary>
    public ImmutableArray<string> Notes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Such as <c>US-MA@1</c>.</summary>
    public override string ToString() => $"{Jurisdiction}@{Version}";
}

/// <summary>A paper that rules name: what must be true of it before it counts.</summary>
public sealed record AgreementRule
{
    /// <summary>The word by which rules and papers name it, such as <c>student-learner</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Citation { get; init; }

    /// <summary>The lowest age at which it counts, in completed years; <see langword="null"/> for any.</summary>
    public int? AtLeast { get; init; }

    /// <summary>The day of the year after which a new one is needed: one that began earlier is over then; <see langword="null"/> for none.</summary>
    public AnnualDate? RenewedBy { get; init; }

    /// <summary>What must be true of it.</summary>
    public ImmutableArray<AgreementCondition> Conditions { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>One thing that must be true of a paper.</summary>
public sealed record AgreementCondition
{
    /// <summary>Public and stable, such as <c>work.federal.student-learner.safety-instruction</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What must hold, in words a school secretary understands.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Citation { get; init; }

    /// <summary>What it must say; all of them.</summary>
    public ImmutableArray<AgreementTerm> Terms { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who must have signed; all of them.</summary>
    public ImmutableArray<AgreementSigner> Signers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Of whom one must have signed; nobody in particular when empty.</summary>
    public ImmutableArray<AgreementSigner> AnySigner { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The fewest students that one coordinator has; <see langword="null"/> for no limit.</summary>
    public int? FewestStudents { get; init; }

    /// <summary>The most students that one coordinator has; <see langword="null"/> for no limit.</summary>
    public int? MostStudents { get; init; }

    /// <summary>The longest stretch of hazardous work, in minutes; <see langword="null"/> for no limit.</summary>
    public int? MostHazardMinutes { get; init; }

    /// <summary>The largest share of hazardous work in a shift, in hundredths; <see langword="null"/> for no limit.</summary>
    public int? MostHazardPercent { get; init; }

    /// <summary>Whether somebody compared it with its source; what is not verified is no condition, only a warning.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>Whether it is advice, so that the paper counts without it.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>Whether the paper counts for nothing without it.</summary>
    public bool IsNeeded => IsVerified && !IsAdvice;
}
