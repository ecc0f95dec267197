using Pathways;
using Pathways.Curriculum;
using static MarlboroughGenerator.Words;

namespace MarlboroughGenerator;

/// <summary>Makes up what is known of demand: figures by chance, and roles that partners of the cohort can hardly fill.</summary>
internal static class DemandMaker
{
    /// <summary>The name of the file beside the cohort's.</summary>
    public const string FileName = "demand.json";

    /// <summary>What every record names as its source, so that nobody takes it for a real one.</summary>
    public const string Source = "Made-up labor survey of the sample";

    /// <summary>The regions of the sample.</summary>
    public static readonly RegionId
        MetroWest = RegionId.From("metrowest"),
        Worcester = RegionId.From("worcester"),
        Nashoba = RegionId.From("nashoba-valley");

    private static readonly LocalDate Surveyed = new(2026, 5, 1);
    private static readonly LocalDate SurveyedBefore = new(2023, 5, 1);

    private static ImmutableArray<string> Reasons { get; } =
        ["Shifts at night.", "Nobody applies with the training it takes.", "Applicants live too far away.", "Two people retire this year."];

    /// <summary>Makes the demand.</summary>
    /// <param name="draws">Where the chance comes from.</param>
    /// <param name="cohort">The partners, with what they offer.</param>
    public static RegionalDemand Make(Draws draws, Cohort cohort) => new()
    {
        Regions =
        [
            new(MetroWest, "MetroWest") { FamilyWage = 64_000, FamilyWageSource = Source },
            new(Worcester, "Worcester") { FamilyWage = 56_000, FamilyWageSource = Source },
            new(Nashoba, "Nashoba Valley"),
        ],
        Records = [.. Occupation.All.DistinctBy(occupation => occupation.Code.Soc).SelectMany(occupation => Records(draws, occupation))],
        HardToFill = [.. HardToFill(draws, cohort)],
        Strategies = Strategies,
    };

    private static ImmutableArray<ReadinessStrategy> Strategies { get; } =
    [
        new()
        {
            Occupation = OnetSocCode.Parse("51-4041.00"), Strategy = "Machining I and II, then a summer at a shop", Setting = ActivitySetting.InSchool,
            Credentials = [QualificationId.From(Safety)], Skills = ["Reading drawings", "Measuring to a hundredth of a millimeter"],
        },
        new()
        {
            Occupation = OnetSocCode.Parse("31-1131.00"), Strategy = "Nursing assistant course with practice at a senior home", Setting = ActivitySetting.Worksite,
            Credentials = [QualificationId.From(Hipaa), QualificationId.From(Immunization)], Skills = ["Lifting safely", "Listening"],
        },
        new()
        {
            Occupation = OnetSocCode.Parse("29-2042.00"), Region = Worcester, Strategy = "Evening course for emergency medicine at the college", Setting = ActivitySetting.AfterSchool,
            Degree = "Certificate of one term",
        },
        new()
        {
            Occupation = OnetSocCode.Parse("15-1232.00"), Strategy = "The help desk of the school, run by students", Setting = ActivitySetting.InSchool,
            Skills = ["Asking until the problem is clear"],
        },
    ];

    private static IEnumerable<DemandRecord> Records(Draws draws, Occupation occupation)
    {
        foreach (var (region, share) in new[] { (MetroWest, 1.0), (Worcester, 0.6), (Nashoba, 0.25) })
        {
            var openings = (int)(draws.Unit() * draws.Unit() * 220 * share);
            var growth = draws.Between(-40, 120);
            var wage = 500 * draws.Between(72, 200);
            if (!draws.Chance(share))
            {
                continue;
            }

            yield return new()
            {
                Region = region,
                Occupation = occupation.Code,
                Openings = openings,
                GrowthPercent = growth / 10m,
                MedianWage = wage,
                Source = Source,
                AsOf = draws.Chance(0.08) ? SurveyedBefore : Surveyed,
            };
        }
    }

    // Those who offer an occupation know how hard it is to fill.
    private static IEnumerable<HardToFillRole> HardToFill(Draws draws, Cohort cohort)
    {
        var offers = cohort.Opportunities.Where(opportunity => opportunity.Occupation is not null).GroupBy(opportunity => opportunity.Partner);
        foreach (var offered in offers.OrderBy(group => group.Key))
        {
            var occupation = draws.Pick(offered.Select(opportunity => opportunity.Occupation!.Value).Distinct().ToList());
            var (isHard, vacancies, reason) = (draws.Chance(0.15), draws.Between(1, 6), draws.Pick(Reasons));
            if (isHard)
            {
                yield return new()
                {
                    Partner = offered.Key, Region = MetroWest, Occupation = occupation, Vacancies = vacancies, Reason = reason, AsOf = new(2026, 9, 1),
                };
            }
        }
    }
}
