using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.WorkRules;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways rules</c>: checks work by the rules for minors, and lists these.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal) => new("rules", "Check the work of minors by the law, and list the rules.") { Check(terminal), List(terminal) };

    private static Command Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A case: person, school calendar, work, papers and whose law applies." };
        var json = SharedOptions.Json("the report");
        var command = new Command("check", "Tell every rule that some work breaks, what would cure it, and the nearest lawful schedule.") { file, json };
        command.SetAction((parsed, _) =>
        {
            var reading = WorkCheckFile.Read(Paths.Given(parsed.GetRequiredValue(file), "FILE")!);
            var facts = reading.Get();
            foreach (var warning in reading.Warnings)
            {
                terminal.ErrorText.WriteLine($"warning: {warning}");
            }

            var verdict = WorkRuleEngine.Shipped.Assess(facts);
            var nearest = verdict.IsLawful ? null : WorkRuleEngine.Shipped.LongestLawful(facts);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(WorkRulesReport.Json(facts, verdict, nearest), WorkRulesJson.Default.WorkCheckJson);
            }
            else
            {
                WorkRulesReport.Write(terminal, facts, verdict, nearest);
            }

            return Task.FromResult(verdict.IsLawful ? ExitCode.Done : ExitCode.No);
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var json = SharedOptions.Json("the list");
        var command = new Command("list", "List the packs with their rules, citations, and what nobody compared with its source.") { json };
        command.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(WorkRulesReport.Packs(), WorkRulesJson.Default.IReadOnlyListWorkPackJson);
            }
            else
            {
                WorkRulesReport.WritePacks(terminal);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
