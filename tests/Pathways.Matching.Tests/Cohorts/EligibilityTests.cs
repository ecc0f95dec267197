using Pathways.Matching.Cohorts;

namespace Pathways.Matching.Tests.Cohorts;

public sealed class EligibilityTests
{
    private static readonly GeoPoint Home = new(42.0, -71.0);

    [Fact]
    public void Who_suits_is_refused_nothing() => Assert.Empty(Refusals(Given.Ana, Given.Clinic));

    [Fact]
    public void Codes_are_public_and_stable() => Assert.Equal(
        "grade age hazard schedule distance sector seats agreement requirements readiness",
        string.Join(' ', EligibilityRequirements.Table.Select(row => row.Code["eligibility.".Length..])));

    [Theory]
    [InlineData("10", "11", true)]
    [InlineData("11", "11", false)]
    [InlineData("12", "11", false)]
    [InlineData("KG", "01", true)]
    [InlineData("UG", "12", false)]
    public void The_lowest_grade_may_come_and_no_lower_one(string grade, string minimum, bool refused) =>
        Check("eligibility.grade", refused, Given.Ana with { Grade = GradeLevel.Parse(grade) }, Given.Clinic with { MinimumGrade = GradeLevel.Parse(minimum) }, grade, minimum);

    [Theory]
    [InlineData(0, false)] // the birthday itself
    [InlineData(1, false)]
    [InlineData(-1, true)] // turns 16 the day after
    public void The_age_is_that_of_the_first_day(int daysSinceBirthday, bool refused) =>
        Check("eligibility.age", refused, Given.Ana with { BirthDate = Given.BornAged(16, daysSinceBirthday) }, Given.Clinic with { MinimumAge = 16 }, "not yet 16", "2026-09-01");

    [Fact]
    public void Born_on_a_leap_day_is_older_from_the_first_of_March()
    {
        var leapling = Given.Ana with { BirthDate = BirthDate.From(new(2008, 2, 29)) };
        Assert.NotEmpty(Refusals(leapling, Starting(new(2026, 2, 28))));
        Assert.Empty(Refusals(leapling, Starting(new(2026, 3, 1))));
        Opportunity Starting(LocalDate day) => Given.Clinic with { MinimumAge = 18, Dates = new DateInterval(day, Given.LastDay) };
        static ImmutableArray<Refusal> Refusals(Student student, Opportunity opportunity) =>
            EligibilityRequirements.Refusals(new(student, opportunity, Given.Hospital with { Agreement = null }, new()));
    }

    [Theory]
    [InlineData(15, false, "ho-05", true)]
    [InlineData(16, false, "ho-05", true)]
    [InlineData(17, false, "ho-05", true)]
    [InlineData(18, false, "ho-05", false)]
    [InlineData(15, true, "ho-05", true)]
    [InlineData(16, true, "ho-05", false)]
    [InlineData(17, true, "ho-05", false)]
    [InlineData(18, true, "ho-05", false)]
    [InlineData(16, true, "ho-01", true)] // no exemption for explosives
    [InlineData(17, true, "ho-01", true)]
    [InlineData(18, true, "ho-01", false)]
    [InlineData(17, true, "acid-bath", true)] // not in the list: bars everybody under 18
    [InlineData(18, false, "acid-bath", false)]
    public void Hazards_bar_minors_but_for_student_learners_of_16_where_the_order_exempts_them(int age, bool isStudentLearner, string hazard, bool refused) =>
        Check("eligibility.hazard", refused, Given.Ana with { BirthDate = Given.BornAged(age, 0) },
            Given.Clinic with { Hazards = [HazardId.From(hazard)], IsStudentLearner = isStudentLearner }, hazard, "under 18");

    [Fact]
    public void The_day_before_the_birthday_is_a_day_too_early_for_hazards()
    {
        var clinic = Given.Clinic with { Hazards = [HazardId.From("ho-05")] };
        Check("eligibility.hazard", true, Given.Ana with { BirthDate = Given.BornAged(18, -1) }, clinic, "under 18");
        Check("eligibility.hazard", true, Given.Ana with { BirthDate = Given.BornAged(16, -1) }, clinic with { IsStudentLearner = true }, "under 18");
    }

