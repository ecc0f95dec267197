namespace Pathways.WorkRules;

/// <summary>A document that is held: a permit, a training agreement, a note of a guardian.</summary>
public sealed record WorkAgreement
{
    /// <summary>What it is, in the words of a pack, such as <c>student-learner</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day on which it is good, that of the last signature.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day on which it is good; <see langword="null"/> for no end of its own.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Of which work it is; <see langword="null"/> for all work of the student.</summary>
    public string? Work { get; init; }

    /// <summary>Who has signed it.</summary>
    public ImmutableArray<AgreementSigner> Signers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it says, or what is true of it.</summary>
    public ImmutableArray<AgreementTerm> Terms { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many students one teacher-coordinator of the program has; <see langword="null"/> when not said.</summary>
    public int? StudentsPerCoordinator { get; init; }

    /// <summary>For how many minutes at a time the student does hazardous work; <see langword="null"/> when not said.</summary>
    public int? HazardMinutes { get; init; }

    /// <summary>How much of a shift is hazardous work, in hundredths; <see langword="null"/> when not said.</summary>
    public int? HazardPercent { get; init; }

    /// <summary>The kind alone.</summary>
    public override string ToString() => Kind;
}

/// <summary>Who signs agreements.</summary>
public enum AgreementSigner
{
    /// <summary>The student.</summary>
    Student,

    /// <summary>A guardian.</summary>
    Guardian,

    /// <summary>The employer.</summary>
    Employer,

    /// <summary>The school's coordinator.</summary>
    Coordinator,

    /// <summary>The school's principal.</summary>
    Principal,

    /// <summary>Somebody else who signs for the school.</summary>
    School,
}

/// <summary>What the law wants an agreement to say, or to be true of it.</summary>
public enum AgreementTerm
{
    /// <summary>The student is enrolled in a cooperative vocational program of a recognised authority.</summary>
    RecognizedProgram,

    /// <summary>It is written and names the student.</summary>
    NamesStudent,

    /// <summary>Hazardous work is incidental to the training.</summary>
    HazardIncidental,

    /// <summary>Hazardous work is intermittent and for short periods.</summary>
    ShortPeriods,

    /// <summary>A qualified and experienced person supervises hazardous work directly and closely.</summary>
    CloseSupervision,

    /// <summary>The school gives safety instruction, and the employer correlates it with training on the job.</summary>
    SafetyInstruction,

    /// <summary>A schedule of organised and progressive work processes was made.</summary>
    ProgressiveSchedule,

    /// <summary>School and employer both keep a copy.</summary>
    CopiesKept,

    /// <summary>The apprentice is employed in a craft that is recognised for apprenticeship.</summary>
    RecognizedCraft,

    /// <summary>The apprentice is registered.</summary>
    Registered,

    /// <summary>A journeyman supervises hazardous work directly and closely.</summary>
    JourneymanSupervision,

    /// <summary>The student has completed the training and graduated from high school.</summary>
    TrainingCompleted,

    /// <summary>The state's program is authorised.</summary>
    StateAuthorized,

    /// <summary>The student gets school credit.</summary>
    SchoolCredit,
}
