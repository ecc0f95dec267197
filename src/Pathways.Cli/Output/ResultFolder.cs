using System.Globalization;
using Pathways.Cli.Input;
using Pathways.Interchange;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Output;

/// <summary>What <c>match --out</c> leaves behind: the matching, the problem it solves, and tables for spreadsheets.</summary>
internal static class ResultFolder
{
    private static readonly ImmutableArray<string> Names = ["matching.json", "assignments.csv", "unmatched.csv", "problem.json", "left-out.csv"];

    /// <summary>Writes all files, or none: they are made beside and moved in at the end. Files of an earlier run that this one does not make are removed.</summary>
    public static void Write(
        string folder, ProblemInput input, MatchResult result, MatchTimings timings, CancellationToken cancellationToken) =>
        Paths.Write("--out", folder, () =>
        {
            foreach (var name in Names.Where(name => Directory.Exists(Path.Combine(folder, name))))
            {
                throw new UsageException($"--out {folder}: a folder named {name} is in the way.");
            }

            var isNew = !Directory.Exists(folder);
            var beside = Directory.CreateDirectory(Path.Combine(folder, $".{Path.GetRandomFileName()}"));
            try
            {
                Make(beside.FullName, input, result, timings, cancellationToken);
                foreach (var name in Names)
                {
                    Move(Path.Combine(beside.FullName, name), Path.Combine(folder, name));
                }
            }
            catch when (isNew)
            {
                Directory.Delete(folder, recursive: true);
                throw;
            }
            finally
            {
                if (Directory.Exists(beside.FullName))
                {
                    beside.Delete(recursive: true);
                }
            }
        });

    private static void Move(string made, string place)
    {
        if (File.Exists(made))
        {
            File.Move(made, place, overwrite: true);
        }
        else
        {
            File.Delete(place);
        }
    }

    private static void Make(
        string folder, ProblemInput input, MatchResult result, MatchTimings timings, CancellationToken cancellationToken)
    {
        MatchingFile.Write(result, Path.Combine(folder, "matching.json"), timings);
        Table(folder, "assignments.csv", ["student", "opportunity", "rank"],
            result.Matching.Assignments.Select(a => Row(a.Student, a.Opportunity, a.Rank)), cancellationToken);
        Table(folder, "unmatched.csv", ["student", "reason"],
            UnmatchedStudent.Of(result).Select(u => Row(u.Student, u.Reason)), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
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
        [.. cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")];
}
