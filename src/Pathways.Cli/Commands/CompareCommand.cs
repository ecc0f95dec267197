using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways compare BEFORE AFTER</c>: who moved between two matchings of one problem, and why.</summary>
internal static class CompareCommand
{
    private const int MostShown = 50;
    private const int MostErrors = 20;

    public static Command Create(Terminal terminal)
    {
        var before = SharedOptions.Matching("BEFORE");
        var after = SharedOptions.Matching("AFTER");
        var problem = new Option<string?>("--problem")
        {
            Description = "The cohort folder or problem file by which both are judged, to say why each student moved.",
            HelpName = "PROBLEM",
        };
        var policy = SharedOptions.Policy();
        var on = SharedOptions.ReadyOn();
        var json = SharedOptions.Json("the moves");
        var command = new Command("compare", "Say who moved between two matchings of one problem, and why.") { before, after, problem, policy, on, json };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            terminal, Paths.Given(parsed.GetRequiredValue(before), "BEFORE")!, Paths.Given(parsed.GetRequiredValue(after), "AFTER")!, parsed.GetValue(problem), parsed.GetValue(policy),
            parsed.GetValue(on), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static int Run(
        Terminal terminal, string beforePath, string afterPath, string? problem, string? policy, LocalDate? on, bool json, CancellationToken cancellationToken)
    {
        var (before, after) = (MatchingFile.Read(beforePath, cancellationToken), MatchingFile.Read(afterPath, cancellationToken));
        if (!before.Succeeded || !after.Succeeded)
        {
            throw new InputException([.. before.Errors, .. after.Errors]);
        }

        var diff = problem is null
            ? MatchingDiff.Between(Once(beforePath, before.Value), Once(afterPath, after.Value))
            : Explained(
                terminal, problem, ProblemInput.Read(problem, policy, on ?? after.Value.ReadyOn ?? before.Value.ReadyOn, cancellationToken),
                (beforePath, before.Value), (afterPath, after.Value), cancellationToken);
        if (json)
        {
            terminal.WriteJson(Json(diff), ReportJson.Default.DiffJson);
            return ExitCode.Done;
        }

        Settings(terminal, before.Value, after.Value);
        var counts = string.Join(", ", Counts(diff).Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}"));
        terminal.OutputText.WriteLine(diff.Moves.IsEmpty
            ? $"Nobody moved; {diff.Unchanged} keep their seat."
            : $"{diff.Moves.Length} moved ({counts}); {diff.Unchanged} keep their seat.");
        Tables.Some(terminal.OutputText, diff.Moves.Select(Sentence), diff.Moves.Length, MostShown);
        return ExitCode.Done;
    }

    private static MatchingDiff Explained(
        Terminal terminal, string problemPath, ProblemInput input, (string Path, MatchingFile File) before, (string Path, MatchingFile File) after,
        CancellationToken cancellationToken)
    {
        var (first, firstErrors) = Read(problemPath, input, before.Path, before.File);
        var (second, secondErrors) = Read(problemPath, input, after.Path, after.File);
        if (firstErrors.Length + secondErrors.Length > 0)
        {
            throw new InputException([.. firstErrors, .. secondErrors]);
        }

        var problem = Explainers.Compiled(input, cancellationToken);
        return MatchingDiff.Between(
            Explainers.Of(terminal, input, problem, first, before.File.Options, before.Path, cancellationToken),
            Explainers.Of(terminal, input, problem, second, after.File.Options, after.Path, cancellationToken));
    }

    // Whoever is left out would count as somebody who lost or gained a seat.
    private static (ProblemMatching Matching, ImmutableArray<InputError> Errors) Read(string problemPath, ProblemInput input, string path, MatchingFile file)
    {
        var (matching, violations) = ProblemMatching.From(input.Problem, file.Assignments);
        ImmutableArray<InputError> errors = [.. violations.Take(MostErrors).Select(violation => new InputError(path, 0, 0, violation.Code, violation.Message))];
        var unknown = violations.Count(violation => violation.Code is Violation.UnknownStudent or Violation.UnknownOpportunity);
        return (matching, unknown == 0 ? errors : errors.Add(new(path, 0, 0, "matching.other-problem",
            $"Of the names in its assignments, {problemPath} does not have {unknown}. Maybe the matching was made for another problem; compare judges both by this one.")));
    }

    private static ImmutableArray<Assignment> Once(string path, MatchingFile file)
    {
        var twice = file.Assignments.GroupBy(a => a.Student).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        return twice.Count == 0
            ? file.Assignments
            : throw new InputException(
            [
                .. twice.Select(student => new InputError(path, 0, 0, Violation.StudentTwice, $"Student {student} has more than one seat.")),
            ]);
    }

    private static void Settings(Terminal terminal, MatchingFile before, MatchingFile after)
    {
        foreach (var (name, old, now) in new[]
        {
            ("mechanism", before.Mechanism, after.Mechanism),
            ("ties", before.Ties, after.Ties),
            ("seed", before.Seed?.ToString(), after.Seed?.ToString()),
        })
        {
            if (old != now)
            {
                terminal.OutputText.WriteLine($"{name}: {old ?? "not said"} -> {now ?? "not said"}");
            }
        }
    }

    private static string Sentence(Move move)
    {
        var why = move.Why is null ? "" : move.Kind is MoveKind.Gained or MoveKind.Improved
            ? $" Before: {move.Why.Sentence}"
            : $" Now: {move.Why.Sentence}";
        return $"{move.Student} {Name(move.Kind)}: {Place(move.Before)} -> {Place(move.After)}.{why}";
    }

    private static string Place(Assignment? seat) => seat is not { } place ? "no seat"
        : place.Rank is { } rank ? $"{place.Opportunity} (choice {rank})" : place.Opportunity.Value;

    private static SortedDictionary<string, int> Counts(MatchingDiff diff) => new(
        Enum.GetValues<MoveKind>().ToDictionary(Name, kind => diff.Moves.Count(move => move.Kind == kind)), StringComparer.Ordinal);

    private static DiffJson Json(MatchingDiff diff) => new(
        diff.Unchanged,
        Counts(diff),
        [
            .. diff.Moves.Select(move => new MoveJson(
                move.Student.Value, Name(move.Kind), move.Before?.Opportunity.Value, move.Before?.Rank, move.After?.Opportunity.Value, move.After?.Rank,
                move.Why is null ? null : Explainers.Json(move.Why))),
        ]);

    private static string Name(MoveKind kind) => kind switch
    {
        MoveKind.Gained => "gained",
        MoveKind.Lost => "lost",
        MoveKind.Improved => "improved",
        MoveKind.Worsened => "worsened",
        _ => "moved",
    };
}
