using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ResponsiveChoiceTests
{
    [Fact]
    public void The_worst_is_out_once_there_is_one_too_many()
    {
        var market = RandomMarket.MarketOf([[0], [0], [0], [0]], [[5], [3], [3], [9]], [2]);
        var choice = new ResponsiveChoice<SinglePlaceOrder>(market, Solving.LowerFirst(market), new Workspace());

        Assert.Equal([Market.None, Market.None, 2, 1], Enumerable.Range(0, 4).Select(a => choice.Offer(0, a, a)));
        Assert.Equal(ChoiceGuarantees.All, ResponsiveChoice<SinglePlaceOrder>.Guarantees);
    }

    [Fact]
    public void Without_seats_nobody_is_good_enough()
    {
        var market = RandomMarket.MarketOf([[0]], [[int.MaxValue]], [0]);
        var choice = new ResponsiveChoice<SinglePlaceOrder>(market, Solving.LowerFirst(market), new Workspace());

        Assert.Equal(0, choice.Offer(0, 0, 0));
    }
}
