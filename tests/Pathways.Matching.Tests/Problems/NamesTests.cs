using Pathways.Matching.Problems;

namespace Pathways.Matching.Tests.Problems;

public sealed class NamesTests
{
    [Fact]
    public void Positions_follow_definitions_and_numbers_follow_mentions()
    {
        var names = new Names();
        Assert.Equal((0, 1, 0), (names.Mention("late"), names.Mention("later"), names.Mention("late")));
        Assert.True(names.Define("later"));
        Assert.True(names.AnyUndefined);
        Assert.True(names.Define("late"));
        Assert.False(names.AnyUndefined);
        Assert.False(names.Define("late"));
        Assert.Equal([1, 0], names.Positions());
        var (index, texts) = names.Settle(names.Positions(), text => text);
        Assert.Equal(["later", "late"], texts);
        Assert.Equal((1, 0), (index["late"], index["later"]));
    }

    [Fact]
    public void A_name_that_is_never_defined_has_no_position()
    {
        var names = new Names();
        names.Mention("ghost");
        names.Define("real");
        Assert.Equal([-1, 0], names.Positions());
        Assert.False(names.IsDefined(0));
        Assert.Equal("ghost", names.Text(0));
    }

    [Fact]
    public void Names_are_compared_by_code_unit()
    {
        var names = new Names();
        Assert.True(names.Define("\u00e9"));
        Assert.True(names.Define("e\u0301"));
        Assert.True(names.Define("\u00c9"));
        Assert.Equal(3, names.Count);
    }

    [Fact]
    public void Names_of_any_length_that_differ_in_one_byte_are_different()
    {
        var names = new Names();
        string[] texts = [.. Enumerable.Range(1, 40).SelectMany(length => Enumerable.Range(0, length)
            .SelectMany(at => "\0ab".Select(unit => new string('x', at) + unit + new string('x', length - at - 1)))).Distinct()];
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Mention(text)));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Mention(text)));
        Assert.Equal(texts, Enumerable.Range(0, texts.Length).Select(names.Text));
    }

    [Fact]
    public void Names_keep_their_numbers_however_many_come_after()
    {
        var names = new Names();
        string[] texts = [.. Enumerable.Range(0, 50_000).SelectMany(i => new[] { $"student-{i}", $"{i:000000}", new string((char)('a' + (i % 26)), 1 + (i / 26)) }).Where(text => text.Length <= 128).Distinct()];
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Mention(text)));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Mention(text)));
        Assert.All(texts, text => Assert.True(names.Define(text)));
        Assert.Equal(texts, names.Settle(names.Positions(), text => text).Ids);
    }
}
