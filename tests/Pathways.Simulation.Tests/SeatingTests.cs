using Pathways.Matching;

namespace Pathways.Simulation.Tests;

public class SeatingTests
{
    private static readonly RandomProblem Model = new() { Students = 400, Opportunities = 60, Choices = 7 };

    [Fact]
    public void What_is_not_asked_for_is_not_there()
    {
        var problem = Model.Make(Seed.From(1));
        Assert.Empty(problem.Partners);
        Assert.Empty(problem.Caps);
        Assert.All(problem.Students, student => Assert.Empty(student.Groups));
        Assert.All(problem.Students, student => Assert.Equal(7, student.Choices.Select(choice => choice.Rank).Distinct().Count()));
        Assert.All(problem.Opportunities, o => Assert.True(o.Partner is null && o.Reserves.IsEmpty && o.Slots.IsEmpty));
    }

    [Fact]
    public void A_choice_is_tied_to_the_one_before_as_often_as_asked_for()
    {
        var tied = (Model with { Tie = 0.25 }).Make(Seed.From(1)).Students.Sum(student => 7 - student.Choices.Select(choice => choice.Rank).Distinct().Count());
        Assert.InRange(tied, 500, 700); // 600 of 2,400 expected; the standard deviation is 21
    }

    [Fact]
    public void What_is_added_leaves_lists_and_scores_as_they_were()
    {
        var (plain, full) = (Model.Make(Seed.From(3)), Full.Make(Seed.From(3)));
        Assert.Equal(plain.Students.SelectMany(s => s.Choices.Select(c => c.Opportunity)), full.Students.SelectMany(s => s.Choices.Select(c => c.Opportunity)));
        Assert.Equal(plain.Opportunities.SelectMany(o => o.Priorities), full.Opportunities.SelectMany(o => o.Priorities));
        Assert.Equal(plain.Opportunities.Select(o => o.Seats), full.Opportunities.Select(o => o.Seats));
    }

    [Fact]
    public void A_partner_takes_its_share_of_its_seats()
    {
        var problem = (Model with { Partners = 7, PartnerCap = 0.8 }).Make(Seed.From(1));
        Assert.Equal(7, problem.Partners.Length);
        Assert.All(problem.Partners, partner =>
        {
            var seats = problem.Opportunities.Where(o => o.Partner == partner.Id).Sum(o => o.Seats);
            Assert.True(seats > 0 && partner.Seats == (int)Math.Ceiling((seats * 0.8) - 1e-6));
        });
        Assert.All((Model with { Partners = 7 }).Make(Seed.From(1)).Partners, partner => Assert.Null(partner.Seats));
    }

    [Fact]
    public void Regions_hold_whole_partners_and_every_opportunity_once()
    {
        var problem = (Model with { Partners = 7, PartnerCap = 0.8, Regions = 3, RegionCap = 0.5 }).Make(Seed.From(1));
        Assert.Equal(problem.Opportunities.Select(o => o.Id).Order(), problem.Caps.SelectMany(cap => cap.Opportunities).Order());
        Assert.All(problem.Opportunities.GroupBy(o => o.Partner), own =>
            Assert.Single(problem.Caps, cap => own.Any(o => cap.Opportunities.Contains(o.Id))));
        Assert.All(problem.Caps, cap => Assert.Equal(
            (int)Math.Ceiling((problem.Opportunities.Where(o => cap.Opportunities.Contains(o.Id)).Sum(o => o.Seats) * 0.5) - 1e-6), cap.Seats));
        Assert.Empty(CompiledRefusals(problem));
    }

    [Fact]
    public void Groups_have_their_share_of_students_and_of_seats()
    {
        var problem = (Model with { Groups = 2, GroupShare = 0.4, Reserve = 0.3 }).Make(Seed.From(1));
        Assert.InRange(problem.Students.Sum(student => student.Groups.Length), 250, 390); // 320 expected
        Assert.Contains(problem.Students, student => student.Groups.Length == 2);
        Assert.All(problem.Opportunities, o => Assert.Equal((int)Math.Round(o.Seats * 0.3), o.Reserves.Sum(reserve => reserve.Seats)));
        Assert.All(problem.Opportunities.SelectMany(o => o.Reserves), reserve => Assert.False(reserve.IsHard));
        var hard = (Model with { Groups = 2, Reserve = 0.3, HardReserves = true }).Make(Seed.From(1));
        Assert.All(hard.Opportunities.SelectMany(o => o.Reserves), reserve => Assert.True(reserve.IsHard));
    }

    [Fact]
    public void Slots_are_of_every_kind_and_the_open_one_is_anywhere()
    {
        var problem = (Model with { Groups = 2, Reserve = 0.5, Slots = true }).Make(Seed.From(1));
        var slots = problem.Opportunities.Select(o => o.Slots).ToList();
        Assert.All(problem.Opportunities, o => Assert.Empty(o.Reserves));
        Assert.Equal(4, slots.SelectMany(own => own).Select(slot => (slot.Group is null, slot.Access, slot.Transfers)).Distinct().Count());
        Assert.Equal(3, slots.Select(own => own.Select(slot => slot.Group).ToList().IndexOf(null)).Distinct().Count());
        Assert.All((Model with { Groups = 2, Slots = true }).Make(Seed.From(1)).Opportunities, o => Assert.Empty(o.Slots));
    }

    [Fact]
    public void A_partner_with_a_cap_tells_students_apart_by_numbers_even_when_there_is_nothing_to_tell()
    {
        var problem = (Model with { Partners = 3, PartnerCap = 0.5, PriorityClasses = 1 }).Make(Seed.From(1));
        Assert.All(problem.Opportunities, o => Assert.All(o.Priorities, entry => Assert.Equal(0, entry.Score)));
    }

    private static RandomProblem Full { get; } = Model with
    {
        Tie = 0.3, Partners = 9, PartnerCap = 0.7, Regions = 2, Groups = 3, Reserve = 0.4, HardReserves = true,
    };

    // Nested caps with scores are what every mechanism for caps can serve.
    private static IEnumerable<string> CompiledRefusals(MatchingProblem problem) => 
        CompiledProblem.Compile(problem).Unsettled.Select(refusal => refusal.Code);
}
