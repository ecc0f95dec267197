using System.Globalization;
using Pathways.Cli.Input;
using Pathways.Cli.Stores;
using Pathways.Matching;
using Pathways.Matching.Files;
using Spectre.Console;

namespace Pathways.Cli.Output;

/// <summary>The result of a match for people.</summary>
internal static class MatchSummary
{
    private const int MostParts = 12;
    private const int MostRanks = 10;
    private const int MostViolations = 20;

    public static void Write(Terminal terminal, ProblemInput input, MatchResult result, MatchTimings timings)
    {
        var console = terminal.Output;
        var measures = result.Measures;
        var summary = Tables.New("Matching", "");
        Tables.Row(summary, "mechanism", Settings(result.Options));
        if (result.ReadyOn is { } day)
        {
            Tables.Row(summary, "ready on", day.ToString("R", CultureInfo.InvariantCulture));
        }

        Tables.Row(summary, "students", $"{Number(measures.Students)}, of whom {Number(measures.Applicants)} apply");
        Tables.Row(summary, "opportunities", $"{Number(result.Matching.Problem.OpportunityCount)} with {Number(measures.Seats)} seats");
        Tables.Row(summary, "listed pairs", $"{Number(result.Matching.Problem.ChoiceCount)}, of which {Number(result.Problem.AcceptablePairs)} acceptable");
        Tables.Row(summary, "matched", $"{Number(measures.Matched)} ({Share(measures.MatchRate)} of applicants)");
        if (result.Rematching is { } round)
        {
            Tables.Row(summary, "kept", $"{Number(round.Kept.Length)}; {Number(round.Remaining.Measures.Matched)} got a seat now");
            Tables.Row(summary, "declined", $"{Number(round.Declined.Length)} pairs, not given again");
        }

        if (result.Bound is { } bound)
        {
            Tables.Row(summary, "most that can be", bound.IsProved ? $"{Number(bound.UpperBound)}, so no stable matching places more" : $"not proved: {Number(bound.UpperBound)} at most, {Number(bound.Gap)} above this one");
        }

        Tables.Row(summary, "seats filled", Share(measures.FillRate));
        Tables.Row(summary, "mean rank", measures.MeanRank?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-");
        console.Write(summary);

        Ranks(console, measures);
        Fills(console, "Sector", measures.SectorFill);
        Fills(console, "Partner", measures.PartnerFill);
        LeftOut(console, input);
        Timings(terminal, timings);
        Verification(terminal, result);
        if (result is { Rematching: not null, Verification: not null, Options.Mechanism.IsStable: true })
        {
            terminal.OutputText.WriteLine("Stable is meant of those matched now, and of the seats that were left for them.");
        }
    }

    private static void Ranks(IAnsiConsole console, MatchMeasures measures)
    {
        if (measures.Matched == 0)
        {
            return;
        }

        var table = Tables.New("Choice", "Students", "Share of matched");
        for (var rank = 1; rank <= Math.Min(measures.Ranks.Length, MostRanks); rank++)
        {
            var count = measures.Ranks[rank - 1];
            Tables.Row(table, Number(rank), Number(count), Share((double)count / measures.Matched));
        }

        if (measures.Ranks.Length > MostRanks)
        {
            var rest = measures.Ranks.Skip(MostRanks).Sum();
            Tables.Row(table, "later", Number(rest), Share((double)rest / measures.Matched));
        }

        console.Write(table);
    }

    private static void Fills(IAnsiConsole console, string part, ImmutableArray<Fill> fills)
    {
        if (fills.IsEmpty)
        {
            return;
        }

        var table = Tables.New(part, "Opportunities", "Seats", "Filled", "First choices");
        foreach (var fill in fills.OrderByDescending(fill => fill.FirstChoices).Take(MostParts))
        {
            var share = fill.Seats == 0 ? "" : $" ({Share((double)fill.Filled / fill.Seats)})";
            Tables.Row(table, fill.Name, Number(fill.Opportunities), Number(fill.Seats), $"{Number(fill.Filled)}{share}", Number(fill.FirstChoices));
        }

        if (fills.Length > MostParts)
        {
            Tables.Row(table, $"and {fills.Length - MostParts} more", "", "", "", "");
        }

        console.Write(table);
    }

    private static void LeftOut(IAnsiConsole console, ProblemInput input)
    {
        if (input.Cohort is not { LeftOut.IsEmpty: false } cohort)
        {
            return;
        }

        var table = Tables.New("Rule", "Listed pairs left out");
        foreach (var rule in cohort.LeftOut.SelectMany(pair => pair.Refusals).GroupBy(refusal => refusal.Code).OrderByDescending(g => g.Count()))
        {
            Tables.Row(table, rule.Key, Number(rule.Count()));
        }

        Tables.Row(table, "pairs in all", Number(cohort.LeftOut.Length));
        console.Write(table);
    }

    private static void Timings(Terminal terminal, MatchTimings timings) => terminal.OutputText.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"read {timings.ReadMs:0.0} ms, compile {timings.CompileMs:0.0} ms, solve {timings.SolveMs:0.000} ms (fastest {timings.SolveMinMs:0.000} ms), verify {timings.VerifyMs:0.0} ms"));

    /// <summary>Whether the result holds, and every condition that it breaks.</summary>
    public static void Verification(Terminal terminal, MatchResult result, string before = "")
    {
        if (result.Verification is not { } report)
        {
            terminal.OutputText.WriteLine($"{before}not verified");
            return;
        }

        Verdict.Write(terminal, $"{before}verified: ", report, result.Options.Mechanism.IsStable);
        Tables.Some(terminal.OutputText, report.Violations.Select(violation => violation.ToString()), report.Violations.Length, MostViolations);
        if (result.Options.Mechanism.IsStable)
        {
            Tables.Some(terminal.OutputText, report.NotJudged.Select(reason => $"not judged: {reason}"), report.NotJudged.Length, MostViolations);
        }
    }

    /// <summary>The result in one line, for scripts, with the name of the run where it was to be kept.</summary>
    public static void OneLine(Terminal terminal, MatchResult result, KeptRun? kept = null) => Verification(
        terminal,
        result,
        $"{Settings(result.Options)}: {Number(result.Measures.Matched)} of {Number(result.Measures.Applicants)} matched{(result.Bound is { } bound ? bound.IsProved ? ", no stable matching places more" : $", NOT proved to be the most: at most {Number(bound.UpperBound)} can be, {Number(bound.Gap)} above this" : "")}, {(kept is null ? "" : $"{kept.Word}, ")}");

    private static string Settings(MatchOptions options) => 
        $"{options.Mechanism}{(options.Exact ? ", exact" : "")}{(options.TimeLimit is { } limit ? $", for {Number(limit.TotalSeconds)} s" : "")}{(options.Improve ? " with trades among equals" : "")}, ties by {options.Ties.Name()}, seed {options.Seed}";

    private static string Number(double number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
