namespace Pathways.Curriculum;

/// <summary>Reports on the quality of pathways: what is claimed for all, and who or what is left out.</summary>
public static class QualityCalculator
{
    /// <summary>Makes the report.</summary>
    /// <param name="pathways">The pathways and agreements.</param>
    /// <param name="quality">Reviews, conditions and recommendations.</param>
    /// <param name="regions">All regions there are; a region without anything is found by this list alone.</param>
    /// <param name="schools">All schools there are; likewise.</param>
    /// <param name="on">The day of the question.</param>
    /// <param name="yearStarts">The first day of school years; the first of July where nothing is said.</param>
    public static QualityReport Report(
        PathwayRegister pathways,
        QualityRegister quality,
        IReadOnlyList<RegionId> regions,
        IReadOnlyList<SchoolId> schools,
        LocalDate on,
        AnnualDate? yearStarts = null)
    {
        ArgumentNullException.ThrowIfNull(pathways);
        ArgumentNullException.ThrowIfNull(quality);
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(schools);
        var all = pathways.Pathways.OrderBy(pathway => pathway.Id).ToList();
        var places = regions.Distinct().Order().ToList();
        var recommendations = quality.Recommendations.OrderBy(recommendation => recommendation.Id).ToList();
        var due = recommendations.Where(recommendation => !recommendation.IsClosed && recommendation.LastDay(yearStarts) is not null).ToList();
        var status = Statuses(schools, recommendations);
        return new()
        {
            On = on,
            Claims =
            [
                QualityClaim.Of("quality.every-pathway-reviewed", "Every pathway is reviewed in all six components, with evidence.", all, pathway => pathway.Id.Value, pathway => Unreviewed(pathway, quality, on)),
                QualityClaim.Of("quality.every-pathway-articulated", "Every pathway has an articulation agreement that holds.", all, pathway => pathway.Id.Value, pathway => Unarticulated(pathway, pathways, on)),
                QualityClaim.Of("quality.every-pathway-linked", "Every pathway is linked to a program after high school.", all, pathway => pathway.Id.Value, Unlinked),
                QualityClaim.Of("quality.every-agreement-holds", "Every articulation agreement holds.", [.. pathways.Agreements.OrderBy(agreement => agreement.Id)], agreement => agreement.Id.Value, agreement => Lapsed(agreement, on)),
                QualityClaim.Of("quality.every-region-served", "Every region has a pathway.", places, region => region.Value, region => Unserved(region, all)),
                QualityClaim.Of("quality.every-region-assessed", "Every region has all nine conditions named, rated and owned.", places, region => region.Value, region => Unassessed(region, quality, on)),
                QualityClaim.Of("quality.every-recommendation-owned", "Somebody answers for every recommendation that is not closed.", [.. recommendations.Where(recommendation => !recommendation.IsClosed)], recommendation => recommendation.Id.Value, Unowned),
                QualityClaim.Of("quality.every-recommendation-timely", "Every recommendation with a last day is closed, or that day is not past.", due, recommendation => recommendation.Id.Value, recommendation => Overdue(recommendation, on, yearStarts), recommendation => recommendation.Owner),
                QualityClaim.Of("quality.every-school-implements", "Every school implements every recommendation that the district adopted.", [.. schools.Distinct().Order()], school => school.Value, school => Behind(school, status)),
            ],
            Verdicts = all.Select(pathway => (pathway.Id, Scorecard: quality.LatestScorecard(pathway.Id, on))).Where(found => found.Scorecard is not null)
                .ToImmutableSortedDictionary(found => found.Id, found => ScorecardCalculator.Judge(found.Scorecard!)),
            OverdueByOwner = due.Where(recommendation => recommendation.LastDay(yearStarts) < on)
                .GroupBy(recommendation => recommendation.Owner?.Value ?? "", StringComparer.Ordinal)
                .ToImmutableSortedDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal),
            Schools = status,
        };
    }

    private static ImmutableArray<Refusal> Unreviewed(Pathway pathway, QualityRegister quality, LocalDate on) =>
        quality.LatestScorecard(pathway.Id, on) is { } scorecard
            ? ScorecardCalculator.Judge(scorecard).Missing
            : [new("quality.review-missing", $"{pathway.Title} was never reviewed.")];

    private static IEnumerable<Refusal> Unarticulated(Pathway pathway, PathwayRegister pathways, LocalDate on)
    {
        var own = pathways.Agreements.Where(agreement => agreement.Pathway == pathway.Id).OrderBy(agreement => agreement.Id).ToList();
        if (own.Any(agreement => agreement.HoldsOn(on)))
        {
            return [];
        }

        return own.Count == 0
            ? [new("quality.agreement-missing", $"{pathway.Title} has no articulation agreement.")]
            : own.SelectMany(agreement => Lapsed(agreement, on));
    }

    private static IEnumerable<Refusal> Lapsed(ArticulationAgreement agreement, LocalDate on)
    {
        if (agreement.Validity.End < on)
        {
            yield return new("quality.agreement-expired", FormattableString.Invariant(
                $"The agreement {agreement.Id} with {agreement.Institution} ended on {agreement.Validity.End:yyyy-MM-dd}."));
        }
        else if (agreement.Validity.Start > on)
        {
            yield return new("quality.agreement-not-begun", FormattableString.Invariant(
                $"The agreement {agreement.Id} with {agreement.Institution} begins on {agreement.Validity.Start:yyyy-MM-dd}."));
        }
    }

    private static IEnumerable<Refusal> Unlinked(Pathway pathway) => pathway.Links.IsEmpty
        ? [new("quality.link-missing", $"{pathway.Title} leads to no degree, credential, training or apprenticeship that is on record.")]
        : [];

    private static IEnumerable<Refusal> Unserved(RegionId region, List<Pathway> pathways) =>
        pathways.Any(pathway => pathway.Regions.IsEmpty || pathway.Regions.Contains(region))
            ? []
            : [new("quality.region-without-pathway", $"No pathway is offered in {region}.")];

    private static ImmutableArray<Refusal> Unassessed(RegionId region, QualityRegister quality, LocalDate on) =>
        quality.LatestGrid(region, on) is { } grid
            ? grid.Missing
            : [new("quality.assessment-missing", $"The conditions in {region} were never assessed.")];

    private static IEnumerable<Refusal> Unowned(Recommendation recommendation) => recommendation.Owner is null
        ? [new("quality.owner-missing", $"Nobody answers for {recommendation.Id}.")]
        : [];

    private static IEnumerable<Refusal> Overdue(Recommendation recommendation, LocalDate on, AnnualDate? yearStarts) =>
        recommendation.LastDay(yearStarts) is { } last && last < on
            ? [new("quality.overdue", FormattableString.Invariant($"{recommendation.Id} was to be done by {last:yyyy-MM-dd}, {Period.DaysBetween(last, on)} days ago."))]
            : [];

    private static ImmutableArray<SchoolStatus> Statuses(IReadOnlyList<SchoolId> schools, List<Recommendation> recommendations) =>
    [
        .. from school in schools.Distinct().Order()
           from recommendation in recommendations
           where recommendation.Status is not (RecommendationStatus.Proposed or RecommendationStatus.Declined)
           let said = recommendation.Schools.FirstOrDefault(found => found.School == school)
           select new SchoolStatus(school, recommendation.Id, said?.State, said?.AsOf),
    ];

    private static IEnumerable<Refusal> Behind(SchoolId school, ImmutableArray<SchoolStatus> statuses) => statuses
        .Where(status => status.School == school && status.State != ImplementationState.Implemented)
        .Select(status => status.State switch
        {
            null => new Refusal("quality.school-unreported", $"{school} said nothing of {status.Recommendation}."),
            ImplementationState.NotStarted => new Refusal("quality.school-not-started", $"{school} has not begun with {status.Recommendation}."),
            _ => new Refusal("quality.school-under-way", $"{school} is under way with {status.Recommendation}."),
        });
}
