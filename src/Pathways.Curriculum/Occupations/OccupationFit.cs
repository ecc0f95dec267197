using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>How well an occupation fits a student's interests, and why; personal like the interests themselves.</summary>
[DebuggerDisplay("[redacted:OccupationFit]")]
[JsonConverter(typeof(RedactedJsonConverter<OccupationFit>))]
public sealed class OccupationFit
{
    // A part of the correlation smaller than this does not shape it.
    private const double Slight = 0.05;
    private readonly HollandCode _student;
    private readonly HollandCode _occupation;

    internal OccupationFit(Occupation occupation, HollandCode student, HollandCode code, ImmutableArray<double> pulls)
    {
        (Occupation, _student, _occupation, Pulls) = (occupation, student, code, pulls);
        Correlation = Math.Clamp(pulls.Sum(), -1, 1);
        CIndex = Congruence.CIndex(student, code)!.Value;
    }

    /// <summary>The occupation.</summary>
    public Occupation Occupation { get; }

    /// <summary>Pearson's correlation of the six scores, -1 to 1.</summary>
    public double Correlation { get; }

    /// <summary>The C-index of the three-letter codes, 0 to 18. The code of the occupation is that of its three highest means.</summary>
    public int CIndex { get; }

    /// <summary>What each area adds to the correlation (above 0) or takes from it (below), in the order R I A S E C; they sum to it.</summary>
    public ImmutableArray<double> Pulls { get; }

    /// <summary>The letters that both codes have at the same place.</summary>
    public string SamePlace => string.Concat(_student.Letters.Zip(_occupation.Letters).Where(pair => pair.First == pair.Second).Select(pair => pair.First));

    /// <summary>The letters that both codes have, at whatever place.</summary>
    public string Shared => string.Concat(_student.Letters.Where(letter => _occupation.Letters.Contains(letter, StringComparison.Ordinal)));

    /// <summary>The area that adds most.</summary>
    public InterestArea PullsToward => (InterestArea)Pulls.IndexOf(Pulls.Max());

    /// <summary>The area that takes most away; <see langword="null"/> where none takes any.</summary>
    public InterestArea? PullsAway => Pulls.Min() < 0 ? (InterestArea)Pulls.IndexOf(Pulls.Min()) : null;

    /// <summary>The fit in sentences, with what agrees and what does not.</summary>
    public string Sentence => string.Join(' ', Sentences());

    /// <summary>Only the kind of thing this is.</summary>
    public override string ToString() => "[redacted:OccupationFit]";

    private IEnumerable<string> Sentences()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"Correlation {Correlation:0.00}, C-index {CIndex} of {Congruence.MaximumCIndex} ({_student.Letters} and {_occupation.Letters}).");
        yield return Shared.Length == 0
            ? "The codes share no letter."
            : SamePlace.Length == 0
                ? $"Both codes have {Listed(Shared)}, at other places."
                : SamePlace == Shared ? $"Both codes have {Listed(Shared)} at the same place." : $"Both codes have {Listed(Shared)}, of these {Listed(SamePlace)} at the same place.";
        if (Pulls[(int)PullsToward] >= Slight)
        {
            yield return $"{PullsToward} pulls most toward it.";
        }

        if (PullsAway is { } away && Pulls[(int)away] <= -Slight)
        {
            yield return $"{away} pulls most away.";
        }

        if (!_student.Ties.IsEmpty || !_occupation.Ties.IsEmpty)
        {
            yield return "The C-index rests on a tie that the order R I A S E C decided.";
        }
    }

    private static string Listed(string letters) => letters.Length <= 1 ? letters : $"{string.Join(", ", letters[..^1].AsEnumerable())} and {letters[^1]}";
}
