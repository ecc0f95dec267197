using System.CommandLine;
using Pathways.Cli.District;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Placements;

namespace Pathways.Cli.Commands;

/// <summary>The commands that put something new down: opportunities, applications, placements without an application, hours, match runs.</summary>
internal static class PlacementsBeginnings
{
    public static Command Write(Terminal terminal)
    {
        var (common, id) = (new FolderOptions("what came of it"), new Argument<string>("ID") { Description = "An opportunity of district.json." });
        var command = new Command("write", "Put an opportunity of district.json down as a draft.") { common.Folder, common.Store, id, common.By, common.Key, common.At, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var opportunity = Ids.Of<OpportunityId>("ID", parsed.GetRequiredValue(id));
            var listing = folder.Book.Opportunities.FirstOrDefault(listing => listing.Id == opportunity)
                ?? throw new UsageException($"{PlacementFolder.DistrictName} has no opportunity {opportunity}. Maybe it is misspelt.");
            var outcome = await folder.Opportunities.WriteAsync(folder.Scope, common.KeyOf(parsed), common.Actor(parsed), listing, cancellationToken).ConfigureAwait(false);
            return PlacementsReport.Write(terminal, Step.Of(listing.Subject, outcome, value => value.State), parsed.GetValue(common.Json));
        });
        return command;
    }

    public static Command Start(Terminal terminal)
    {
        var (common, id, who) = (new FolderOptions("what came of it"), Id("What the application is called."), new WhoAndWhere());
        var command = new Command("start", "Start an application.") { common.Folder, common.Store, id, who.Student, who.Opportunity, common.By, common.Key, common.At, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var application = Ids.Of<StudentApplicationId>("ID", parsed.GetRequiredValue(id));
            var outcome = await folder.Applications.StartAsync(
                folder.Scope, common.KeyOf(parsed), common.Actor(parsed), application, who.StudentOf(parsed), who.OpportunityOf(parsed), cancellationToken).ConfigureAwait(false);
            return PlacementsReport.Write(terminal, Step.Of($"application/{application}", outcome, value => value.State), parsed.GetValue(common.Json));
        });
        return command;
    }

    public static Command Arrange(Terminal terminal)
    {
        var (common, id, who) = (new FolderOptions("what came of it"), Id("What the placement is called."), new WhoAndWhere());
        var sourced = new Option<bool>("--student-sourced") { Description = "The student found the place. Default: staff placed the student." };
        var command = new Command("arrange", "Place a student without an application.") { common.Folder, common.Store, id, who.Student, who.Opportunity, sourced, common.By, common.Key, common.At, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var placement = Ids.Of<PlacementId>("ID", parsed.GetRequiredValue(id));
            var outcome = await folder.Placements.ArrangeAsync(folder.Scope, new()
            {
                Key = common.KeyOf(parsed), By = common.Actor(parsed), Placement = placement, Student = who.StudentOf(parsed), Opportunity = who.OpportunityOf(parsed),
                Origin = parsed.GetValue(sourced) ? PlacementOrigin.StudentSourced : PlacementOrigin.StaffMatched,
            }, cancellationToken).ConfigureAwait(false);
            return PlacementsReport.Write(terminal, Step.Of($"placement/{placement}", outcome, value => value.State), parsed.GetValue(common.Json));
        });
        return command;
    }

    public static Command Log(Terminal terminal)
    {
        var (common, id) = (new FolderOptions("what came of it"), Id("What the entry is called."));
        var placement = new Option<string>("--placement") { Description = "Of which placement.", HelpName = "ID", Required = true };
        var hours = new WorkedOptions(isRequired: true);
        var command = new Command("log", "Write an entry of the hours log.") { common.Folder, common.Store, id, placement, hours.Day, hours.From, hours.To, hours.Break, common.By, common.Key, common.At, common.Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var entry = Ids.Of<HoursEntryId>("ID", parsed.GetRequiredValue(id));
            var outcome = await folder.Hours.DraftAsync(
                folder.Scope, common.KeyOf(parsed), common.Actor(parsed), entry, Ids.Of<PlacementId>("--placement", parsed.GetRequiredValue(placement)), hours.Of(parsed)!, cancellationToken).ConfigureAwait(false);
            return PlacementsReport.Write(terminal, Step.Of($"hours-entry/{entry}", outcome, value => value.State), parsed.GetValue(common.Json));
        });
        return command;
    }

    public static Command Propose(Terminal terminal)
    {
        var (common, id) = (new FolderOptions("what came of it"), Id("What the run is called."));
        var problem = new Option<string>("--problem") { Description = "The problem to match: a cohort folder or a problem file.", HelpName = "PROBLEM", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the lottery.", HelpName = "NUMBER", DefaultValueFactory = _ => 0 };
        var follows = new Option<string?>("--follows") { Description = "The run before, whose answers this one builds on: what was accepted or may still be stays in place.", HelpName = "ID" };
        var command = new Command("propose", "Match, and propose the matching as a run that others review and publish.")
        {
            common.Folder, common.Store, id, problem, seed, follows, common.By, common.Key, common.At, common.Json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var folder = await common.OpenAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            var run = Ids.Of<MatchRunId>("ID", parsed.GetRequiredValue(id));
            var made = await RunInputs.MakeAsync(
                folder, run, parsed.GetRequiredValue(problem), parsed.GetValue(seed), Ids.OrNull<MatchRunId>("--follows", parsed.GetValue(follows)), common.Actor(parsed), cancellationToken).ConfigureAwait(false);
            var outcome = await folder.Runs.ProposeAsync(folder.Scope, common.KeyOf(parsed), common.Actor(parsed), made, cancellationToken).ConfigureAwait(false);
            return PlacementsReport.Write(terminal, Step.Of($"match-run/{run}", outcome, value => value.State), parsed.GetValue(common.Json));
        });
        return command;
    }

    private static Argument<string> Id(string description) => new("ID") { Description = description };

    /// <summary>The student and the opportunity that something new is about.</summary>
    private sealed class WhoAndWhere
    {
        public Option<string> Student { get; } = new("--student") { Description = "Who.", HelpName = "ID", Required = true };

        public Option<string> Opportunity { get; } = new("--opportunity") { Description = "Where.", HelpName = "ID", Required = true };

        public StudentId StudentOf(ParseResult parsed) => Ids.Of<StudentId>("--student", parsed.GetRequiredValue(Student));

        public OpportunityId OpportunityOf(ParseResult parsed) => Ids.Of<OpportunityId>("--opportunity", parsed.GetRequiredValue(Opportunity));
    }
}
