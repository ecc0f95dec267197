namespace Pathways.Matching.Files;

/// <summary>How long the steps of a run took, in milliseconds of wall time.</summary>
/// <param name="ReadMs">Reading the input and building the problem.</param>
/// <param name="CompileMs">Compiling the problem.</param>
/// <param name="SolveMs">Solving, the median over the repetitions.</param>
/// <param name="SolveMinMs">Solving, the fastest of the repetitions.</param>
/// <param name="VerifyMs">Checking the result from the definition.</param>
public sealed record MatchTimings(double ReadMs, double CompileMs, double SolveMs, double SolveMinMs, double VerifyMs);
