using Pathways.Cli.Input;
using Pathways.Interchange;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Output;

/// <summary>What <c>match --out</c> leaves behind: the matching, the problem it solves, and tables for spreadsheets.</summary>
internal static class ResultFolder
{
    public static void Write(
        string folder, ProblemInput input, MatchResult result, MatchTimings timings, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        MatchingFile.Write(result, Path.Combine(folder, "matching.json"), timings);
        Table(folder, "assignments.csv", ["student", "opportunity", "rank"],
            result.Matching.Assignments.Select(a => Row(a.Student, a.Opportunity, a.Rank)), cancellationToken);
        Table(folder, "unmatched.csv", ["student", "reason"],
            UnmatchedStudent.Of(result).Select(u => Row(u.Student, u.Reason)), cancellationToken);
        if (input.Cohort is { } cohort)
        {
            ProblemFile.Write(cohort.Problem, Path.Combine(folder, "problem.json"));
            Table(folder, "left-out.csv", ["student", "opportunity", "rank", "code", "reason"],
                cohort.LeftOut.SelectMany(pair => pair.Refusals.Select(
                    refusal => Row(pair.Student, pair.Opportunity, pair.Rank, refusal.Code, refusal.Sentence))),
                cancellationToken);
        }
    }

    private static void Table(
        string folder, string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken) =>
        WholeFile.Write(Path.Combine(folder, name), stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            CsvTable.Write(writer, header, rows, cancellationToken);
        });

    private static IReadOnlyList<string> Row(params object?[] cells) =>
        [.. cells.Select(cell => FormattableString.Invariant($"{cell}"))];
}
