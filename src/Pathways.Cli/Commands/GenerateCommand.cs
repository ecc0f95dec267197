using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Matching.Files;
using Pathways.Simulation;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways generate</c>: writes a random problem from a named model and a seed.</summary>
internal static class GenerateCommand
{
    public static Command Create(Terminal terminal)
    {
        var model = new Option<string>("--popularity")
        {
            Description = $"How popular opportunities are: {string.Join(", ", Names.Keys)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "uniform",
        };
        var students = new Option<int>("--students") { Description = "How many students.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        var opportunities = new Option<int?>("--opportunities") { Description = "How many opportunities. Default: a fifth of the students.", HelpName = "N" };
        var choices = new Option<int>("--choices") { Description = "How many opportunities each student lists.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var seats = new Option<double>("--seats-per-student") { Description = "How many seats there are for each student.", HelpName = "X", DefaultValueFactory = _ => 1.05 };
        var classes = new Option<int>("--priority-classes")
        {
            Description = "How many priorities an opportunity tells apart; 0 for a strict order, 1 for none at all.",
            HelpName = "N",
        };
        var seed = new Option<long>("--seed") { Description = "Where chance comes from: 0 or more.", HelpName = "N" };
        var file = new Option<string?>("--out") { Description = "The problem file. Default: standard output.", HelpName = "FILE" };
        var command = new Command("generate", "Write a random problem from a named model and a seed.")
        {
            model, students, opportunities, choices, seats, classes, seed, file,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            terminal,
            new()
            {
                Students = parsed.GetValue(students),
                Opportunities = parsed.GetValue(opportunities) ?? Math.Max(Math.Max(1, parsed.GetValue(choices)), parsed.GetValue(students) / 5),
                Choices = parsed.GetValue(choices),
                SeatsPerStudent = parsed.GetValue(seats),
                PriorityClasses = parsed.GetValue(classes),
                Popularity = Names.TryGetValue(parsed.GetRequiredValue(model), out var popularity)
                    ? popularity
                    : throw new UsageException($"There is no popularity \"{parsed.GetValue(model)}\". There are: {string.Join(", ", Names.Keys)}."),
            },
            parsed.GetValue(seed),
            parsed.GetValue(file),
            cancellationToken)));
        return command;
    }

    private static IReadOnlyDictionary<string, Popularity> Names { get; } = new SortedDictionary<string, Popularity>(StringComparer.Ordinal)
    {
        ["uniform"] = Popularity.Uniform,
        ["zipf"] = Popularity.Zipf,
    };

    private static int Run(Terminal terminal, RandomProblem model, long seed, string? file, CancellationToken cancellationToken)
    {
        try
        {
            var problem = model.Make(Seed.From(seed), cancellationToken);
            if (file is null)
            {
                terminal.WriteBytes(stream => ProblemFile.Write(problem, stream));
            }
            else
            {
                ProblemFile.Write(problem, file);
            }

            return ExitCode.Done;
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new UsageException(fault.Message);
        }
    }
}
