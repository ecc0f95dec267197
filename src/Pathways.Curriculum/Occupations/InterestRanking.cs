using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Occupations in the order in which they fit one student's interests, for that student's exploration; personal like the interests themselves.</summary>
[DebuggerDisplay("[redacted:InterestRanking]")]
[JsonConverter(typeof(RedactedJsonConverter<InterestRanking>))]
public sealed class InterestRanking
{
    internal InterestRanking(string release, FitMeasure measure, HollandCode code) => (Release, Measure, Code) = (release, measure, code);

    /// <summary>The release of O*NET whose ratings were used.</summary>
    public string Release { get; }

    /// <summary>What the order goes by.</summary>
    public FitMeasure Measure { get; }

    /// <summary>The student's code, with its ties.</summary>
    public HollandCode Code { get; }

    /// <summary>Why nothing is in order: the student expressed no preference. <see langword="null"/> otherwise.</summary>
    public Refusal? NoPreference { get; internal init; }

    /// <summary>The occupations, best fit first; empty when no preference was expressed.</summary>
    public ImmutableArray<OccupationFit> Fits { get; internal init; } = [];

    /// <summary>Occupations that cannot be compared, since the release has no interests for them or six equal ones.</summary>
    public ImmutableArray<OnetSocCode> NotRated { get; internal init; } = [];

    /// <summary>Only the kind of thing this is.</summary>
    public override string ToString() => "[redacted:InterestRanking]";
}
