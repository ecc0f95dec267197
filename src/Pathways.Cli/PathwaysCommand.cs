using System.CommandLine;
using Pathways.Cli.Commands;
using Pathways.Cli.Output;

namespace Pathways.Cli;

/// <summary>The command <c>pathways</c>: parses, runs, and turns every ending into an exit code.</summary>
internal static class PathwaysCommand
{
    /// <summary>Shows where an unexpected fault came from.</summary>
    private static readonly Option<bool> Debug = new("--debug")
    {
        Description = "Show the stack trace of an unexpected fault.",
        Recursive = true,
    };

    public static int Run(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Matches students to opportunities, checks and explains the result.")
        {
            MatchCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            CompareCommand.Create(terminal),
            GenerateCommand.Create(terminal),
            DiagramCommand.Create(terminal),
            MechanismsCommand.Create(terminal),
            OccupationsCommand.Create(terminal),
            ProgressCommand.Create(terminal),
            CurriculumCommand.Create(terminal),
            PlanCommand.Create(terminal),
            DemandCommand.Create(terminal),
            QualityCommand.Create(terminal),
            RulesCommand.Create(terminal),
            PlacementsCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            AuditCommand.Create(terminal),
            StudentCommands.Export(terminal),
            StudentCommands.Erase(terminal),
            Debug,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Usage(terminal, root, parsed);
            return ExitCode.BadInput;
        }

        try
        {
            return parsed.InvokeAsync(
                new() { Output = terminal.OutputText, Error = terminal.ErrorText, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.ErrorText.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (InputException bad)
        {
            Errors(terminal, bad.Errors);
            return ExitCode.BadInput;
        }
        catch (RefusedException no)
        {
            Refusals.Write(terminal, no.Reasons, json: args.Contains("--json"));
            return ExitCode.No;
        }
        catch (UsageException bad)
        {
            terminal.ErrorText.WriteLine(bad.Message);
            return ExitCode.BadInput;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException or ConcurrencyException)
        {
            terminal.ErrorText.WriteLine(fault.Message);
            return ExitCode.BadInput;
        }
        catch (Exception fault) when (!parsed.GetValue(Debug))
        {
            terminal.ErrorText.WriteLine($"This should not happen: {fault.Message} Run again with --debug and report what it prints.");
            return ExitCode.BadInput;
        }
    }

    private static void Usage(Terminal terminal, RootCommand root, ParseResult parsed)
    {
        if (parsed.CommandResult.Command == root)
        {
            terminal.ErrorText.WriteLine(parsed.UnmatchedTokens is [var word, ..]
                ? $"There is no command \"{word}\"."
                : "Which command?");
            terminal.ErrorText.WriteLine($"There are: {string.Join(", ", root.Subcommands.Select(command => command.Name))}.");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                terminal.ErrorText.WriteLine(error.Message);
            }
        }

        terminal.ErrorText.WriteLine($"Try: {Path(parsed.CommandResult.Command)} --help");
    }

    /// <summary>Writes every error on a line of its own.</summary>
    private static void Errors(Terminal terminal, ImmutableArray<InputError> errors)
    {
        foreach (var error in errors)
        {
            terminal.ErrorText.WriteLine(error);
        }

        terminal.ErrorText.WriteLine(errors.Length == 1 ? "1 error; nothing was done." : $"{errors.Length} errors; nothing was done.");
    }

    private static string Path(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Reverse().Append(command).Select(c => c is RootCommand ? "pathways" : c.Name));
}
