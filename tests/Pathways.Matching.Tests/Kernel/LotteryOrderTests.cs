using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Kernel;

public sealed class LotteryOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(100_000)]
    public void Places_are_told_apart_and_lead_back(int applicants)
    {
        for (var draw = 0ul; draw < 5; draw++)
        {
            var order = new LotteryOrder([], applicants, new(draw));
            int[] places = [.. Enumerable.Range(0, applicants).Select(order.Low)];

            Assert.Equal(applicants, places.Distinct().Count());
            Assert.All(places, place => Assert.InRange(place, 0, (1 << LotteryOrder.PlaceBits(applicants)) - 1));
            Assert.Equal(Enumerable.Range(0, applicants), places.Select(order.Applicant));
        }
    }

    [Fact]
    public void The_largest_market_has_places_too()
    {
        var order = new LotteryOrder([], int.MaxValue, new(3));

        Assert.All([0, 1, int.MaxValue - 1], applicant => Assert.Equal(applicant, order.Applicant(order.Low(applicant))));
    }

    [Fact]
    public void Everybody_is_first_about_as_often()
    {
        var first = new int[5];
        for (var draw = 0ul; draw < 5_000; draw++)
        {
            var order = new LotteryOrder([], first.Length, new(draw));
            first[Enumerable.Range(0, first.Length).MaxBy(order.Low)]++;
        }

        Assert.All(first, times => Assert.InRange(times, 850, 1150));
    }

    [Fact]
    public void The_class_is_the_high_word() => Assert.Equal(7, new LotteryOrder([3, 7], 2, new(1)).High(1));
}
