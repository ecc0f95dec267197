using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>The areas in which somebody or something scores highest, as up to three letters of R I A S E C, highest first.</summary>
/// <remarks>
/// Where scores are equal, the order R I A S E C decides, on every machine, and <see cref="Ties"/> says that it did: a code that rests on a tie
/// could as well have been another. Of a student it is personal, and printing it gives nothing away.
/// </remarks>
[DebuggerDisplay("[redacted:HollandCode]")]
[JsonConverter(typeof(RedactedJsonConverter<HollandCode>))]
public sealed class HollandCode : IEquatable<HollandCode>
{
    private const string AllLetters = "RIASEC";
    private const int Length = 3;

    private HollandCode(string letters, ImmutableArray<string> ties) => (Letters, Ties) = (letters, ties);

    /// <summary>The three letters; empty when all scores are equal, so that no preference was expressed.</summary>
    public string Letters { get; }

    /// <summary>
    /// The groups of letters with equal scores among which the order R I A S E C chose or ordered the code, such as <c>SC</c>; a group may hold letters
    /// that were left out of the code. Empty when the scores alone decide.
    /// </summary>
    public ImmutableArray<string> Ties { get; }

    /// <summary>Whether no preference was expressed.</summary>
    public bool IsEmpty => Letters.Length == 0;

    /// <summary>The code in a sentence, with its ties.</summary>
    public string Sentence => IsEmpty
        ? "No preference expressed: all six scores are equal."
        : Ties.IsEmpty
            ? $"{Letters}."
            : $"{Letters}; {string.Join(" and ", Ties.Select(tie => string.Join(" = ", tie.AsEnumerable())))} in score, so the order R I A S E C decided.";

    /// <summary>The code of a student.</summary>
    /// <param name="profile">What they said they like.</param>
    public static HollandCode Of(InterestProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Of(profile.Scores);
    }

    /// <summary>The code of six scores.</summary>
    /// <param name="scores">Six finite scores in the order R I A S E C.</param>
    /// <exception cref="ArgumentException">There are not six, or one is not a number.</exception>
    public static HollandCode Of(ImmutableArray<double> scores)
    {
        if (scores.IsDefault || scores.Length != AllLetters.Length || scores.Any(score => !double.IsFinite(score)))
        {
            throw new ArgumentException("A Holland code needs six scores, in the order R I A S E C.", nameof(scores));
        }

        var ranked = Enumerable.Range(0, AllLetters.Length).GroupBy(i => scores[i]).OrderByDescending(group => group.Key)
            .Select(group => string.Concat(group.Order().Select(i => AllLetters[i]))).ToList();
        if (ranked.Count == 1)
        {
            return new("", []);
        }

        var ties = ImmutableArray.CreateBuilder<string>();
        var place = 0;
        foreach (var group in ranked.TakeWhile(_ => place < Length))
        {
            if (group.Length > 1)
            {
                ties.Add(group);
            }

            place += group.Length;
        }

        return new(string.Concat(ranked)[..Length], ties.ToImmutable());
    }

    /// <summary>Reads a code of three different letters of R I A S E C, in any case.</summary>
    /// <param name="letters">Such as <c>RIA</c>.</param>
    /// <exception cref="FormatException">The text is no code.</exception>
    public static HollandCode Parse(string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var upper = letters.ToUpperInvariant();
        return upper.Length == Length && upper.Distinct().Count() == Length && upper.All(letter => AllLetters.Contains(letter, StringComparison.Ordinal))
            ? new(upper, [])
            : throw new FormatException($"\"{letters}\" is no Holland code. Expected three different letters of {AllLetters}, such as RIA.");
    }

    /// <summary>The area at a place of the code.</summary>
    /// <param name="place">From 0.</param>
    public InterestArea this[int place] => (InterestArea)AllLetters.IndexOf(Letters[place], StringComparison.Ordinal);

    /// <summary>Whether the letters are the same; ties do not matter.</summary>
    /// <param name="other">The code to compare with.</param>
    public bool Equals(HollandCode? other) => other is not null && Letters == other.Letters;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HollandCode);

    /// <inheritdoc/>
    public override int GetHashCode() => Letters.GetHashCode(StringComparison.Ordinal);

    /// <summary>Only the kind of thing this is: the code of a student is personal.</summary>
    public override string ToString() => "[redacted:HollandCode]";
}
