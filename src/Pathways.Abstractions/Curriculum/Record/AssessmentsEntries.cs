namespace Pathways;

/// <summary>A self-assessment of interests.</summary>
public sealed record InterestResult : RecordEntry
{
    /// <summary>The scores. They inform the student and rank nobody.</summary>
    public required InterestProfile Profile { get; init; }

    /// <summary>Which instrument.</summary>
    public required string Instrument { get; init; }

    /// <summary>The highest score a scale can have, where the instrument has one.</summary>
    public int? MaximumScore { get; init; }
}

/// <summary>A self-assessment of strengths.</summary>
public sealed record StrengthResult : RecordEntry
{
    /// <summary>Which instrument.</summary>
    public required string Instrument { get; init; }

    /// <summary>The strengths, strongest first.</summary>
    public ImmutableArray<string> Strengths { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(StrengthResult? other) =>
        base.Equals(other) && Instrument == other.Instrument && Strengths.AsSpan().SequenceEqual(other.Strengths.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Instrument, Strengths.Length);
}

/// <summary>What a student expected of work, and what they found.</summary>
public sealed record ExpectationChecked : RecordEntry
{
    /// <summary>The activity in which they found it.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>What they expected.</summary>
    public required string Expectation { get; init; }

    /// <summary>What they found.</summary>
    public required string Finding { get; init; }

    /// <summary>Whether the expectation was right.</summary>
    public bool WasRight { get; init; }
}
