using Pathways.Matching;

namespace Pathways.Cli.Output;

/// <summary>What became of an opportunity, as text or JSON.</summary>
internal static class OpportunityReport
{
    // As many as fit a screen.
    private const int MostLines = 20;

    public static void Write(Terminal terminal, OpportunityExplanation view, IReadOnlyList<CodedJson>? violations, bool json)
    {
        if (json)
        {
            terminal.WriteJson(Json(view) with { Violations = violations }, ReportJson.Default.OpportunityExplanationJson);
            return;
        }

        var output = terminal.OutputText;
        output.WriteLine(view.Sentence);
        foreach (var sentence in view.Kinds.Select(kind => kind.Sentence).Concat(view.EmptySeats.Select(reason => reason.Sentence)))
        {
            output.WriteLine(sentence);
        }

        if (!view.Waitlist.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine("Waitlist:");
            Tables.Some(
                output, view.Waitlist.Select(entry => $"{entry.Place}. {entry.Student}: choice {entry.Rank}, {entry.Standing}"), view.Waitlist.Length, MostLines);
        }
    }

    private static OpportunityExplanationJson Json(OpportunityExplanation view) => new(
        view.Opportunity.Value,
        view.Sentence,
        view.Seats,
        view.Filled,
        Json(view.Cutoff),
        [.. view.Kinds.Select(kind => new SeatKindJson(kind.Group?.Value, kind.Seats, kind.Taken, Json(kind.Cutoff)))],
        [.. view.EmptySeats.Select(reason => new CodedJson(reason.Code, reason.Sentence))],
        [.. view.Waitlist.Select(entry => new WaitlistJson(entry.Student.Value, entry.Place, entry.Rank, Json(entry.Standing)!))]);

    private static StandingJson? Json(Standing? standing) =>
        standing is { } own ? new(own.Place, own.Points, own.Lottery, own.ToString()) : null;
}
