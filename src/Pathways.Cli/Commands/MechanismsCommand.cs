using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Matching;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways mechanisms</c>: what each mechanism promises, and what it can be asked for.</summary>
internal static class MechanismsCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json("the list");
        var command = new Command("mechanisms", "List the mechanisms with what each promises.") { json };
        command.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(
                    [.. Mechanism.All.Select(m => new MechanismJson(
                        m.Name, m.Sentence, Names(m.Properties), Names(m.PropertiesUnderConditions), m.ServesReserves, m.ServesCaps))],
                    ReportJson.Default.IReadOnlyListMechanismJson);
            }
            else
            {
                Write(terminal);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string[] Names(ImmutableArray<MechanismProperty> properties) => [.. properties.Select(property => property.Name())];

    private static void Write(Terminal terminal)
    {
        foreach (var mechanism in Mechanism.All)
        {
            terminal.OutputText.WriteLine($"{mechanism.Name}: {mechanism.Sentence}");
            terminal.OutputText.WriteLine($"  promises: {string.Join(", ", Names(mechanism.Properties))}");
            terminal.OutputText.WriteLine(
                $"  reserved seats: {(mechanism.ServesReserves ? "yes" : "refused")}; caps over several opportunities: {(mechanism.ServesCaps ? "yes" : "refused")}");
            if (!mechanism.PropertiesUnderConditions.IsEmpty)
            {
                terminal.OutputText.WriteLine($"  promises with them: {string.Join(", ", Names(mechanism.PropertiesUnderConditions))}");
            }
        }

        terminal.OutputText.WriteLine();
        foreach (var property in MechanismPropertyNames.All)
        {
            terminal.OutputText.WriteLine($"{property.Name()}: {property.Sentence()}");
        }
    }
}