    [Fact]
    public void Only_the_hazards_that_bar_are_named()
    {
        var refusal = Assert.Single(Refusals(Given.Ana, Given.Clinic with { Hazards = [HazardId.From("ho-05"), HazardId.From("ho-01")], IsStudentLearner = true }));
        Assert.Contains("ho-01 (Explosives)", refusal.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("ho-05", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon-Fri 14:00-17:00", "Mon 14:00-17:00", false)]
    [InlineData("Mon 14:00-15:00; Mon 15:00-17:00", "Mon 14:30-16:30", false)] // touching stretches are one
    [InlineData("Mon 14:00-17:00", "Mon 13:59-17:00", true)]
    [InlineData("Mon 14:00-17:00", "Mon 14:00-17:01", true)]
    [InlineData("Mon 14:00-15:00; Mon 15:01-17:00", "Mon 14:00-17:00", true)]
    [InlineData("Mon 14:00-24:00; Tue 0:00-6:00", "Mon 22:00-24:00; Tue 0:00-2:00", false)]
    [InlineData("", "Mon 14:00-17:00", true)]
    [InlineData("Mon 14:00-17:00", "", false)]
    public void The_student_is_free_for_every_minute_of_the_work(string free, string work, bool refused) =>
        Check("eligibility.schedule", refused, Given.Ana with { Availability = Given.Hours(free) }, Given.Clinic with { Schedule = Given.Hours(work) }, "Mon");

    [Fact]
    public void Times_that_are_not_said_rule_nothing_out()
    {
        Assert.Empty(Refusals(Given.Ana with { Availability = Given.Hours("") }, Given.Clinic));
        Assert.Empty(Refusals(Given.Ana, Given.Clinic with { Schedule = Given.Hours("Mon 8:00-12:00") }));
    }

    [Fact]
    public void Only_the_hours_that_clash_are_named()
    {
        var sentence = Assert.Single(Refusals(
            Given.Ana with { Availability = Given.Hours("Mon 14:00-17:00") }, Given.Clinic with { Schedule = Given.Hours("Mon,Tue 14:00-17:00") })).Sentence;
        Assert.Contains("Tue 14:00-17:00", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Mon", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_may_be_as_far_as_the_limit_and_no_farther()
    {
        var site = North(10);
        var km = Home.DistanceKmTo(site);
        var there = Given.Clinic with { Worksite = Worksite(site) };
        var ana = Given.Ana with { Home = HomePlace.From(Home) };
        Check("eligibility.distance", false, ana with { MaximumDistanceKm = km }, there);
        Check("eligibility.distance", true, ana with { MaximumDistanceKm = Math.BitDecrement(km) }, there);
        Check("eligibility.distance", true, ana with { MaximumDistanceKm = 0 }, there, "0 km");
    }

    [Fact]
    public void The_students_limit_goes_before_that_of_the_policy()
    {
        var there = Given.Clinic with { Worksite = Worksite(North(10)) };
        var ana = Given.Ana with { Home = HomePlace.From(Home) };
        var policy = new EligibilityPolicy { MaximumDistanceKm = 8 };
        Check("eligibility.distance", true, ana, there, policy, "8 km");
        Check("eligibility.distance", false, ana with { MaximumDistanceKm = 12 }, there, policy);
        Check("eligibility.distance", true, ana with { MaximumDistanceKm = 5 }, there, new EligibilityPolicy { MaximumDistanceKm = 50 });
        Check("eligibility.distance", false, ana, there, new EligibilityPolicy());
    }

    [Fact]
    public void Remote_work_and_unknown_places_are_never_too_far()
    {
        var policy = new EligibilityPolicy { MaximumDistanceKm = 1 };
        var ana = Given.Ana with { Home = HomePlace.From(Home) };
        var far = Given.Clinic with { Worksite = Worksite(North(500)) };
        Check("eligibility.distance", true, ana, far, policy);
        Check("eligibility.distance", false, ana, far with { IsRemote = true }, policy);
        Check("eligibility.distance", false, Given.Ana, far, policy);
        Check("eligibility.distance", false, ana, Given.Clinic with { Worksite = Worksite(null) }, policy);
        Check("eligibility.distance", false, ana, Given.Clinic, policy);
    }

    [Fact]
    public void An_opportunity_that_names_no_place_is_at_the_place_of_its_partner()
    {
        var policy = new EligibilityPolicy { MaximumDistanceKm = 1 };
        var ana = Given.Ana with { Home = HomePlace.From(Home) };
        var partner = Given.Hospital with { Place = North(500) };
        Assert.Equal("eligibility.distance", Assert.Single(EligibilityRequirements.Refusals(new(ana, Given.Clinic, partner, policy))).Code);
        Assert.Empty(EligibilityRequirements.Refusals(new(ana, Given.Clinic with { IsRemote = true }, partner, policy)));
        Assert.Empty(EligibilityRequirements.Refusals(new(ana, Given.Clinic with { Worksite = Worksite(Home) }, partner, policy)));
    }

    [Fact]
    public void A_refusal_says_nothing_from_which_a_home_or_a_birth_date_could_be_worked_out()
    {
        // Places of work and first days are public: what is said must be the same wherever the student lives and whenever they were born.
        foreach (var km in new[] { 10.02, 11, 37.5, 500 })
        {
            foreach (var age in new[] { 13, 14, 15 })
            {
                var ana = Given.Ana with { Home = HomePlace.From(Home), MaximumDistanceKm = 10, BirthDate = Given.BornAged(age, -km > -20 ? 3 : 40) };
                var clinic = Given.Clinic with { Worksite = Worksite(North(km)), MinimumAge = 16, Hazards = [HazardId.From("ho-01")] };
                Assert.Equal(
                    [
                        "The student is not yet 16 on the first day (2026-09-01).",
                        "The student is under 18 on the first day (2026-09-01), and the work holds ho-01 (Explosives).",
                        "The place of work is farther from home than the limit of 10 km.",
                    ],
                    Refusals(ana, clinic).Select(refusal => refusal.Sentence));
                var facts = new EligibilityFacts(ana, clinic, Given.Hospital, new());
                Assert.Equal($"{ana.Id} and {clinic.Id}", $"{facts}");
            }
        }
    }

    [Fact]
    public void A_sector_must_be_one_of_those_chosen_if_the_policy_asks_for_it()
    {
        SectorId art = SectorId.From("art"), health = SectorId.From("health");
        Check("eligibility.sector", true, Given.Ana with { SectorChoices = [art] }, Given.Clinic, "art", "health");
        Check("eligibility.sector", false, Given.Ana with { SectorChoices = [art, health] }, Given.Clinic);
        Check("eligibility.sector", false, Given.Ana, Given.Clinic);
        Check("eligibility.sector", false, Given.Ana with { SectorChoices = [art] }, Given.Clinic, new EligibilityPolicy { RequireChosenSector = false });
    }

    [Fact]
    public void There_must_be_a_seat() => Check("eligibility.seats", true, Given.Ana, Given.Clinic with { Seats = 0 });

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, -1, true)]
    [InlineData(-1, 1, false)]
    [InlineData(150, 200, true)]
    public void The_agreement_covers_the_days_from_the_first_to_the_last(int start, int end, bool refused)
    {
        var partner = Given.Hospital with { Agreement = new DateInterval(Given.FirstDay.PlusDays(start), Given.LastDay.PlusDays(end)) };
        var refusals = EligibilityRequirements.Refusals(new(Given.Ana, Given.Clinic, partner, new()));
        Assert.Equal(refused, refusals.Any());
        Assert.All(refusals, r => Assert.Equal("eligibility.agreement", r.Code));
        Assert.All(refusals, r => Assert.Contains("2027-01-15", r.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_is_asked_for_must_be_there()
    {
        QualificationId resume = QualificationId.From("resume"), safety = QualificationId.From("safety");
        var clinic = Given.Clinic with { Requirements = [resume, safety] };
        Check("eligibility.requirements", false, Given.Ana with { Qualifications = [safety, resume] }, clinic);
        var sentence = Assert.Single(Refusals(Given.Ana with { Qualifications = [resume] }, clinic)).Sentence;
        Assert.Contains("safety", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("resume", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_not_ready_is_told_everything_that_is_missing_if_the_policy_asks_for_it()
    {
        var required = new EligibilityPolicy { RequireReadiness = true };
        var unready = new ReadinessVerdict("career@2", [new("readiness.a", "The resume is missing."), new("readiness.b", "No sector is chosen.")], null);
        var facts = new EligibilityFacts(Given.Ana, Given.Clinic, Given.Hospital, required);
        Assert.Equal(
            new Refusal("eligibility.readiness", "The student is not ready by career@2: The resume is missing. No sector is chosen."),
            Assert.Single(EligibilityRequirements.Refusals(facts with { Readiness = unready })));
        Assert.Equal("It was not asked whether the student is ready.", Assert.Single(EligibilityRequirements.Refusals(facts)).Sentence);
        Assert.Empty(EligibilityRequirements.Refusals(facts with { Readiness = new("career@2", [], null) }));
        Assert.Empty(EligibilityRequirements.Refusals(facts with { Readiness = unready, Policy = new() }));
    }

    [Fact]
    public void Everything_in_the_way_is_said_together_in_the_order_of_the_table_and_no_birth_date()
    {
        var born = new LocalDate(2011, 3, 14);
        var student = Given.Ana with
        {
            Grade = GradeLevel.From(9), BirthDate = BirthDate.From(born), Availability = Given.Hours("Sat 9:00-10:00"), Home = HomePlace.From(Home),
            MaximumDistanceKm = 1, SectorChoices = [SectorId.From("art")],
        };
        var opportunity = Given.Clinic with
        {
            MinimumGrade = GradeLevel.From(12), MinimumAge = 18, Hazards = [HazardId.From("ho-01")], Schedule = Given.Hours("Mon 8:00-9:00"),
            Worksite = Worksite(North(50)), Seats = 0, Requirements = [QualificationId.From("resume")], Dates = new DateInterval(Given.FirstDay, Given.LastDay.PlusDays(1)),
        };
        var refusals = Refusals(student, opportunity, new() { RequireReadiness = true });
        Assert.Equal(EligibilityRequirements.Table.Select(row => row.Code), refusals.Select(refusal => refusal.Code));
        foreach (var sentence in refusals.Select(refusal => refusal.Sentence))
        {
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            foreach (var secret in new[] { "2011", "03-14", "14 March", "March 14", "3/14", "42.0", "-71", "redacted" })
            {
                Assert.DoesNotContain(secret, sentence, StringComparison.Ordinal);
            }
        }
    }

    private static GeoPoint North(double km) => new(Home.Latitude + (km / (6371.0088 * Math.PI / 180)), Home.Longitude);

    private static Worksite Worksite(GeoPoint? place) => new() { Id = WorksiteId.From("site"), Partner = Given.Hospital.Id, Place = place };

    private static ImmutableArray<Refusal> Refusals(Student student, Opportunity opportunity, EligibilityPolicy? policy = null) =>
        EligibilityRequirements.Refusals(new(student, opportunity, Given.Hospital, policy ?? new()));

    private static void Check(string code, bool refused, Student student, Opportunity opportunity, params string[] values) =>
        Check(code, refused, student, opportunity, new EligibilityPolicy(), values);

    private static void Check(string code, bool refused, Student student, Opportunity opportunity, EligibilityPolicy policy, params string[] values)
    {
        var refusals = Refusals(student, opportunity, policy);
        Assert.Equal(refused ? [code] : [], refusals.Select(refusal => refusal.Code));
        Assert.All(refusals, refusal => Assert.All(values, value => Assert.Contains(value, refusal.Sentence, StringComparison.Ordinal)));
    }
}
