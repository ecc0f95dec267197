using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.EntityFrameworkCore.Tests;

public class KeyTextTests
{
    private static readonly string[] Pieces =
        ["", "a", "b", "\0", "\u0001", "\u0002", "\u0003", "z", "\u00e9", "\uD7FF", "\uE000", "\uF900", "\uFEFF", "\uFF21", "\uFFFD", "\uFFFF", "\U00010000", "\U0001F680", "\U0010FFFE", "\U0010FFFF"];

    private static Arbitrary<string> Texts => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void What_was_written_is_read_back() => Prop.ForAll(Texts, text => KeyText.Decode(KeyText.Encode(text)) == text).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Bytes_are_ordered_as_the_texts_are() => Prop.ForAll(Texts, Texts, (one, other) =>
        Math.Sign(Bytes(one).AsSpan().SequenceCompareTo(Bytes(other))) == Math.Sign(string.CompareOrdinal(one, other))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Nothing_is_written_that_a_database_refuses() => Prop.ForAll(Texts, text => !KeyText.Encode(text).Contains('\0')).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("s-17")]
    [InlineData("Ж é 例 \uD83D\uDE80")]
    public void Usual_texts_stay_as_they_are(string text) => Assert.Same(text, KeyText.Encode(text));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(KeyText.Encode(text));
}
