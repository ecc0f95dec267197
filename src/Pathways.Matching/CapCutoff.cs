namespace Pathways.Matching;

/// <summary>What it took to get a seat under a cap.</summary>
/// <param name="Cap">Whose cap it is, in words, such as <c>partner hospital</c> or <c>cap north (region)</c>.</param>
/// <param name="Seats">How many students it allows in all its opportunities together.</param>
/// <param name="Filled">How many there are.</param>
/// <param name="Last">Where the last one stands among all who list one of its opportunities; <see langword="null"/> unless it is full, and when it allows nobody.</param>
public readonly record struct CapCutoff(string Cap, int Seats, int Filled, Standing? Last);
