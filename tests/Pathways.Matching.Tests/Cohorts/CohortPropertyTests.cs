using Pathways.Matching.Cohorts;
using Pathways.Matching.Tests.Files;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Cohorts;

public sealed class CohortPropertyTests
{
    private static readonly ImmutableArray<SectorId> Sectors = [SectorId.From("health"), SectorId.From("art"), SectorId.From("law")];
    private static readonly ImmutableArray<QualificationId> Qualifications = [QualificationId.From("resume"), QualificationId.From("safety")];

    [Fact]
    public void Exactly_the_listed_pairs_that_the_rules_forbid_are_left_out()
    {
        for (var number = 0; number < 150; number++)
        {
            var cohort = AnyCohort(new Draws(Seed.From(number)));
            var policy = new EligibilityPolicy { MaximumDistanceKm = number % 2 == 0 ? 30 : null, RequireChosenSector = number % 3 > 0 };
            var made = CohortProblem.Build(cohort, new() { Eligibility = policy });
            var expected =
                from s in cohort.Students
                from p in cohort.Preferences.Where(p => p.Student == s.Id).OrderBy(p => p.Rank)
                let o = cohort.Opportunities.Single(o => o.Id == p.Opportunity)
                where IsForbidden(cohort, s, o, policy)
                select (s.Id, o.Id, 1 + cohort.Preferences.Count(other => other.Student == s.Id && other.Rank < p.Rank));
            Assert.Equal(expected, made.LeftOut.Select(pair => (pair.Student, pair.Opportunity, pair.Rank)));
            Assert.All(made.LeftOut, pair => Assert.NotEmpty(pair.Refusals));
            Assert.Equal(made.LeftOut.Length, CompiledProblem.Compile(made.Problem).Dropped.ByStudentOnly);
            Assert.Equal(cohort.Preferences.Length - made.LeftOut.Length, CompiledProblem.Compile(made.Problem).AcceptablePairs);
        }
    }

    [Fact]
    public void Interests_and_the_order_of_the_input_never_change_the_matching()
    {
        for (var number = 0; number < 100; number++)
        {
            var draws = new Draws(Seed.From(number).Split("shuffle"));
            var cohort = AnyCohort(new Draws(Seed.From(number)));
            var other = new Cohort
            {
                Students = Shuffled(cohort.Students.Select(s => s with { Interests = new([draws.Below(40), 1, 2, draws.Below(40), 3, 4]) }), draws),
                Partners = Shuffled(cohort.Partners, draws),
                Opportunities = Shuffled(cohort.Opportunities, draws),
                Preferences = Shuffled(cohort.Preferences, draws),
                Priorities = Shuffled(cohort.Priorities, draws),
            };
            foreach (var options in AllOptions.With((ulong)number).Where(options => options.Ties != TieBreaking.InputOrder))
            {
                Assert.Equal(Solved(cohort, options), Solved(other, options));
            }
        }
    }

    private static IEnumerable<string> Solved(Cohort cohort, MatchOptions options) =>
        Matcher.Match(CohortProblem.Build(cohort).Problem, options).Get().Matching.Assignments.Select(a => $"{a.Student} {a.Opportunity} {a.Rank}").Order(StringComparer.Ordinal);

