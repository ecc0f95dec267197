using System.Globalization;
using System.Runtime.ExceptionServices;
using Pathways.Cli.Input;
using Pathways.Interchange;
using Pathways.Matching;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;

namespace Pathways.Cli.Output;

/// <summary>What <c>match --out</c> leaves behind: the matching, the problem it solves, and tables for spreadsheets.</summary>
internal static class ResultFolder
{
    private static readonly ImmutableArray<string> Names =
        ["matching.json", "assignments.csv", "unmatched.csv", "opportunities.csv", "waitlists.csv", "problem.json", "left-out.csv"];

    /// <summary>Writes all files, or none: they are made beside and moved in at the end. Files of an earlier run that this one does not make are removed.</summary>
    public static void Write(
        string folder, ProblemInput input, MatchResult result, MatchTimings timings, CancellationToken cancellationToken) =>
        Paths.Write("--out", folder, () =>
        {
            if (File.Exists(folder))
            {
                throw new UsageException($"--out {folder}: this is a file, where a folder is expected. Give a folder, or a name that is not taken.");
            }

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
        Beside(
            () => MatchingFile.Write(result, Path.Combine(folder, "matching.json"), timings, cancellationToken),
            () => StudentTables(folder, result, cancellationToken),
            () => OpportunityTables(folder, result, cancellationToken),
            () => CohortFiles(folder, input.Cohort, cancellationToken));
    }

    // The files have nothing to do with each other, and large ones take longer to write than the matching took.
    private static void Beside(params Action[] writes)
    {
        try
        {
            Parallel.Invoke(writes);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private static void StudentTables(string folder, MatchResult result, CancellationToken cancellationToken)
    {
        Table(folder, "assignments.csv", ["student", "opportunity", "rank"],
            result.Matching.Assignments.Select(a => Row(a.Student, a.Opportunity, a.Rank)), cancellationToken);
        Table(folder, "unmatched.csv", ["student", "reason"],
            UnmatchedStudent.Of(result).Select(u => Row(u.Student, u.Reason)), cancellationToken);
    }

    private static void CohortFiles(string folder, CohortProblem? cohort, CancellationToken cancellationToken)
    {
        if (cohort is null)
        {
            return;
        }

        ProblemFile.Write(cohort.Problem, Path.Combine(folder, "problem.json"), cancellationToken);
        Table(folder, "left-out.csv", ["student", "opportunity", "rank", "code", "reason"],
            cohort.LeftOut.SelectMany(pair => pair.Refusals.Select(
                refusal => Row(pair.Student, pair.Opportunity, pair.Rank, refusal.Code, refusal.Sentence))),
            cancellationToken);
    }

    private static void OpportunityTables(string folder, MatchResult result, CancellationToken cancellationToken)
    {
        var waiting = new List<IReadOnlyList<string>>();
        // Of a match around kept seats, who waits and what it took to get in is said of those who were matched again.
        var keptAt = (result.Rematching?.Kept ?? []).CountBy(pair => pair.Opportunity).ToDictionary();
        var partners = result.Problem.Problem.Opportunities.Select(opportunity => opportunity.Partner);
        Table(folder, "opportunities.csv",
            ["opportunity", "partner", "seats", "filled", "cutoff_points", "cutoff_place", "cutoff_number", "waitlist", "empty_seats"],
            OpportunityExplanation.Of(result.Rematching?.Remaining ?? result).Zip(partners, (view, partner) =>
            {
                var kept = keptAt.GetValueOrDefault(view.Opportunity);
                waiting.AddRange(view.Waitlist.Select(entry => Row(view.Opportunity, entry.Place, entry.Student, entry.Rank)));
                return Row(
                    view.Opportunity, partner, view.Seats + kept, view.Filled + kept, view.Cutoff?.Points, view.Cutoff?.Place, view.Cutoff?.Lottery,
                    view.Waitlist.Length, string.Join(';', view.EmptySeats.Select(reason => reason.Code)));
            }),
            cancellationToken);
        Table(folder, "waitlists.csv", ["opportunity", "place", "student", "rank"], waiting, cancellationToken);
    }

    private static void Table(
        string folder, string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken) =>
        WholeFile.Write(Path.Combine(folder, name), stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            CsvTable.Write(writer, header, rows, cancellationToken);
        }, cancellationToken);

    private static IReadOnlyList<string> Row(params object?[] cells) =>
        [.. cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")];
}
