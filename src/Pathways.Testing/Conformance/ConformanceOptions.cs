namespace Pathways.Testing;

/// <summary>How much of what is generated the suite tries.</summary>
public sealed class ConformanceOptions
{
    /// <summary>How many sequences of commits each generated case tries; 1 or more. A long run is one of 10,000.</summary>
    public int Sequences { get; set; } = 100;

    /// <summary>How many commits a sequence has; 1 or more.</summary>
    public int Steps { get; set; } = 12;

    /// <summary>The first sequence that is tried, from 0; a failure names the sequence, so that it can be tried alone.</summary>
    public int First { get; set; }

    /// <summary>Where chance comes from.</summary>
    public Seed Seed { get; set; } = new(20_260_901);
}