    // The rules of the documentation once more, in other words.
    private static bool IsForbidden(Cohort cohort, Student s, Opportunity o, EligibilityPolicy policy)
    {
        var partner = cohort.Partners.Single(p => p.Id == o.Partner);
        var age = Period.Between(s.BirthDate.Reveal(Purpose.Eligibility), o.Dates.Start, PeriodUnits.Years).Years;
        var place = o.Worksite is { Place: { } own } ? own : partner.Place;
        var limit = s.MaximumDistanceKm ?? policy.MaximumDistanceKm ?? double.PositiveInfinity;
        return o.Seats == 0
            || (o.MinimumGrade is { } grade && s.Grade.CompareTo(grade) < 0)
            || age < (o.MinimumAge ?? 0)
            || (age < 18 && o.Hazards.Any(h => !o.IsStudentLearner || age < 16 || !h.Value.EndsWith('5')))
            || (s.Availability is { } free && o.Schedule is { } work && free.Misses(work).Any())
            || (!o.IsRemote && s.Home is { } home && place is { } site && home.DistanceKmTo(site, Purpose.Eligibility) > limit)
            || (policy.RequireChosenSector && s.SectorChoices.Length > 0 && !s.SectorChoices.Contains(o.Sector))
            || (partner.Agreement is { } agreement && (agreement.Start > o.Dates.Start || agreement.End < o.Dates.End))
            || o.Requirements.Any(q => !s.Qualifications.Contains(q))
            || (cohort.Priorities.Any(p => p.Opportunity == o.Id) && !cohort.Priorities.Any(p => p.Opportunity == o.Id && p.Student == s.Id));
    }

    private static Cohort AnyCohort(Draws draws)
    {
        ImmutableArray<Partner> partners =
        [
            .. Enumerable.Range(0, 3).Select(i => Given.Hospital with
            {
                Id = PartnerId.From($"p{i}"), Place = One(3) ? Point() : null,
                Agreement = One(2) ? new DateInterval(Given.FirstDay.PlusDays(draws.Below(3) - 2), Given.LastDay.PlusDays(draws.Below(3) - 1)) : null,
            }),
        ];
        ImmutableArray<Student> students =
        [
            .. Enumerable.Range(0, 8).Select(i => Given.Student($"s{i}") with
            {
                Grade = GradeLevel.From(9 + draws.Below(4)), BirthDate = Given.BornAged(15 + draws.Below(4), draws.Below(3) - 1),
                Availability = One(2) ? Given.Hours(One(2) ? "Mon-Fri 14:00-18:00" : "Mon 14:00-17:00; Tue 14:00-18:00") : null,
                Home = One(2) ? HomePlace.From(Point()) : null, MaximumDistanceKm = One(3) ? draws.Below(40) : null,
                SectorChoices = [.. Sectors.Where(_ => One(2))], Readiness = One(4) ? null : draws.Below(101), Qualifications = [.. Qualifications.Where(_ => !One(4))],
            }),
        ];
        ImmutableArray<Opportunity> opportunities =
        [
            .. Enumerable.Range(0, 6).Select(i => Given.Named($"o{i}") with
            {
                Partner = partners[draws.Below(3)].Id, Sector = Sectors[draws.Below(3)], Seats = draws.Below(4), IsRemote = One(4), IsStudentLearner = One(2),
                Worksite = One(2) ? new() { Id = WorksiteId.From($"w{i}"), Partner = partners[0].Id, Place = One(4) ? null : Point() } : null,
                Hazards = One(4) ? [HazardId.From(One(2) ? "ho-05" : "ho-01")] : [], MinimumGrade = One(3) ? GradeLevel.From(9 + draws.Below(4)) : null,
                MinimumAge = One(4) ? 15 + draws.Below(4) : null, Schedule = One(2) ? Given.Hours("Mon,Tue 14:00-17:00") : null, Requirements = [.. Qualifications.Where(_ => One(4))],
            }),
        ];
        var preferences = students.SelectMany(s => opportunities.Where(_ => One(2)).Select(o => new Preference(s.Id, o.Id, 1 + draws.Below(4)))).ToImmutableArray();
        var priorities = opportunities.Where(_ => One(3)).ToList().SelectMany(o => students.Where(_ => !One(3)).Select(s => new Priority(o.Id, s.Id, 1 + draws.Below(4)))).ToImmutableArray();
        return new() { Students = students, Partners = partners, Opportunities = opportunities, Preferences = preferences, Priorities = priorities };

        bool One(int outOf) => draws.Below(outOf) == 0;
        GeoPoint Point() => new(42 + (draws.Unit() / 2), -71 + (draws.Unit() / 2));
    }

    private static ImmutableArray<T> Shuffled<T>(IEnumerable<T> all, Draws draws) => [.. all.OrderBy(_ => draws.Unit())];
}
