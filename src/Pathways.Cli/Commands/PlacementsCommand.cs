using System.CommandLine;
using Pathways.Cli.District;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Placements;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways placements</c>: what may happen, what happens and what happened, in a folder with district.json and store.json.</summary>
internal static class PlacementsCommand
{
    public static Command Create(Terminal terminal) => new("placements", "Carry opportunities, applications and placements in a folder.")
    {
        Possible(terminal), Advance(terminal), History(terminal), Due(terminal), PlacementsBeginnings.Write(terminal), PlacementsBeginnings.Start(terminal),
        PlacementsBeginnings.Arrange(terminal), PlacementsBeginnings.Log(terminal), PlacementsBeginnings.Propose(terminal),
    };

    private static Command Possible(Terminal terminal)
    {
        var (common, subject) = (new FolderOptions("the answer"), Subject("application/..., placement/..., document/..., hours-entry/..., opportunity/... or match-run/..."));
        var command = new Command("possible", "Say what may happen now, who may do it, and why the rest may not.") { common.Folder, common.Store, subject, common.By, common.At, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var (by, name) = (common.Actor(parsed), parsed.GetRequiredValue(subject));
            var (kind, id) = Steps.Split(name);
            var (scope, json) = (folder.Scope, parsed.GetValue(common.Json));
            return kind switch
            {
                Steps.Application => Say(terminal, await folder.Applications.PossibleAsync(scope, StudentApplicationId.From(id), by, Purpose.Placement, cancellationToken).ConfigureAwait(false), json),
                Steps.Placement => Say(terminal, await folder.Placements.PossibleAsync(scope, PlacementId.From(id), by, Purpose.Placement, cancellationToken).ConfigureAwait(false), json),
                Steps.Document => Say(terminal, await folder.Documents.PossibleAsync(scope, DocumentId.From(id), by, Purpose.Placement, cancellationToken).ConfigureAwait(false), json),
                Steps.Hours => Say(terminal, await folder.Hours.PossibleAsync(scope, HoursEntryId.From(id), by, Purpose.Placement, cancellationToken).ConfigureAwait(false), json),
                Steps.Run => Say(terminal, await folder.Runs.PossibleAsync(scope, MatchRunId.From(id), by, Purpose.Placement, cancellationToken).ConfigureAwait(false), json),
                Steps.Opportunity => Say(terminal, await folder.Opportunities.PossibleAsync(scope, OpportunityId.From(id), by, Purpose.Placement, cancellationToken).ConfigureAwait(false), json),
                _ => throw Steps.Unknown(kind),
            };
        });
        return command;
    }

    private static int Say<TState, TTrigger>(Terminal terminal, ReadOutcome<PossibleSteps<TState, TTrigger>> outcome, bool json)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var possible = Shown(outcome);
        PlacementsReport.Options(terminal, possible.Subject, possible.State, possible.Options, json);
        return ExitCode.Done;
    }

    private static T Shown<T>(ReadOutcome<T> outcome)
        where T : class => outcome switch
        {
            ReadOutcome<T>.Shown shown => shown.Value,
            ReadOutcome<T>.Refused refused => throw new RefusedException(refused.Reasons),
            _ => throw new InvalidOperationException(),
        };

    private static Command Advance(Terminal terminal)
    {
        var (common, subject) = (new FolderOptions("what came of it"), Subject("application/..., placement/..., document/..., hours-entry/..., opportunity/... or match-run/..."));
        var trigger = new Argument<string>("TRIGGER") { Description = "What is to happen, such as clear-to-start." };
        var reason = Text("--reason", "CODE", "Why, where a reason is asked for.");
        var entry = Text("--entry", "FILE", "What is recorded with it, for a placement.");
        var expires = Text("--expires", "INSTANT", "Until when an offer can be answered.");
        var placement = Text("--placement", "ID", "What the placement is called that an accepted offer opens. Default: like the application.");
        var answer = Text("--answer", "CODE", "What follows from the rules that hours broke, when they are approved.");
        var signed = new Option<string[]>("--signed") { Description = "Who signed a document that is received; may be given several times.", HelpName = "ROLE:ID" };
        var lastDay = SharedOptions.Day("--last-day", "The last day that a received document says it is good.");
        var hours = new WorkedOptions(isRequired: false);
        var replacement = Text("--replacement", "ID", "What the entry is called that takes the place of a corrected one.");
        var inputs = new RunInputOptions();
        var comment = new Option<bool>("--comment") { Description = "A comment goes with it; the school keeps it." };
        var free = new Option<bool>("--time-free") { Description = "The interview is outside school time, or the student is excused." };
        var command = new Command("advance", "Let something happen, or say everything that stands in the way.")
        {
            common.Folder, common.Store, subject, trigger, common.By, reason, entry, expires, placement, answer, signed, lastDay, hours.Day, hours.From, hours.To, hours.Break, replacement,
            inputs.Problem, inputs.Policy, inputs.On, inputs.Keep, inputs.Declined, comment, free, common.Key, common.At, common.Json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var recorded = Paths.Given(parsed.GetValue(entry), "--entry") is { } file ? PlacementEntryFile.Read(file).Get() : null;
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var step = await Steps.AdvanceAsync(folder, new()
            {
                Subject = parsed.GetRequiredValue(subject),
                Trigger = parsed.GetRequiredValue(trigger),
                By = common.Actor(parsed),
                Key = common.KeyOf(parsed),
                Reason = Ids.OrNull<ReasonCode>("--reason", parsed.GetValue(reason)),
                Entry = recorded,
                Expires = parsed.GetValue(expires) is { } until ? PlacementFolder.Moment("--expires", until, folder.Book.Rules.Zone) : null,
                Placement = Ids.OrNull<PlacementId>("--placement", parsed.GetValue(placement)),
                Answer = Ids.OrNull<ReasonCode>("--answer", parsed.GetValue(answer)),
                Signed = [.. (parsed.GetValue(signed) ?? []).Select(one => Ids.Actor("--signed", one))],
                LastDay = parsed.GetValue(lastDay),
                Worked = hours.Of(parsed),
                Replacement = Ids.OrNull<HoursEntryId>("--replacement", parsed.GetValue(replacement)),
                Digest = await Digest(folder, parsed.GetRequiredValue(subject), inputs, parsed, common.Actor(parsed), cancellationToken).ConfigureAwait(false),
                HasComment = parsed.GetValue(comment),
                IsTimeFree = parsed.GetValue(free),
            }, cancellationToken).ConfigureAwait(false);
            return PlacementsReport.Write(terminal, step, parsed.GetValue(common.Json));
        });
        return command;
    }

    private static async Task<string?> Digest(PlacementFolder folder, string subject, RunInputOptions inputs, ParseResult parsed, Actor by, CancellationToken cancellationToken)
    {
        if (!inputs.AreGiven(parsed))
        {
            return null;
        }

        if (Steps.Split(subject) is not (Steps.Run, var id))
        {
            throw new UsageException($"--problem goes with {Steps.Run}/... alone, and this is {subject}.");
        }

        var (problem, answers) = inputs.Of(parsed, cancellationToken);
        return await RunInputs.DigestAsync(folder, MatchRunId.From(id), problem.Problem, answers, by, cancellationToken).ConfigureAwait(false);
    }

    private static Command History(Terminal terminal)
    {
        var (common, subject) = (new FolderOptions("the lines"), Subject("what the audit log is asked of"));
        var command = new Command("history", "List who did what to something, when, and by which rule.") { common.Folder, common.Store, subject, common.By, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (by, name) = (common.Actor(parsed), parsed.GetRequiredValue(subject));
            var (kind, id) = Steps.Split(name);
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var scope = folder.Scope;
            var history = Shown(kind switch
            {
                Steps.Application => await folder.Applications.HistoryAsync(scope, StudentApplicationId.From(id), by, Purpose.Oversight, cancellationToken).ConfigureAwait(false),
                Steps.Placement => await folder.Placements.HistoryAsync(scope, PlacementId.From(id), by, Purpose.Oversight, cancellationToken).ConfigureAwait(false),
                Steps.Document => await folder.Documents.HistoryAsync(scope, DocumentId.From(id), by, Purpose.Oversight, cancellationToken).ConfigureAwait(false),
                Steps.Hours => await folder.Hours.HistoryAsync(scope, HoursEntryId.From(id), by, Purpose.Oversight, cancellationToken).ConfigureAwait(false),
                Steps.Run => await folder.Runs.HistoryAsync(scope, MatchRunId.From(id), by, Purpose.Oversight, cancellationToken).ConfigureAwait(false),
                Steps.Opportunity => await folder.Opportunities.HistoryAsync(scope, OpportunityId.From(id), by, Purpose.Oversight, cancellationToken).ConfigureAwait(false),
                _ => throw Steps.Unknown(kind),
            });
            PlacementsReport.History(terminal, history.Lines, folder.Book.Rules.Zone, parsed.GetValue(common.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Due(Terminal terminal)
    {
        var common = new FolderOptions("the counts");
        var command = new Command("due", "Bring about what time alone does: offers and documents end, seasons close, work is paused.") { common.Folder, common.Store, common.At, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            PlacementsReport.Sweep(terminal, await folder.Clock.SweepAsync(folder.Scope, cancellationToken).ConfigureAwait(false), parsed.GetValue(common.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Subject(string description) => new("SUBJECT") { Description = $"Kind and identifier: {description}." };

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
