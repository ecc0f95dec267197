namespace Pathways.Matching.Tests.Problems;

public sealed class RankedListTests
{
    [Fact]
    public void A_list_is_built_place_by_place() =>
        Assert.Equal("clinic | lab = library | garage", Text(RankedList<OpportunityId>.Of("clinic").Then("lab", "library").Then("garage")));

    [Fact]
    public void Adding_a_place_leaves_the_list_as_it_was()
    {
        var list = RankedList<OpportunityId>.Of("a", "b");
        var longer = list.Then("c");
        Assert.Equal(("a | b", "a | b | c"), (Text(list), Text(longer)));
    }

    [Fact]
    public void Identifiers_and_texts_give_the_same_list() =>
        Assert.Equal(Text(RankedList<StudentId>.Of("a", "b")), Text(RankedList<StudentId>.Of(StudentId.From("a"), StudentId.From("b"))));

    [Fact]
    public void The_empty_list_has_no_place() => Assert.Empty(RankedList<StudentId>.Empty.Places);

    [Fact]
    public void A_place_of_nobody_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RankedList<StudentId>.Of("a").Then(Array.Empty<string>()));
        Assert.Throws<ArgumentException>(() => RankedList<StudentId>.OfPlaces([[StudentId.From("a")], []]));
        Assert.Throws<ArgumentException>(() => RankedList<StudentId>.Of("a", ""));
    }

    private static string Text<TId>(RankedList<TId> list)
        where TId : struct, IIdentifier<TId> => string.Join(" | ", list.Places.Select(place => string.Join(" = ", place)));
}
