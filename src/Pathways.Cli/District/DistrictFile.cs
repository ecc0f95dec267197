using Pathways.Json;
using Pathways.Placements;
using Pathways.WorkRules;

namespace Pathways.Cli.District;

/// <summary>What district.json says, <c>"format": "pathways/district@1"</c>; see <c>docs/formats/district.md</c>.</summary>
internal sealed record DistrictBook(
    TenantId Tenant, DistrictRules Rules, ImmutableArray<string> Jurisdictions, SchoolCalendar Calendar, ImmutableArray<DistrictPerson> People,
    ImmutableArray<DistrictStudent> Students, ImmutableArray<DistrictPartner> Partners, ImmutableArray<OpportunityListing> Opportunities);

/// <summary>Somebody with an account, and to whom they stand in the relation that their role means.</summary>
internal sealed record DistrictPerson(Actor Actor, bool Everything, ImmutableArray<StudentId> Students, ImmutableArray<OpportunityId> Opportunities, bool HoldsRights);

/// <summary>What is known of a student.</summary>
internal sealed record DistrictStudent(
    StudentId Id, BirthDate Birth, GradeLevel? Grade, ActorId? Coordinator, ImmutableArray<StudentWord> Facts, LocalDate? ReadyUntil);

/// <summary>What is known of a partner.</summary>
internal sealed record DistrictPartner(PartnerId Id, ImmutableArray<PartnerWord> Facts, DateInterval? Agreement);

/// <summary>What can be said of a student.</summary>
internal enum StudentWord
{
    ResumeApproved,
    QuestionsAnswered,
    GuardianNotified,
    GuardianConsents,
    DataReleaseConsented,
    Ready,
    ReadinessWaived,
    Eligible,
}

/// <summary>What can be said of a partner.</summary>
internal enum PartnerWord
{
    Active,
    Vetted,
    HazardsScreened,
    TasksDescribed,
}

/// <summary>Reads district.json.</summary>
internal static class DistrictFile
{
    public const string Format = "pathways/district@1";

    public static Reading<DistrictBook> Read(string path) => JsonRecordFile.Read(path, "district", Format, Book);

    private static DistrictBook Book(JsonRecord json)
    {
        var programs = Unique(json, "programs", json.List("programs", Program), program => program.Id);
        var people = json.List("people", Person);
        ImmutableArray<string> jurisdictions = [.. json.Texts("jurisdictions")];
        foreach (var unknown in jurisdictions.Where(code => !WorkRuleEngine.Shipped.Jurisdictions.Contains(code)))
        {
            json.Fault(json.PlaceOf("jurisdictions", unknown), "unknown", $"Of \"{unknown}\" nothing is known. There are: {string.Join(", ", WorkRuleEngine.Shipped.Jurisdictions)}.");
        }

        json.Required("jurisdictions");
        json.Required("people");
        ImmutableArray<ActorId> mayUndo = json.Ids<ActorId>("mayUndo");
        foreach (var stranger in mayUndo.Where(id => people.All(person => person.Actor.Id != id)))
        {
            json.Fault(json.PlaceOf("mayUndo", stranger.Value), "unknown", $"Nobody of \"people\" is called {stranger}. Maybe it is misspelt.");
        }

        var seasons = json.List("seasons", season => Tuple.Create(season.Id<SeasonId>("id"), Fields.Days(season)));
        return new(
            json.Id<TenantId>("tenant"),
            new()
            {
                Zone = Zone(json),
                Programs = programs,
                Documents = JurisdictionDocuments.For(jurisdictions),
                MayUndo = mayUndo,
                WithdrawsOtherApplications = json.Flag("withdrawsOtherApplications", otherwise: true),
                CaseloadLimit = json.WholeNumberOrNull("caseloadLimit", 0),
                Seasons = Unique(json, "seasons", seasons, season => season.Item1).ToImmutableDictionary(season => season.Item1, season => season.Item2),
            },
            jurisdictions,
            json.Required("calendar") ? json.ObjectOrNull("calendar", Calendar) ?? SchoolCalendar.Unknown : SchoolCalendar.Unknown,
            Unique(json, "people", people, person => person.Actor),
            Unique(json, "students", json.List("students", Student), student => student.Id),
            Unique(json, "partners", json.List("partners", Partner), partner => partner.Id),
            Unique(json, "opportunities", json.List("opportunities", opportunity => Listing(opportunity, programs)), listing => listing.Id));
    }

