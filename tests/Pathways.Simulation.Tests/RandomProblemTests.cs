using Pathways.Matching;

namespace Pathways.Simulation.Tests;

public class RandomProblemTests
{
    private static readonly RandomProblem Model = new() { Students = 400, Opportunities = 60, Choices = 7 };

    [Fact]
    public void Every_student_lists_so_many_different_opportunities()
    {
        foreach (var popularity in Enum.GetValues<Popularity>())
        {
            var problem = (Model with { Popularity = popularity }).Make(Seed.From(1));
            Assert.Equal((400, 60, 2800), (problem.StudentCount, problem.OpportunityCount, problem.ChoiceCount));
            Assert.All(problem.Students, student => Assert.Equal(7, student.Choices.Select(choice => choice.Opportunity).Distinct().Count()));
        }
    }

    [Fact]
    public void Seats_are_spread_evenly_and_add_up()
    {
        foreach (var ratio in new[] { 0, 0.5, 0.9, 1, 1.05, 3 })
        {
            var seats = (Model with { SeatsPerStudent = ratio }).Make(Seed.From(1)).Opportunities.Select(o => o.Seats).ToList();
            Assert.Equal((int)Math.Ceiling((400 * ratio) - 1e-6), seats.Sum());
            Assert.True(seats.Max() - seats.Min() <= 1);
        }
    }

    [Fact]
    public void One_seed_makes_one_problem()
    {
        Assert.Equal(Lists(Model.Make(Seed.From(5))), Lists(Model.Make(Seed.From(5))));
        Assert.NotEqual(Lists(Model.Make(Seed.From(5))), Lists(Model.Make(Seed.From(6))));
    }

    [Fact]
    public void A_student_draws_the_same_however_many_come_after()
    {
        var few = Lists((Model with { Students = 10 }).Make(Seed.From(5)));
        Assert.Equal(few, Lists(Model.Make(Seed.From(5))).Take(10));
    }

    [Fact]
    public void Uniform_opportunities_are_listed_about_equally_often()
    {
        var counts = Listed(new RandomProblem { Students = 20_000, Opportunities = 20, Choices = 3 });
        // 3,000 expected each; five standard deviations are about 250.
        Assert.All(counts, count => Assert.InRange(count, 2_750, 3_250));
    }

    [Fact]
    public void Zipf_opportunities_are_listed_in_proportion_to_their_weight()
    {
        var counts = Listed(new RandomProblem { Students = 50_000, Opportunities = 20, Choices = 1, Popularity = Popularity.Zipf });
        var harmonic = Enumerable.Range(1, 20).Sum(i => 1.0 / i);
        for (var o = 0; o < counts.Length; o++)
        {
            var expected = 50_000 / harmonic / (o + 1);
            Assert.InRange(counts[o], expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void A_list_of_everything_holds_everything()
    {
        foreach (var popularity in Enum.GetValues<Popularity>())
        {
            var problem = new RandomProblem { Students = 3, Opportunities = 300, Choices = 300, Popularity = popularity }.Make(Seed.From(1));
            Assert.All(problem.Students, student => Assert.Equal(300, student.Choices.Select(choice => choice.Opportunity).Distinct().Count()));
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public void Priorities_have_as_many_classes_as_asked_for(int classes, bool everybodyTied)
    {
        var problem = (Model with { PriorityClasses = classes }).Make(Seed.From(1));
        Assert.All(problem.Opportunities, opportunity => Assert.Equal(everybodyTied, opportunity.RanksEveryone));
        var scores = problem.Opportunities.SelectMany(o => o.Priorities).Select(p => p.Score!.Value).Distinct().Count();
        Assert.Equal(classes switch { 0 => 2800, 1 => 0, _ => classes }, scores);
    }

    [Fact]
    public void Nobody_and_nothing_to_choose_are_problems_too()
    {
        Assert.Equal(0, (Model with { Students = 0 }).Make(default).StudentCount);
        Assert.Equal(0, (Model with { Choices = 0 }).Make(default).ChoiceCount);
    }

    [Fact]
    public void Impossible_models_say_which_number_is_wrong()
    {
        foreach (var (model, name) in new[]
        {
            (Model with { Students = -1 }, "Students"), (Model with { Opportunities = 0 }, "Opportunities"), (Model with { Choices = 61 }, "Choices"),
            (Model with { SeatsPerStudent = double.NaN }, "SeatsPerStudent"), (Model with { SeatsPerStudent = -1 }, "SeatsPerStudent"),
            (Model with { PriorityClasses = -1 }, "PriorityClasses"),
            (Model with { Tie = 1.5 }, "Tie"), (Model with { Partners = -1 }, "Partners"), (Model with { PartnerCap = double.NaN }, "PartnerCap"),
            (Model with { Regions = -1 }, "Regions"), (Model with { RegionCap = -0.1 }, "RegionCap"), (Model with { Groups = 63 }, "Groups"),
            (Model with { Reserve = 0.2 }, "Groups"), (Model with { Groups = 1, Reserve = 2 }, "Reserve"), (Model with { GroupShare = -1 }, "GroupShare"),
        })
        {
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => model.Make(default)).ParamName);
        }
    }

    [Fact]
    public void Making_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() => Model.Make(default, new CancellationToken(true)));

    private static List<string> Lists(MatchingProblem problem) =>
        [.. problem.Students.Select(student => string.Join(' ', student.Choices.Select(choice => choice.Opportunity)))];

    private static int[] Listed(RandomProblem model)
    {
        var problem = model.Make(Seed.From(11));
        var counts = new int[model.Opportunities];
        foreach (var choice in problem.Students.SelectMany(student => student.Choices))
        {
            counts[int.Parse(choice.Opportunity.Value[1..], System.Globalization.CultureInfo.InvariantCulture)]++;
        }

        return counts;
    }
}
