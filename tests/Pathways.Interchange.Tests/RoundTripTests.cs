using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Interchange.Tests;

public class RoundTripTests
{
    private const string Alphabet = "ab9 ,;\"'\n\r\t=+-@\\é漢\u00A0\uFEFF.#|";

    [Fact]
    public void What_is_written_is_read_back() => Check(Cohorts, cohort =>
    {
        using var folder = new TemporaryFolder();
        CohortFolder.Write(cohort, folder.Path);
        var reading = CohortFolder.Read(folder.Path);
        return reading.Errors.IsEmpty && reading.Warnings.IsEmpty && Plain.Of(reading.Get()) == Plain.Of(cohort);
    });

    [Fact]
    public void The_same_cohort_gives_the_same_bytes() => Check(Cohorts, cohort =>
    {
        using var folder = new TemporaryFolder();
        CohortFolder.Write(cohort, folder.Path);
        var first = Directory.GetFiles(folder.Path).Order().Select(File.ReadAllBytes).ToList();
        CohortFolder.Write(CohortFolder.Read(folder.Path).Get(), folder.Path);
        return first.Zip(Directory.GetFiles(folder.Path).Order().Select(File.ReadAllBytes)).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    });

    [Fact]
    public void No_cell_is_run_by_a_spreadsheet() => Check(Cohorts, cohort =>
    {
        using var folder = new TemporaryFolder();
        CohortFolder.Write(cohort, folder.Path);
        return Directory.GetFiles(folder.Path).SelectMany(file => Cells.Of(File.ReadAllText(file))).SelectMany(row => row)
            .All(cell => cell.Length == 0 || !"=+@\t\r".Contains(cell[0], StringComparison.Ordinal)
                && (cell[0] != '-' || double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _)));
    });

    [Fact]
    public void The_good_folder_is_read_back_too()
    {
        using var folder = new TemporaryFolder();
        var good = CohortFolder.Read(TemporaryFolder.Good).Get();
        CohortFolder.Write(good, folder.Path);
        Assert.Equal(Plain.Of(good), Plain.Of(CohortFolder.Read(folder.Path).Get()));
        Assert.Equal(File.ReadAllText(Path.Combine(TemporaryFolder.Good, "preferences.csv")), folder.Text("preferences.csv"));
    }

    [Fact]
    public void Other_files_stay_and_old_priorities_do_not()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("notes.txt", "keep");
        CohortFolder.Write(CohortFolder.Read(folder.Path).Get() with { Priorities = [] }, folder.Path);
        Assert.Equal("keep", folder.Text("notes.txt"));
        Assert.Equal("opportunity,student,rank\n", folder.Text("priorities.csv"));
        Assert.Equal(6, Directory.GetFiles(folder.Path).Length);
    }

    [Theory]
    [InlineData('\uD800')]
    [InlineData('\0')]
    public void What_no_text_can_hold_is_refused_and_nothing_changes(char character)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var good = CohortFolder.Read(folder.Path).Get();
        var partner = good.Partners[0] with { Name = $"a{character}b" };
        Assert.Throws<ArgumentException>(() => CohortFolder.Write(good with { Partners = [partner] }, folder.Path));
        Assert.Equal(Plain.Of(good), Plain.Of(CohortFolder.Read(folder.Path).Get()));
        Assert.Equal(5, Directory.GetFiles(folder.Path).Length);
    }

    private static void Check(Gen<Cohort> cohorts, Func<Cohort, bool> property) =>
        Prop.ForAll(cohorts.ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static Gen<string> Texts =>
        from length in Gen.Choose(1, 6)
        from letters in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), length)
        select new string(letters);

    private static Gen<ImmutableArray<string>> Lists =>
        from length in Gen.Choose(0, 3)
        from texts in Gen.ArrayOf(Texts, length)
        select texts.ToImmutableArray();

    private static Gen<GeoPoint?> Points =>
        from north in Gen.Choose(-900_000, 900_000)
        from east in Gen.Choose(-1_800_000, 1_800_000)
        from known in Gen.Elements(true, false)
        select known ? new GeoPoint(north / 10_000.0, east / 1.0e4) : (GeoPoint?)null;

    private static Gen<WeeklyHours?> Hours => Gen.Elements(
        null, WeeklyHours.Of(), WeeklyHours.Parse("Mon-Thu 14:00-17:30; Sat 09:00-24:00"), WeeklyHours.Parse("Sun 0:00-0:01"));

    private static Gen<DateInterval> Days =>
        from start in Gen.Choose(0, 1000)
        from days in Gen.Choose(0, 400)
        select new DateInterval(new LocalDate(2025, 1, 1).PlusDays(start), new LocalDate(2025, 1, 1).PlusDays(start + days));

    private static Gen<Student> Students =>
        from school in Texts
        from grade in Gen.Elements(GradeLevel.All.AsEnumerable())
        from born in Gen.Choose(0, 5000)
        from hours in Hours
        from home in Points
        from distance in Gen.Elements<double?>(null, 0, 1e-7, 0.1 + 0.2, 1e300)
        from sectors in Lists
        from interests in Gen.Elements(null, new InterestProfile([0, 1.5, 40, 1e-9, 1e21, 3]))
        from readiness in Gen.Elements<int?>(null, 0, 55, 100)
        from qualifications in Lists
        from groups in Lists
        select new Student
        {
            Id = StudentId.From("?"),
            School = SchoolId.From(school),
            Grade = grade,
            BirthDate = BirthDate.From(new LocalDate(2000, 1, 1).PlusDays(born)),
            Availability = hours,
            Home = home is { } point ? HomePlace.From(point) : null,
            MaximumDistanceKm = distance,
            SectorChoices = [.. sectors.Select(SectorId.From)],
            Interests = interests,
            Readiness = readiness,
            Qualifications = [.. qualifications.Select(QualificationId.From)],
            PriorityGroups = [.. groups.Select(PriorityGroupId.From)],
        };

    private static Gen<Partner> Partners =>
        from name in Texts
        from sectors in Lists
        from town in Gen.OneOf(Texts.Select(text => (string?)text), Gen.Constant((string?)null))
        from place in Points
        from days in Days
        from agreed in Gen.Elements(true, false)
        select new Partner
        {
            Id = PartnerId.From("?"), Name = name, Sectors = [.. sectors.Select(SectorId.From)], Town = town, Place = place, Agreement = agreed ? days : null,
        };

    private static Gen<Opportunity> Opportunities =>
        from title in Texts
        from kind in Gen.Elements(Enum.GetValues<OpportunityKind>())
        from sector in Texts
        from occupation in Gen.Elements<OnetSocCode?>(null, OnetSocCode.Parse("51-4041.00"))
        from seats in Gen.Elements(0, 1, 7, int.MaxValue)
        from days in Days
        from hours in Hours
        from place in Points
        from flags in Gen.ArrayOf(Gen.Elements(true, false), 4)
        from hazards in Lists
        from grade in Gen.Elements<GradeLevel?>(null, GradeLevel.From(9))
        from age in Gen.Elements<int?>(null, 0, 16)
        from requirements in Lists
        select new Opportunity
        {
            Id = OpportunityId.From("?"),
            Partner = PartnerId.From("?"),
            Title = title,
            Kind = kind,
            Sector = SectorId.From(sector),
            Occupation = occupation,
            Seats = seats,
            Minimum = seats / 2,
            Dates = days,
            Schedule = hours,
            Worksite = flags[0] ? new() { Id = WorksiteId.From("?"), Partner = PartnerId.From("?"), Place = place } : null,
            IsRemote = flags[1],
            IsPaid = flags[2],
            Hazards = [.. hazards.Select(HazardId.From)],
            IsStudentLearner = flags[3],
            MinimumGrade = grade,
            MinimumAge = age,
            Requirements = [.. requirements.Select(QualificationId.From)],
        };

    // Names are drawn first and are unique; everything that refers to something refers to one of them.
    private static Gen<Cohort> Cohorts =>
        from names in Gen.ArrayOf(Texts, 5)
        from students in Gen.ArrayOf(Students, 5)
        from partners in Gen.ArrayOf(Partners, 5)
        from opportunities in Gen.ArrayOf(Opportunities, 5)
        from size in Gen.Choose(0, 5)
        from ranks in Gen.ArrayOf(Gen.Choose(0, 3), 25)
        select Whole(names.Distinct().Take(size).ToArray(), students, partners, opportunities, ranks);

    private static Cohort Whole(string[] names, Student[] students, Partner[] partners, Opportunity[] opportunities, int[] ranks)
    {
        var people = names.Select((name, i) => students[i] with { Id = StudentId.From(name) }).ToImmutableArray();
        var hosts = names.Select((name, i) => partners[i] with { Id = PartnerId.From(name) }).ToImmutableArray();
        var offers = names.Select((name, i) =>
        {
            var host = hosts[(i * 2) % hosts.Length];
            var worksite = opportunities[i].Worksite;
            return opportunities[i] with
            {
                Id = OpportunityId.From(name),
                Partner = host.Id,
                Worksite = worksite is null ? null : new() { Id = WorksiteId.From(name + "w"), Partner = host.Id, Place = worksite.Place ?? host.Place },
            };
        }).ToImmutableArray();
        var pairs = people.SelectMany((one, i) => offers.Select((other, j) => (one, other, rank: ranks[(i * 5) + j]))).Where(pair => pair.rank > 0).ToList();
        return new()
        {
            Students = people,
            Partners = hosts,
            Opportunities = offers,
            Preferences = [.. pairs.Select(pair => new Preference(pair.one.Id, pair.other.Id, pair.rank))],
            Priorities = [.. pairs.Where(pair => pair.rank > 1).Select(pair => new Priority(pair.other.Id, pair.one.Id, pair.rank))],
        };
    }
}
