namespace Pathways;

/// <summary>One of the seven factors by which courts tell an unpaid intern from an employee.</summary>
/// <remarks>The primary beneficiary test: Department of Labor, Wage and Hour Division, Fact Sheet 71. No factor alone decides, and the list is not closed.</remarks>
public enum UnpaidFactor
{
    /// <summary>Both sides understand that there is no pay.</summary>
    NoExpectationOfPay,

    /// <summary>The training is like that of a school.</summary>
    TrainingLikeSchool,

    /// <summary>It is tied to coursework or credit.</summary>
    TiedToCoursework,

    /// <summary>It follows the school calendar.</summary>
    FollowsCalendar,

    /// <summary>It lasts only as long as the student learns from it.</summary>
    LimitedToLearning,

    /// <summary>It complements the work of paid employees and replaces nobody.</summary>
    DisplacesNobody,

    /// <summary>Both sides understand that no job is promised at the end.</summary>
    NoJobPromised,
}

/// <summary>How one factor was found.</summary>
public enum FactorFinding
{
    /// <summary>Nobody looked.</summary>
    Unknown,

    /// <summary>It speaks for an internship: the student gains most.</summary>
    ForStudent,

    /// <summary>It speaks for employment: the partner gains most.</summary>
    ForPartner,
}

/// <summary>What somebody at school found of the seven factors, and what they concluded.</summary>
/// <param name="Findings">What was found of each factor; one that is not there was not looked at.</param>
/// <param name="PrimaryBeneficiaryIsStudent">The conclusion of whoever assessed: the factors are weighed, not counted.</param>
/// <param name="By">Who assessed.</param>
/// <param name="On">When.</param>
public sealed record UnpaidAssessment(ImmutableDictionary<UnpaidFactor, FactorFinding> Findings, bool PrimaryBeneficiaryIsStudent, ActorId By, LocalDate On)
{
    /// <summary>The factors that nobody looked at, in the order of the list.</summary>
    public ImmutableArray<UnpaidFactor> Missing =>
        [.. Enum.GetValues<UnpaidFactor>().Where(factor => Findings.GetValueOrDefault(factor) == FactorFinding.Unknown)];

    /// <summary>The factors that speak for employment, in the order of the list.</summary>
    public ImmutableArray<UnpaidFactor> Against =>
        [.. Enum.GetValues<UnpaidFactor>().Where(factor => Findings.GetValueOrDefault(factor) == FactorFinding.ForPartner)];
}
