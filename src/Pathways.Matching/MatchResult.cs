using Pathways.Matching.Cohorts;

namespace Pathways.Matching;

/// <summary>A matching with everything needed to check, repeat and explain it.</summary>
public sealed record MatchResult
{
    /// <summary>The problem that was solved.</summary>
    public required CompiledProblem Problem { get; init; }

    /// <summary>Who has which seat.</summary>
    public required ProblemMatching Matching { get; init; }

    /// <summary>How it was made.</summary>
    public required MatchOptions Options { get; init; }

    /// <summary>How many students any stable matching can place at most; only of <see cref="Mechanism.LargestStable"/>, when it was searched for exactly.</summary>
    public SizeBound? Bound { get; init; }

    /// <summary>What the check from the definition found; <see langword="null"/> when it was not asked for.</summary>
    public VerificationReport? Verification { get; init; }

    /// <summary>How good it is.</summary>
    public required MatchMeasures Measures { get; init; }

    /// <summary>What was kept in place, and the result for the rest; <see langword="null"/> when everything was matched anew.</summary>
    public Rematching? Rematching { get; init; }

    /// <summary>The policy that made the problem; <see langword="null"/> when it was not made of a cohort.</summary>
    public MatchPolicy? Policy { get; init; }

    /// <summary>The day on which students had to be ready; <see langword="null"/> when nothing required it.</summary>
    public LocalDate? ReadyOn { get; init; }

    /// <summary>How long solving took.</summary>
    public Duration SolveTime { get; init; }

    /// <summary>How long checking took; zero when it was not asked for.</summary>
    public Duration VerifyTime { get; init; }
}
