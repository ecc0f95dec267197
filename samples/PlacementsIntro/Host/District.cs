using Pathways.WorkRules;

namespace PlacementsIntro.Host;

/// <summary>The rules that the district has set for itself: programs, documents, seasons, who may take steps back.</summary>
internal sealed class District : IDistrictRules
{
    public static TenantScope Scope { get; } = TenantScope.Of(TenantId.From("marlborough"));

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static LocalDate FirstDay { get; } = new(2026, 8, 1);

    public static ImmutableArray<string> Jurisdictions { get; } = ["US", "US-MA"];

    public static SeasonId Fall { get; } = SeasonId.From("fall-2026");

    /// <summary>Work over a term, with everything that the library asks of an internship and 20 hours at least.</summary>
    public static PlacementProgram Internships { get; } = PlacementProgram.For(PlacementProgramId.From("internships"), PlacementKind.Internship) with
    {
        RequiredMinutes = 20 * 60,
        Documents = JurisdictionDocuments.OfPrograms,
    };

    public static SchoolCalendar Calendar { get; } = new()
    {
        Known = new(FirstDay, new(2027, 7, 31)),
        Terms = [new(new(2026, 8, 31), new(2027, 6, 18))],
        DaysOff =
        [
            new(new(2026, 9, 7), new(2026, 9, 7)), new(new(2026, 10, 12), new(2026, 10, 12)), new(new(2026, 11, 11), new(2026, 11, 11)),
            new(new(2026, 11, 26), new(2026, 11, 27)), new(new(2026, 12, 24), new(2027, 1, 1)),
        ],
        Hours = WeeklyHours.Parse("Mon-Fri 07:30-14:15"),
    };

    public ValueTask<DistrictRules> GetAsync(TenantScope scope, CancellationToken cancellationToken = default) => ValueTask.FromResult(new DistrictRules
    {
        Zone = Zone,
        Programs = [Internships],
        Documents = JurisdictionDocuments.For(Jurisdictions),
        MayUndo = [Cast.Coordinator.Id],
        CaseloadLimit = 40,
        Seasons = ImmutableDictionary<SeasonId, DateInterval>.Empty.Add(Fall, new(new(2026, 8, 1), new(2027, 1, 31))),
    });
}
