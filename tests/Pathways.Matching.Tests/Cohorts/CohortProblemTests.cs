using Pathways.Matching.Cohorts;

namespace Pathways.Matching.Tests.Cohorts;

public sealed class CohortProblemTests
{
    [Fact]
    public void Left_out_pairs_keep_their_rank_and_so_do_the_others()
    {
        var cohort = Given.Cohort(
            [Given.Ana], [Given.Named("shut") with { Seats = 0 }, Given.Named("a"), Given.Named("old") with { MinimumAge = 40, MinimumGrade = GradeLevel.From(13) }, Given.Named("b")],
            Given.Wish("ana", "b", 9), Given.Wish("ana", "old", 3), Given.Wish("ana", "shut", 1), Given.Wish("ana", "a", 3));
        var made = CohortProblem.Build(cohort);
        Assert.Equal("shut 1, old 2, a 2, b 4", string.Join(", ", made.Problem.Student(0).Choices.Select(c => $"{c.Opportunity} {c.Rank}")));
        Assert.Equal(
            "ana shut 1 eligibility.seats; ana old 2 eligibility.grade eligibility.age",
            string.Join("; ", made.LeftOut.Select(pair => $"{pair.Student} {pair.Opportunity} {pair.Rank} {string.Join(' ', pair.Refusals.Select(r => r.Code))}")));
        Assert.Equal(2, Assert.Single(Matcher.Match(made.Problem).Get().Matching.Assignments).Rank);
    }

    [Fact]
    public void A_partners_own_order_goes_before_the_policy()
    {
        var cohort = Given.Cohort(
            new[] { "ana", "ben", "cy", "dee" }.Select(id => Given.Student(id) with { Readiness = id == "dee" ? 100 : 0 }), [Given.Clinic],
            Given.Wish("ana", "clinic", 1), Given.Wish("ben", "clinic", 1), Given.Wish("cy", "clinic", 1), Given.Wish("dee", "clinic", 1))
            with { Priorities = [Given.Rank("clinic", "cy", 5), Given.Rank("clinic", "ana", 2), Given.Rank("clinic", "ben", 2)] };
        var made = CohortProblem.Build(cohort);
        Assert.Equal("ana 1, ben 1, cy 3", string.Join(", ", made.Problem.Opportunity(0).Priorities.Select(p => $"{p.Student} {p.Place}")));
        Assert.Equal("dee eligibility.not-ranked", string.Join(", ", made.LeftOut.Select(pair => $"{pair.Student} {pair.Refusals.Single().Code}")));
        Assert.Equal("eligibility.not-ranked", Assert.Single(made.Refusals(StudentId.From("dee"), OpportunityId.From("clinic"))).Code);
    }

    [Fact]
    public void Without_an_order_the_policy_scores_whoever_may_come()
    {
        var cohort = Given.Cohort(
            [Given.Student("ana") with { Readiness = 40 }, Given.Student("ben") with { Readiness = 49 }, Given.Student("cy") with { Readiness = 95 }, Given.Student("kid") with { Grade = GradeLevel.From(6), Readiness = 100 }],
            [Given.Clinic with { MinimumGrade = GradeLevel.From(9), Minimum = 1 }],
            Given.Wish("ana", "clinic", 1), Given.Wish("ben", "clinic", 1), Given.Wish("cy", "clinic", 1), Given.Wish("kid", "clinic", 1));
        var clinic = CohortProblem.Build(cohort).Problem.Opportunity(0);
        Assert.Equal("cy 1 90, ana 2 40, ben 2 40", string.Join(", ", clinic.Priorities.Select(p => FormattableString.Invariant($"{p.Student} {p.Place} {p.Score}"))));
        Assert.Equal((1, 1, Given.Hospital.Id, false), (clinic.Seats, clinic.Minimum, clinic.Partner!.Value, clinic.RanksEveryone));
    }

