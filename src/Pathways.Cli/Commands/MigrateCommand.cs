using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Cli.Stores;
using Pathways.EntityFrameworkCore;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways migrate</c>: makes the tables of a store, or brings them up to date; nothing else ever changes them.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var (store, json) = (StoreOptions.Required(), SharedOptions.Json("what was applied"));
        var check = new Option<bool>("--check") { Description = "Change nothing; say whether it is up to date, and end with 1 when it is not." };
        var command = new Command("migrate", "Make the tables of a store, or bring them up to date.") { store, check, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, StoreOptions.Of(parsed, store), parsed.GetValue(check), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, StoreAddress address, bool isCheck, bool json, CancellationToken cancellationToken)
    {
        var isThere = address.CheckFile();
        if (address.Kind == StoreKind.Json)
        {
            return Say(terminal, new(address.Name, true, null, null, [], [], "It is one JSON file and has no tables; it begins with the first thing that is saved."), json);
        }

        if (!isThere && isCheck)
        {
            return Say(terminal, new(address.Name, false, 0, null, [], [], "There is no such file."), json);
        }

        if (!isThere)
        {
            address.MakeFile();
        }

        var store = address.Database();
        await using var closing = store.ConfigureAwait(false);
        try
        {
            var before = await store.Schema.StateAsync(cancellationToken).ConfigureAwait(false);
            if (isCheck || before.IsCurrent)
            {
                return Say(terminal, Of(address, before, [], before.IsCurrent ? isCheck ? "It is up to date." : "It was up to date; nothing was applied." : Fault(before)), json);
            }

            await store.Schema.ApplyAsync(cancellationToken).ConfigureAwait(false);
            var after = await store.Schema.StateAsync(cancellationToken).ConfigureAwait(false);
            return Say(terminal, Of(address, after, [.. before.Missing.Select(Name)], $"It is up to date now; {Counted.Of(before.Missing.Length, "script was", "scripts were")} applied."), json);
        }
        catch (SchemaException no)
        {
            return Say(terminal, new(address.Name, false, no.Found, no.Needed, [], [], $"{no.Message} Nothing was changed."), json);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or NotSupportedException or InvalidOperationException)
        {
            throw address.Unusable(fault.Message);
        }
    }

    private static string Fault(SchemaState state) =>
        state.Found > state.Needed ? "It is newer than this program. Maybe a newer release of Pathways was here; use that one."
        : state.Missing.IsEmpty ? "A script that was applied is not the one of this program. Maybe it was changed by hand, or made by a build that was never released."
        : state.Found == 0 ? "It has no tables of Pathways. `pathways migrate` without --check makes them."
        : "It is older than this program. `pathways migrate` without --check brings it up to date; make a backup first.";

    private static MigrateJson Of(StoreAddress address, SchemaState state, ImmutableArray<string> applied, string message) =>
        new(address.Name, state.IsCurrent, state.Found, state.Needed, applied, [.. state.Missing.Select(Name)], message);

    private static string Name(SchemaScript script) => FormattableString.Invariant($"{script.Number:0000}-{script.Name}");

    private static int Say(Terminal terminal, MigrateJson report, bool json)
    {
        if (json)
        {
            terminal.WriteJson(report, StoreJson.Default.MigrateJson);
        }
        else
        {
            terminal.OutputText.WriteLine($"{report.Store}: {report.Message}");
            foreach (var script in report.Applied)
            {
                terminal.OutputText.WriteLine($"  applied {script}");
            }

            foreach (var script in report.Missing)
            {
                terminal.OutputText.WriteLine($"  missing {script}");
            }

            if (report.Needed is { } needed)
            {
                terminal.OutputText.WriteLine(FormattableString.Invariant($"  version {report.Found}, and {needed} is needed"));
            }
        }

        return report.UpToDate ? ExitCode.Done : ExitCode.No;
    }
}
