using Pathways.Matching.Cohorts;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>A matching as a file, <c>"format": "pathways/matching@1"</c>, made by this library or by anybody else.</summary>
public sealed record MatchingFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/matching@1";

    /// <summary>The mechanism the file names; <see langword="null"/> when it names none. It may be one this library does not know.</summary>
    public string? Mechanism { get; init; }

    /// <summary>The tie breaking the file names; <see langword="null"/> when it names none.</summary>
    public string? Ties { get; init; }

    /// <summary>The seed the file names; <see langword="null"/> when it names none.</summary>
    public Seed? Seed { get; init; }

    /// <summary>Whether the file says that students traded seats among equals afterwards.</summary>
    public bool Improve { get; init; }

    /// <summary>Whether the file says that the largest stable matching was searched for exactly.</summary>
    public bool Exact { get; init; }

    /// <summary>How long the file says that the exact search might take; <see langword="null"/> when it says nothing.</summary>
    public Duration? TimeLimit { get; init; }

    /// <summary>The day on which the file says that students had to be ready; <see langword="null"/> when it says nothing.</summary>
    public LocalDate? ReadyOn { get; init; }

    /// <summary>The policy by which the file says that the problem was made; <see langword="null"/> when it says nothing that can be read.</summary>
    public MatchPolicy? Policy { get; init; }

    /// <summary>Who has which seat, in the order of the file.</summary>
    public required ImmutableArray<Assignment> Assignments { get; init; }

    /// <summary>How the matching was made, when the file names a mechanism and a tie breaking that this library knows.</summary>
    public MatchOptions? Options =>
        Pathways.Matching.Mechanism.TryFind(Mechanism, out var mechanism) && TieBreakingNames.TryFind(Ties, out var ties) && Seed is { } seed
            ? new() { Mechanism = mechanism, Ties = ties, Seed = seed, Improve = Improve, Exact = Exact, TimeLimit = TimeLimit }
            : null;

    /// <summary>Reads a matching file; only <c>format</c> and <c>assignments</c> are needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up between buffers.</param>
    /// <returns>The matching, or every error with its line and column; a file that cannot be opened is an error too.</returns>
    public static Reading<MatchingFile> Read(string path, CancellationToken cancellationToken = default) =>
        JsonInput.Read(path, "matching", input =>
        {
            var faults = new ProblemFaults("matching");
            using var stream = input.Open();
            return (new MatchingReader(stream, faults, cancellationToken).Read(), faults);
        });

    /// <summary>Writes a result. The file appears whole or not at all.</summary>
    /// <param name="result">The result.</param>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="timings">What was measured; left out when null.</param>
    /// <param name="cancellationToken">Gives up between buffers; then the file is as it was.</param>
    public static void Write(MatchResult result, string path, MatchTimings? timings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        WholeFile.Write(path, stream => MatchingWriter.Write(result, stream, timings), cancellationToken);
    }

    /// <summary>Writes a result as JSON.</summary>
    /// <param name="result">The result.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="timings">What was measured; left out when null.</param>
    /// <param name="cancellationToken">Gives up between buffers.</param>
    public static void Write(MatchResult result, Stream stream, MatchTimings? timings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        MatchingWriter.Write(result, WholeFile.Cancellable(stream, cancellationToken), timings);
    }
}
