using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>What a student said they like, on the six RIASEC scales of the O*NET Interest Profiler.</summary>
/// <remarks>
/// For the student's own exploration. O*NET's terms rule out screening applicants with it, so nothing in this library ranks a
/// student for a partner by interests: the matching packages have no place to put them. Redacts itself when printed and in JSON.
/// </remarks>
[DebuggerDisplay("[redacted:InterestProfile]")]
[JsonConverter(typeof(RedactedJsonConverter<InterestProfile>))]
public sealed record InterestProfile
{
    private const string Letters = "RIASEC";

    /// <summary>A profile.</summary>
    /// <param name="scores">Six scores in the order Realistic, Investigative, Artistic, Social, Enterprising, Conventional; 0 or more each.</param>
    /// <exception cref="ArgumentException">There are not six, or one is negative or not a number.</exception>
    public InterestProfile(ImmutableArray<double> scores)
    {
        if (scores.IsDefault || scores.Length != Letters.Length || scores.Any(score => !double.IsFinite(score) || score < 0))
        {
            throw new ArgumentException("An interest profile needs six scores of 0 or more, in the order R I A S E C.", nameof(scores));
        }

        Scores = scores;
    }

    /// <summary>The six scores, in the order R I A S E C.</summary>
    public ImmutableArray<double> Scores { get; }

    /// <summary>Whether all six scores are equal, so that no preference was expressed.</summary>
    public bool IsFlat => Scores.All(score => score == Scores[0]);

    /// <summary>
    /// The three highest letters, highest first; empty for a flat profile. Among equal scores the order R I A S E C decides.
    /// </summary>
    public string HollandCode => IsFlat
        ? ""
        : string.Concat(Enumerable.Range(0, Letters.Length).OrderByDescending(i => Scores[i]).ThenBy(i => i).Take(3).Select(i => Letters[i]));

    /// <inheritdoc/>
    public bool Equals(InterestProfile? other) => other is not null && Scores.AsSpan().SequenceEqual(other.Scores.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Scores.Aggregate(17, HashCode.Combine);

    /// <summary>Only the kind of thing this is: scores are personal.</summary>
    public override string ToString() => "[redacted:InterestProfile]";
}
