using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class TieWalksTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_move_leads_to_a_stable_matching(bool applicantsTie)
    {
        var (down, moved) = (0, 0);
        for (var draw = 0ul; draw < 3_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie);
            var seats = new StableSeats(tiny.Market);
            var walks = new TieWalks(seats);
            var draws = new Draws(new(draw));
            seats.Load(LargestStable.Start(tiny.Market, new(draw), new()));
            for (var step = 0; step < 12 && tiny.Applicants > 0; step++)
            {
                var before = tiny.Read(seats.EdgeOf);
                var applicant = draws.Below(tiny.Applicants);
                if (seats.EdgeOf[applicant] == Market.None)
                {
                    down++;
                    var loser = walks.Down(applicant, ref draws);
                    Assert.Equal(TiedMarket.Size(before) + (loser == Market.None ? 1 : 0), seats.Size);
                }
                else if (step % 2 == 0)
                {
                    walks.Overtake(applicant, ref draws);
                    Assert.True(seats.Size >= TiedMarket.Size(before) - 1);
                }
                else
                {
                    walks.Up(applicant, ref draws);
                    Assert.True(seats.Size >= TiedMarket.Size(before));
                }

                var after = tiny.Read(seats.EdgeOf);
                moved += after.SequenceEqual(before) ? 0 : 1;
                Assert.True(tiny.IsStable(after), tiny.Said(after));
                Assert.Equal(TiedMarket.Size(after), seats.Size);
                Assert.All(Enumerable.Range(0, tiny.Programs), p => Assert.Equal(after.Count(other => other == p), seats.In(p).Length));
            }
        }

        Assert.True(down > 1000 && moved > 1000, $"{down} {moved}");
    }
}
