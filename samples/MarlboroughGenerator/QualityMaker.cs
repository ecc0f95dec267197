using Pathways;
using Pathways.Curriculum;

namespace MarlboroughGenerator;

/// <summary>Makes up reviews of the pathways, conditions of the regions and recommendations, with something left to do in each.</summary>
internal static class QualityMaker
{
    /// <summary>The name of the file beside the cohort's.</summary>
    public const string FileName = "quality.json";

    private static readonly ActorId Director = ActorId.From("cte-director");
    private static readonly ActorId Counselors = ActorId.From("head-of-counseling");
    private static readonly SchoolId Day = SchoolId.From("mhs");
    private static readonly SchoolId Evening = SchoolId.From("mhs-evening");

    private static ImmutableArray<string> Evidence { get; } =
        ["Visit of two classes in May", "Minutes of the advisory board", "Figures of the last school year", "Survey of students"];

    /// <summary>Makes the register.</summary>
    /// <param name="draws">Where the chance comes from.</param>
    /// <param name="pathways">The pathways that are reviewed; one of them never was.</param>
    public static QualityRegister Make(Draws draws, PathwayRegister pathways) => new()
    {
        Scorecards = [.. pathways.Pathways.SkipLast(1).SelectMany(pathway => Reviews(draws, pathway.Id))],
        Grids = [Grid(draws, DemandMaker.MetroWest, Conditions), Grid(draws, DemandMaker.Worcester, Conditions.RemoveRange(6, 3))],
        Recommendations = Recommendations,
    };

    private static ImmutableArray<(int Row, int Column, string Condition)> Conditions { get; } =
    [
        (1, 1, "Financial-aid information campaigns with students and families"),
        (2, 1, "Early STEM learning opportunities"),
        (3, 1, "Existence of internships or job-shadow programs"),
        (1, 2, "Families know what pathways there are"),
        (2, 2, "A named adult for every student"),
        (3, 2, "Buses that reach the partners"),
        (1, 3, "Papers and forms in the languages of the families"),
        (2, 3, "A common block for career learning"),
        (3, 3, "Employers who come to school"),
    ];

    private static ImmutableArray<Recommendation> Recommendations { get; } =
    [
        new()
        {
            Id = RecommendationId.From("core-for-all"), Text = "Give every student the core of career learning.", Horizon = Horizon.NearTerm, IssuedOn = new(2025, 6, 10),
            Status = RecommendationStatus.InProgress, Owner = Director, Component = QualityComponent.WorkBasedLearning,
            Inputs = [new(InputKind.Stakeholders, "Working group of counselors and families", new(2025, 5, 20))],
            Supports = [new(SupportLevel.School, "A common block for career learning", IsInPlace: true), new(SupportLevel.District, "Two more career specialists")],
            Schools = [new(Day, ImplementationState.Implemented, new(2026, 9, 15)), new(Evening, ImplementationState.UnderWay, new(2026, 9, 15))],
        },
        new()
        {
            Id = RecommendationId.From("aid-evenings"), Text = "Hold financial-aid evenings in every language that families speak.", Horizon = Horizon.NearTerm,
            IssuedOn = new(2024, 6, 12), Status = RecommendationStatus.Adopted, Owner = Counselors, Component = QualityComponent.CollegeAndCareerPlanning,
            Schools = [new(Day, ImplementationState.UnderWay, new(2026, 9, 15))],
        },
        new()
        {
            Id = RecommendationId.From("emergency-medicine"), Text = "Let hard-to-fill positions in health inform a new program.", Horizon = Horizon.MediumTerm,
            IssuedOn = new(2026, 6, 10), Component = QualityComponent.LaborMarketDemand, Occupations = [OnetSocCode.Parse("29-2042.00")],
            Inputs = [new(InputKind.LaborMarketDemand, DemandMaker.Source, new(2026, 5, 1))],
        },
        new()
        {
            Id = RecommendationId.From("renew-agreements"), Text = "Renew agreements with colleges a year before they end.", Horizon = Horizon.NearTerm, IssuedOn = new(2026, 6, 10),
            Status = RecommendationStatus.Adopted, Due = new(2026, 10, 31), Pathway = PathwayId.From("software-data"), Component = QualityComponent.PostsecondaryLinkages,
        },
        new()
        {
            Id = RecommendationId.From("debriefs"), Text = "Debrief every internship with the host.", Horizon = Horizon.NearTerm, IssuedOn = new(2024, 6, 12),
            Status = RecommendationStatus.Done, Owner = Director,
            Schools = [new(Day, ImplementationState.Implemented, new(2025, 9, 15)), new(Evening, ImplementationState.Implemented, new(2026, 9, 15))],
        },
        new()
        {
            Id = RecommendationId.From("regional-center"), Text = "Share a training center with the neighboring districts.", Horizon = Horizon.LongTerm, IssuedOn = new(2026, 6, 10),
            Owner = Director,
        },
    ];

    private static IEnumerable<PathwayScorecard> Reviews(Draws draws, PathwayId pathway)
    {
        foreach (var on in new LocalDate[] { new(2025, 6, 16), new(2026, 6, 15) })
        {
            yield return new() { Pathway = pathway, ReviewedOn = on, Reviewer = Director, Components = [.. Enum.GetValues<QualityComponent>().Select(component => Review(draws, component))] };
        }
    }

    private static ComponentReview Review(Draws draws, QualityComponent component)
    {
        var (rating, evidence, isRated, hasEvidence) = ((QualityRating)draws.Weighted([0.1, 0.3, 0.45, 0.15]), draws.Pick(Evidence), draws.Chance(0.97), draws.Chance(0.95));
        return new()
        {
            Component = component,
            Rating = isRated ? rating : null,
            Evidence = isRated && hasEvidence && rating > QualityRating.NotInPlace ? [evidence] : [],
            Owner = rating < QualityRating.Established ? Director : null,
        };
    }

    private static ConditionGrid Grid(Draws draws, RegionId region, ImmutableArray<(int Row, int Column, string Condition)> conditions) => new()
    {
        Region = region,
        AssessedOn = new(2026, 3, 1),
        Cells =
        [
            .. conditions.OrderBy(named => (named.Row, named.Column)).Select(named =>
            {
                var (rating, evidence, feasibility, impact, isOwned) =
                    ((QualityRating)draws.Weighted([0.2, 0.4, 0.3, 0.1]), draws.Pick(Evidence), draws.Between(1, 5), draws.Between(2, 5), draws.Chance(0.85));
                return new ConditionCell(named.Row, named.Column)
                {
                    Condition = named.Condition,
                    Rating = rating,
                    Evidence = rating > QualityRating.NotInPlace ? [evidence] : [],
                    Owner = isOwned ? Counselors : null,
                    Feasibility = feasibility,
                    Impact = impact,
                    RemovesBarriersFor = named is (3, 2, _) ? [Words.Rural] : [],
                };
            }),
        ],
    };
}
