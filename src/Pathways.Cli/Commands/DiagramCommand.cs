using System.CommandLine;
using Pathways.Curriculum;
using Pathways.Partners;
using Pathways.Placements;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways diagram NAME</c>: prints a life cycle as Mermaid text.</summary>
internal static class DiagramCommand
{
    private static readonly SortedDictionary<string, Func<string>> Diagrams = new(StringComparer.Ordinal)
    {
        ["application"] = () => ApplicationLifecycle.Table.ToMermaid(),
        ["document"] = () => DocumentLifecycle.Table.ToMermaid(),
        ["evaluation"] = () => EvaluationFormLifecycle.Table.ToMermaid(),
        ["hours-entry"] = () => HoursEntryLifecycle.Table.ToMermaid(),
        ["match-run"] = () => MatchRunLifecycle.Table.ToMermaid(),
        ["opportunity"] = () => OpportunityLifecycle.Table.ToMermaid(),
        ["partner"] = () => PartnerLifecycle.Table.ToMermaid(),
        ["plan"] = () => PlanLifecycle.Table.ToMermaid(),
        ["placement"] = () => PlacementLifecycle.Table.ToMermaid(),
        ["slot"] = () => SlotLifecycle.Table.ToMermaid(),
        ["student-pipeline"] = () => PipelineLifecycle.Table.ToMermaid(),
    };

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = $"Which life cycle: {string.Join(", ", Diagrams.Keys)}." };
        var command = new Command("diagram", "Print a life cycle as Mermaid text.") { name };
        command.SetAction((parsed, _) =>
        {
            var wanted = parsed.GetRequiredValue(name);
            terminal.OutputText.WriteLine(Diagrams.TryGetValue(wanted, out var diagram)
                ? diagram().TrimEnd()
                : throw new UsageException($"There is no life cycle \"{wanted}\". There are: {string.Join(", ", Diagrams.Keys)}."));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
