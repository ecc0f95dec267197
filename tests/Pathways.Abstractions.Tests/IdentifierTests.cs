using System.Text.Json;

namespace Pathways.Tests;

public abstract class IdentifierTests<TId>
    where TId : struct, IIdentifier<TId>, IComparable<TId>
{
    [Fact]
    public void It_keeps_its_text_exactly()
    {
        Assert.Equal(" Ä-17 ", TId.From(" Ä-17 ").Value);
        Assert.Equal(" Ä-17 ", TId.From(" Ä-17 ").ToString());
        Assert.Equal(TId.From("x"), TId.From(new string('x', 1)));
        Assert.NotEqual(TId.From("x"), TId.From("X"));
    }

    [Fact]
    public void Default_is_no_identifier()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => default(TId).Value);

        Assert.Contains(typeof(TId).Name, exception.Message, StringComparison.Ordinal);
        Assert.Equal("(unset)", default(TId).ToString());
    }

    [Fact]
    public void Characters_are_counted_as_Unicode_scalar_values()
    {
        Assert.Equal(256, TId.From(string.Concat(Enumerable.Repeat("\U0001F9D1", 128))).Value.Length);
        var exception = Assert.Throws<ArgumentException>(() => TId.From(string.Concat(Enumerable.Repeat("\U0001F9D1", 129))));
        Assert.Contains("this one has 129", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TId.From(new string('x', 129)));
        Assert.Equal(128, TId.From(new string('x', 128)).Value.Length);
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.All(
            ["x\uD83E", "\uDDD1x", "\U0001F9D1\uDDD1", "\uDDD1\uD83E"],
            text => Assert.Contains("surrogate", Assert.Throws<ArgumentException>(() => TId.From(text)).Message, StringComparison.Ordinal));

    [Fact]
    public void A_message_about_a_long_identifier_cuts_no_character_in_half()
    {
        var text = new string('x', 23) + string.Concat(Enumerable.Repeat("\U0001F9D1", 128));

        Assert.Contains($"\"{text[..23]}...\"", Identifier.Fault(text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_is_no_identifier()
    {
        Assert.Throws<ArgumentException>(() => TId.From(""));
        Assert.Throws<ArgumentException>(() => TId.From(null!));
    }

    [Fact]
    public void Comparison_is_ordinal()
    {
        string[] texts = ["B", "a", "Z", "ä", "10", "9", "b"];

        Assert.Equal(
            texts.Order(StringComparer.Ordinal), texts.Select(TId.From).Order().Select(id => id.Value));
        Assert.Equal(0, TId.From("a").CompareTo(TId.From("a")));
        Assert.True(default(TId).CompareTo(TId.From("a")) < 0);
    }

    [Fact]
    public void The_operators_agree_with_the_comparison()
    {
        foreach (var (left, right) in new[] { ("a", "b"), ("b", "a"), ("a", "a") })
        {
            var compared = TId.From(left).CompareTo(TId.From(right));
            Assert.Equal(compared < 0, Operator("op_LessThan", left, right));
            Assert.Equal(compared > 0, Operator("op_GreaterThan", left, right));
            Assert.Equal(compared <= 0, Operator("op_LessThanOrEqual", left, right));
            Assert.Equal(compared >= 0, Operator("op_GreaterThanOrEqual", left, right));
        }
    }

    [Fact]
    public void It_travels_through_json_as_value_and_as_property_name()
    {
        var byId = new Dictionary<TId, TId> { [TId.From("a \"b\"")] = TId.From("c") };

        var json = JsonSerializer.Serialize(byId);

        Assert.Equal("{\"a \\u0022b\\u0022\":\"c\"}", json);
        Assert.Equal(byId, JsonSerializer.Deserialize<Dictionary<TId, TId>>(json));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("17")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Json_that_is_no_identifier_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TId>(json));

    [Fact]
    public void Default_is_not_written_to_json() =>
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(TId)));

    private static bool Operator(string name, string left, string right) =>
        (bool)typeof(TId).GetMethod(name)!.Invoke(null, [TId.From(left), TId.From(right)])!;
}

public class StudentIdTests : IdentifierTests<StudentId>;

public class SchoolIdTests : IdentifierTests<SchoolId>;

public class PartnerIdTests : IdentifierTests<PartnerId>;

public class WorksiteIdTests : IdentifierTests<WorksiteId>;

public class OpportunityIdTests : IdentifierTests<OpportunityId>;

public class SectorIdTests : IdentifierTests<SectorId>;

public class PriorityGroupIdTests : IdentifierTests<PriorityGroupId>;

public class CapIdTests : IdentifierTests<CapId>;

public class QualificationIdTests : IdentifierTests<QualificationId>;

public class HazardIdTests : IdentifierTests<HazardId>;

public class ActorIdTests : IdentifierTests<ActorId>;
