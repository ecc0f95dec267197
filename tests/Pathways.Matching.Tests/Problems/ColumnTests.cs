using Pathways.Matching.Problems;

namespace Pathways.Matching.Tests.Problems;

public sealed class ColumnTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void A_column_holds_what_was_added(int count)
    {
        var column = new Column<int>();
        for (var i = 0; i < count; i++)
        {
            column.Add(3 * i);
        }

        int[] all = [.. Enumerable.Range(0, count).Select(i => 3 * i)];
        Assert.Equal(count, column.Count);
        Assert.Equal(all, column.ToArray());
        Assert.Equal(all, Enumerable.Range(0, count).Select(i => column[i]));
    }
}
