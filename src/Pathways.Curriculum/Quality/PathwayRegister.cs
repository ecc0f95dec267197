namespace Pathways.Curriculum;

/// <summary>The pathways of a district, with the agreements by which their courses earn college credit.</summary>
public sealed record PathwayRegister
{
    /// <summary>The pathways.</summary>
    public ImmutableArray<Pathway> Pathways { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The articulation agreements.</summary>
    public ImmutableArray<ArticulationAgreement> Agreements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The agreements of a pathway that hold on a day, by identifier.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="day">The day.</param>
    public ImmutableArray<ArticulationAgreement> AgreementsOf(PathwayId pathway, LocalDate day) =>
        [.. Agreements.Where(agreement => agreement.Pathway == pathway && agreement.HoldsOn(day)).OrderBy(agreement => agreement.Id)];

    /// <summary>The most college credits that students of a pathway can earn by agreements that hold on a day; a course counts once at each college, by the agreement that gives most.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="day">The day.</param>
    /// <returns>Credits by college, in the order of their names; credits of different colleges do not add up.</returns>
    public ImmutableSortedDictionary<string, decimal> CreditsOf(PathwayId pathway, LocalDate day) => AgreementsOf(pathway, day)
        .GroupBy(agreement => agreement.Institution, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(
            college => college.Key,
            college => college.GroupBy(agreement => agreement.Course, StringComparer.Ordinal).Sum(course => course.Max(agreement => agreement.Credits)),
            StringComparer.Ordinal);

    /// <summary>The colleges that are partners of the program too, by agreements that hold on a day.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<PartnerId> CollegePartners(LocalDate day) =>
        [.. Agreements.Where(agreement => agreement.HoldsOn(day)).Select(agreement => agreement.Partner).OfType<PartnerId>().Distinct().Order()];
}
