namespace Pathways;

/// <summary>What a program asks of its placements, and what it allows. Every number is the district's.</summary>
public sealed record PlacementProgram
{
    /// <summary>Which program.</summary>
    public required PlacementProgramId Id { get; init; }

    /// <summary>What sort of experience.</summary>
    public required PlacementKind Kind { get; init; }

    /// <summary>Whether a student can have only one of this kind at a time: two with overlapping dates are refused.</summary>
    public bool IsExclusive { get; init; } = true;

    /// <summary>How much work it asks for, in minutes; 0 for none.</summary>
    public int RequiredMinutes { get; init; }

    /// <summary>How many days it may last at most, such as 1 for a job shadow and 7 for a try-out; <see langword="null"/> for any number.</summary>
    public int? MaximumDays { get; init; }

    /// <summary>Whether outcomes are agreed before the work.</summary>
    public bool NeedsOutcomes { get; init; } = true;

    /// <summary>Whether the student must have had a safety orientation before the first day.</summary>
    public bool NeedsOrientation { get; init; } = true;

    /// <summary>Whether it must be settled before the first day how the student gets there and home.</summary>
    public bool NeedsTransport { get; init; } = true;

    /// <summary>Whether somebody must have made sure that the supervisor is no parent, guardian or teacher of the student.</summary>
    public bool NeedsSupervisorCheck { get; init; } = true;

    /// <summary>Whether students only watch, so that nobody is employed and no pay need be settled.</summary>
    public bool IsObservation => Kind is PlacementKind.JobShadow or PlacementKind.SiteVisit;

    /// <summary>Whether it can do without a presentation.</summary>
    public bool PresentationOptional { get; init; }

    /// <summary>The forms that must be in before the placement counts as evaluated.</summary>
    public ImmutableArray<EvaluationFormKind> FinalForms { get; init => field = value.IsDefault ? [] : value; } =
        [EvaluationFormKind.SupervisorFinal, EvaluationFormKind.StudentSelf, EvaluationFormKind.StudentOfSite];

    /// <summary>The rubric of each kind of form.</summary>
    public ImmutableDictionary<EvaluationFormKind, RubricId> Rubrics { get; init; } = ImmutableDictionary<EvaluationFormKind, RubricId>.Empty;

    /// <summary>Whether the student must have thanked the partner before the end.</summary>
    public bool NeedsThankYou { get; init; } = true;

    /// <summary>Whether it gives credit or a credential.</summary>
    public bool GivesCredit { get; init; } = true;

    /// <summary>How many days after the last day of work everything that follows must be done; <see langword="null"/> for no such day.</summary>
    public int? DaysToFinish { get; init; } = 60;

    /// <summary>The documents its placements need.</summary>
    public ImmutableArray<DocumentRequirement> Documents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is usual for a kind of experience, to be used as it is or to start from: the shorter it is, the less it asks for.</summary>
    /// <param name="id">What the program is called.</param>
    /// <param name="kind">What sort of experience.</param>
    public static PlacementProgram For(PlacementProgramId id, PlacementKind kind) => kind switch
    {
        PlacementKind.TryOut => new() { Id = id, Kind = kind, MaximumDays = 7, NeedsOutcomes = false, PresentationOptional = true, FinalForms = [EvaluationFormKind.StudentOfSite], GivesCredit = false },
        PlacementKind.JobShadow => new()
        {
            Id = id, Kind = kind, MaximumDays = 3, NeedsOutcomes = false, PresentationOptional = true, FinalForms = [EvaluationFormKind.StudentOfSite], GivesCredit = false,
        },
        PlacementKind.SiteVisit => new()
        {
            Id = id, Kind = kind, MaximumDays = 1, NeedsOutcomes = false, NeedsOrientation = false, NeedsSupervisorCheck = false, PresentationOptional = true, FinalForms = [], GivesCredit = false,
        },
        PlacementKind.OwnJob => new()
        {
            Id = id, Kind = kind, IsExclusive = false, NeedsOutcomes = false, NeedsOrientation = false, NeedsTransport = false, PresentationOptional = true,
            FinalForms = [EvaluationFormKind.SupervisorFinal], NeedsThankYou = false,
        },
        _ => new() { Id = id, Kind = kind },
    };

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>What sort of experience a placement is.</summary>
public enum PlacementKind
{
    /// <summary>Work over weeks, with a supervisor, agreed outcomes and an evaluation.</summary>
    Internship,

    /// <summary>Trying out a job for a day to a week.</summary>
    TryOut,

    /// <summary>Watching somebody at work, up to a few days.</summary>
    JobShadow,

    /// <summary>A visit of a class or a group.</summary>
    SiteVisit,

    /// <summary>A job the student has outside school, which the school counts.</summary>
    OwnJob,
}