    private static DateTimeZone Zone(JsonRecord json)
    {
        if (json.Required("zone") && json.TextOrNull("zone") is { } name)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
            {
                return zone;
            }

            json.Fault("zone", "unknown", $"\"{name}\" is no time zone. Expected a name such as \"America/New_York\".");
        }

        return DateTimeZone.Utc;
    }

    private static PlacementProgram Program(JsonRecord json)
    {
        var usual = PlacementProgram.For(json.Id<PlacementProgramId>("id"), json.Choice<PlacementKind>("kind"));
        return usual with
        {
            RequiredMinutes = json.WholeNumberOrNull("requiredMinutes") ?? usual.RequiredMinutes,
            MaximumDays = json.WholeNumberOrNull("maximumDays", 1) ?? usual.MaximumDays,
            GivesCredit = json.Flag("givesCredit", usual.GivesCredit),
            Documents = json.Flag("usualDocuments") ? JurisdictionDocuments.OfPrograms : [],
        };
    }

    private static DistrictPerson Person(JsonRecord json)
    {
        var person = new DistrictPerson(
            new(json.Id<ActorId>("id"), json.Choice<Role>("role")), json.Flag("everything"), json.Ids<StudentId>("students"), json.Ids<OpportunityId>("opportunities"), json.Flag("rights", otherwise: true));
        if (person.Actor.Role == Role.System)
        {
            json.Fault("role", "unsuitable", "The platform acts by itself and has no account. Maybe a coordinator is meant.");
        }

        return person;
    }

    private static DistrictStudent Student(JsonRecord json) => new(
        json.Id<StudentId>("id"), BirthDate.From(json.Date("birthDate")), json.GradeOrNull("grade"), json.IdOrNull<ActorId>("coordinator"), json.Choices<StudentWord>("facts"),
        json.DateOrNull("readyUntil"));

    private static DistrictPartner Partner(JsonRecord json) => new(json.Id<PartnerId>("id"), json.Choices<PartnerWord>("facts"), Fields.DaysOrNull(json, "agreement"));

    private static OpportunityListing Listing(JsonRecord json, ImmutableArray<PlacementProgram> programs)
    {
        var program = json.IdOrNull<PlacementProgramId>("program");
        if (program is { } name && programs.All(known => known.Id != name))
        {
            json.Fault("program", "unknown", $"There is no program {name}. Maybe it is misspelt.");
        }

        return new()
        {
            Offer = new()
            {
                Id = json.Id<OpportunityId>("id"), Partner = json.Id<PartnerId>("partner"), Title = json.Text("title"), Kind = json.ChoiceOrNull<OpportunityKind>("kind") ?? OpportunityKind.Other,
                Sector = json.Id<SectorId>("sector"), Seats = json.WholeNumber("seats"), Dates = Fields.Days(json), Schedule = Fields.WeekOrNull(json, "schedule"), IsPaid = json.Flag("paid"),
                Hazards = json.Ids<HazardId>("hazards"), MinimumGrade = json.GradeOrNull("minimumGrade"), MinimumAge = json.WholeNumberOrNull("minimumAge", 0, 99),
            },
            Program = program, Supervisor = json.IdOrNull<ActorId>("supervisor"), Season = json.IdOrNull<SeasonId>("season"), ApplicationWindow = Fields.DaysOrNull(json, "applications"),
        };
    }

    private static SchoolCalendar Calendar(JsonRecord json)
    {
        var calendar = new SchoolCalendar { Known = Fields.Days(json), Terms = json.List("terms", Fields.Days), DaysOff = json.List("daysOff", Fields.Days) };
        return Fields.WeekOrNull(json, "hours") is { } hours ? calendar with { Hours = hours } : calendar;
    }

    private static ImmutableArray<T> Unique<T, TKey>(JsonRecord json, string field, ImmutableArray<T> items, Func<T, TKey> key)
        where TKey : notnull
    {
        var seen = new HashSet<TKey>();
        foreach (var item in items.Where(item => !seen.Add(key(item))))
        {
            json.Fault(field, "duplicate", $"{key(item)} is there twice. Put the two together.");
        }

        return [.. items.DistinctBy(key)];
    }
}
