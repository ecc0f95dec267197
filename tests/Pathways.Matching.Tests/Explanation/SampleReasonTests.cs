using Pathways.Matching.Files;
using Pathways.Matching.Tests.Files;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>What students of the sample problems are told.</summary>
public sealed class SampleReasonTests
{
    [Fact]
    public void Both_views_of_seats_for_a_group_say_whose_last_it_is()
    {
        var result = Match("soft-reserves");
        var explainer = new Explainer(result);

        var kind = Assert.IsType<Reason.KindsFilled>(Explain(explainer, "eli", "lab").Reason).Kinds[0];
        var taken = explainer.Explain(OpportunityId.From("lab")).Kinds[0];

        Assert.Equal(taken.Cutoff, kind.Last);
        Assert.Equal((4, 2, true), (kind.Last!.Value.Place, kind.Cutoff!.Value.Place, kind.MembersFirst));
        Assert.Equal(
            $"2 seats for far-from-transit, whose members go first: 2 taken, the last at {kind.Last}; the last from outside the group at {kind.Cutoff}.",
            kind.Sentence);
        Assert.Equal("1 seat for rural, whose members go first: 1 taken, all by members, the last at 5 points.", new SeatKindFilled(
            PriorityGroupId.From("rural"), 1, 1, true, null, new(1, 5, null), MembersFirst: true).Sentence);
    }

    [Fact]
    public void Points_that_would_be_enough_agree_with_the_seats_that_are_shown()
    {
        var result = Match("overlapping-groups");

        var choice = Explain(new(result), "cy", "lab");

        var filled = Assert.IsType<Reason.KindsFilled>(choice.Reason);
        Assert.True(filled.AreFilledTogether);
        Assert.Contains("1 seat for far-from-transit, which the student is not in: 1 taken, the last at 60 points", filled.Sentence, StringComparison.Ordinal);
        Assert.Contains("Whoever is in several of the groups has the seat of the one that needs them.", filled.Sentence, StringComparison.Ordinal);
        Assert.Equal(filled.Kinds.Min(kind => kind.Last!.Value.Points), Assert.Single(choice.WhatIfs.OfType<WhatIf.HigherPriority>()).Points);
    }