    [Fact]
    public void Nobody_may_come_is_not_everybody_may_come()
    {
        var cohort = Given.Cohort([Given.Ana], [Given.Clinic with { Seats = 0 }, Given.Named("lab")], Given.Wish("ana", "clinic", 1));
        Assert.All(CohortProblem.Build(cohort).Problem.Opportunities, o => Assert.False(o.RanksEveryone));
    }

    [Fact]
    public void Refusals_are_given_for_pairs_that_nobody_listed()
    {
        var made = CohortProblem.Build(Given.Cohort([Given.Ana], [Given.Clinic, Given.Named("shut") with { Seats = 0 }]));
        Assert.Empty(made.LeftOut);
        Assert.Empty(made.Refusals(Given.Ana.Id, Given.Clinic.Id));
        Assert.Equal("eligibility.seats", Assert.Single(made.Refusals(Given.Ana.Id, OpportunityId.From("shut"))).Code);
        Assert.Throws<ArgumentException>(() => made.Refusals(StudentId.From("nobody"), Given.Clinic.Id));
        Assert.Throws<ArgumentException>(() => made.Refusals(Given.Ana.Id, OpportunityId.From("nowhere")));
        Assert.Throws<ArgumentException>(() => made.SectorOf(OpportunityId.From("nowhere")));
    }

    [Fact]
    public void Every_contradiction_is_said_in_one_run()
    {
        var cohort = new Cohort
        {
            Students = [Given.Ana, Given.Ana],
            Partners = [Given.Hospital, Given.Hospital],
            Opportunities =
            [
                Given.Clinic, Given.Clinic, Given.Named("lab") with { Partner = PartnerId.From("college") }, Given.Named("minus") with { Seats = -1 },
                Given.Named("few") with { Seats = 2, Minimum = 3 }, Given.Named("less") with { Minimum = -1 },
            ],
            Preferences = [Given.Wish("zoe", "clinic", 1), Given.Wish("ana", "gym", 1), Given.Wish("ana", "clinic", 1), Given.Wish("ana", "clinic", 2)],
            Priorities = [Given.Rank("clinic", "zoe", 1), Given.Rank("gym", "ana", 1), Given.Rank("clinic", "ana", 1), Given.Rank("clinic", "ana", 1)],
        };
        var reading = CohortProblem.TryBuild(cohort);
        Assert.Equal(
            [
                "cohort.opportunities.id.duplicate", "cohort.opportunities.minimum.above-seats", "cohort.opportunities.minimum.malformed",
                "cohort.opportunities.partner.unknown", "cohort.opportunities.seats.malformed", "cohort.partners.id.duplicate", "cohort.preferences.duplicate",
                "cohort.preferences.opportunity.unknown", "cohort.preferences.student.unknown", "cohort.priorities.duplicate",
                "cohort.priorities.opportunity.unknown", "cohort.priorities.student.unknown", "cohort.students.id.duplicate",
            ],
            reading.Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
        Assert.Equal(reading.Errors.AsEnumerable(), Assert.Throws<InputException>(() => CohortProblem.Build(cohort)).Errors);
    }

    [Fact]
    public void Completing_a_result_adds_the_policy_and_how_full_the_sectors_are()
    {
        var cohort = Given.Cohort(
            [Given.Ana, Given.Student("ben")],
            [Given.Clinic with { Seats = 3 }, Given.Named("studio") with { Sector = SectorId.From("art") }, Given.Named("ward")],
            Given.Wish("ana", "clinic", 1), Given.Wish("ben", "ward", 1), Given.Wish("ben", "studio", 2));
        var made = CohortProblem.Build(cohort);
        var result = Matcher.Match(made.Problem).Get();
        Assert.Empty(result.Measures.SectorFill);
        var complete = made.Complete(result);
        Assert.Equal([new("health", 2, 4, 2, 2), new Fill("art", 1, 1, 0, 0)], complete.Measures.SectorFill.AsEnumerable());
        Assert.Same(made.Policy, complete.Policy);
        Assert.Equal(result.Measures.PartnerFill, complete.Measures.PartnerFill);
        Assert.Throws<ArgumentException>(() => CohortProblem.Build(cohort).Complete(result));
    }
}