    [Fact]
    public void A_seat_of_the_student_under_the_cap_is_said_to_be_theirs()
    {
        var filled = Assert.IsType<Reason.CapFilled>(Explain(new(Match("nested-caps")), "cy", "lab").Reason);

        Assert.Equal((2, 1, 0, "ward", 90.0), (filled.Seats, filled.HigherPriority, filled.SamePriority, filled.Held?.Value, filled.AtHeld?.Points));
        Assert.Equal(
            "Partner hospital, to which lab belongs, takes 2 in all its opportunities together: one is the student's own at ward, at 90 points, and the other went to a student of higher priority. The last seat went at 80 points; the student stands at 65 points.",
            filled.Sentence);
        Assert.Contains("takes 1 in all its opportunities together, which is the student's own seat at ward, at 90 points. ",
            (filled with { Seats = 1, HigherPriority = 0 }).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cy", "lab", 80)]
    [InlineData("dee", "pharmacy", 80)]
    [InlineData("dee", "farm", 60)]
    public void Under_caps_the_points_that_would_be_enough_are_told(string student, string opportunity, double points)
    {
        var result = Match("nested-caps");
        var (who, where) = (StudentId.From(student), OpportunityId.From(opportunity));

        var higher = Assert.Single(new Explainer(result).Explain(who, where).WhatIfs.OfType<WhatIf.HigherPriority>());

        Assert.Equal((points, false), (higher.Points, higher.EqualIsEnough));
        Assert.True(Gets(points + 1));
        Assert.False(Gets(points));

        bool Gets(double score) =>
            Matcher.Match(ChangedProblem.Of(result.Problem.Problem, score: (where, who, score)), result.Options).Get().Matching.Of(who) == where;
    }

    [Fact]
    public void Between_equals_under_a_cap_a_better_number_is_told()
    {
        var result = Match("nested-caps");

        Assert.IsType<WhatIf.BetterLottery>(Explain(new(result), "dee", "pharmacy").WhatIfs.Single(whatIf => whatIf is WhatIf.BetterLottery));
    }

    [Fact]
    public void An_exact_result_of_a_small_problem_has_what_ifs()
    {
        var result = Match("ties", new() { Mechanism = Mechanism.LargestStable, Exact = true });
        var explainer = new Explainer(result);

        Assert.True(explainer.IsReproduced);
        var student = result.Problem.Problem.Students.First(student => result.Matching.Of(student.Id) is null);
        Assert.Contains(explainer.Explain(student.Id).Choices, choice => choice.WhatIfs.Any(whatIf => whatIf is WhatIf.MoreSeats));
    }

    [Fact]
    public void What_keeps_a_matching_from_being_made_again_is_told_by_its_cause()
    {
        var problem = CompiledProblem.Compile(ProblemFile.Read(Path.Combine(Repository.Root, "samples", "problems", "ties.json")).Get());
        var nobody = ProblemMatching.From(problem.Problem, []).Matching;
        var exact = new MatchOptions { Mechanism = Mechanism.LargestStable, Exact = true };

        Assert.IsType<NoWhatIf.UnknownOrigin>(new Explainer(problem, nobody).WithoutWhatIfs);
        Assert.IsType<NoWhatIf.OtherMatching>(new Explainer(problem, nobody, new()).WithoutWhatIfs);
        Assert.IsType<NoWhatIf.OtherMatching>(new Explainer(problem, nobody, exact).WithoutWhatIfs);
        Assert.IsType<NoWhatIf.EndedByClock>(new Explainer(problem, nobody, exact with { TimeLimit = Duration.FromSeconds(1) }).WithoutWhatIfs);
        Assert.IsType<NoWhatIf.Refused>(new Explainer(problem, nobody, new() { Exact = true }).WithoutWhatIfs);
        Assert.Null(new Explainer(Matcher.Match(problem, exact).Get()).WithoutWhatIfs);
    }

    [Fact]
    public void A_problem_too_large_to_be_searched_again_at_once_says_so()
    {
        string[] opportunities = [.. Enumerable.Range(0, 150).Select(o => $"o{o}")];
        var problem = SmallProblem.Of(
            [.. Enumerable.Range(0, 150).Select(s => new SmallStudent($"s{s}", SmallProblem.Strict(opportunities)))],
            [.. opportunities.Select(o => new SmallOpportunity(o, 1))]).Compile();
        var matching = Matcher.Match(problem, new()).Get().Matching;

        Assert.IsType<NoWhatIf.SearchTooLong>(
            new Explainer(problem, matching, new() { Mechanism = Mechanism.LargestStable, Exact = true }).WithoutWhatIfs);
    }

    [Fact]
    public void Seats_are_counted_in_good_words()
    {
        var lab = OpportunityId.From("lab");
        Standing own = new(3, null, null), last = new(1, null, null);

        Assert.StartsWith("Both seats at lab went to students of higher priority.", new Reason.SeatsFilled(lab, 2, 2, 0, own, last).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("The one seat at lab went to a student of higher priority.", new Reason.SeatsFilled(lab, 1, 1, 0, own, last).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("In round 1, when the student asked, the one seat at lab was left, and went to a student of", Round(1, 1), StringComparison.Ordinal);
        Assert.StartsWith("In round 1, when the student asked, one seat of 3 at lab was left, and went", Round(3, 1), StringComparison.Ordinal);
        Assert.StartsWith("In round 1, when the student asked, both seats at lab were left, and went to students", Round(2, 2), StringComparison.Ordinal);
        Assert.StartsWith("In round 1, when the student asked, 2 seats of 3 at lab were left, and went", Round(3, 2), StringComparison.Ordinal);

        string Round(int seats, int left) => new Reason.FilledInRound(lab, seats, 1, left, left, 0, own, last).Sentence;
    }

    private static MatchResult Match(string sample, MatchOptions? options = null) =>
        Matcher.Match(ProblemFile.Read(Path.Combine(Repository.Root, "samples", "problems", $"{sample}.json")).Get(), options).Get();

    private static ChoiceExplanation Explain(Explainer explainer, string student, string opportunity) =>
        explainer.Explain(StudentId.From(student), OpportunityId.From(opportunity));
}
