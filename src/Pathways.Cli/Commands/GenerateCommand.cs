using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Matching;
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
        var students = NumberOption.Of("--students", "How many students.", 0, int.MaxValue, 1000);
        var opportunities = NumberOption.Of("--opportunities", "How many opportunities; 0 for a fifth of the students.", 0, int.MaxValue, 0);
        var choices = NumberOption.Of("--choices", "How many opportunities each student lists; at most as many as there are.", 0, int.MaxValue, 10);
        var seats = NumberOption.Of("--seats-per-student", "How many seats there are for each student.", 0, 1_000_000, 1.05);
        var classes = NumberOption.Of(
            "--priority-classes", "How many priorities an opportunity tells apart; 0 for a strict order, 1 for none at all.", 0, int.MaxValue, 0);
        var ties = NumberOption.Of("--tie", "How often a student likes an opportunity as much as the one before it: 0 to 1.", 0, 1, 0.0);
        var partners = NumberOption.Of("--partners", "How many partners the opportunities are spread over.", 0, int.MaxValue, 0);
        var partnerCap = NumberOption.Of("--partner-cap", "How many students a partner takes, as a share of the seats of its opportunities; 1 for no cap.", 0, 1, 1.0);
        var regions = NumberOption.Of("--regions", "How many regions the partners are spread over, or the opportunities where there are none.", 0, int.MaxValue, 0);
        var regionCap = NumberOption.Of("--region-cap", "How many students a region takes, as a share of the seats of its opportunities.", 0, 1, 0.8);
        var groups = NumberOption.Of("--groups", "How many policy groups there are; 1 when seats are reserved and nothing is said.", 0, 62, 0);
        var groupShare = NumberOption.Of("--group-share", "How likely a student is to belong to a group.", 0, 1, 0.3);
        var reserve = NumberOption.Of("--reserve", "How many seats are for groups, as a share.", 0, 1, 0.0);
        var hard = new Option<bool>("--hard") { Description = "Seats for a group stay empty when no member wants them." };
        var slots = new Option<bool>("--slots") { Description = "Seats for groups are slots of any kind, in any order of precedence." };
        var seed = NumberOption.Of<ulong>("--seed", "Where chance comes from: 0 or more.", 0, ulong.MaxValue, 0);
        var file = new Option<string?>("--out") { Description = "The problem file. Default: standard output.", HelpName = "FILE" };
        var command = new Command("generate", "Write a random problem from a named model and a seed.")
        {
            model, students, opportunities, choices, seats, classes, ties, partners, partnerCap, regions, regionCap, groups, groupShare, reserve, hard, slots,
            seed, file,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            terminal,
            new()
            {
                Students = parsed.GetValue(students),
                Opportunities = parsed.GetValue(opportunities) is > 0 and var number
                    ? number
                    : Math.Max(Math.Max(1, parsed.GetValue(choices)), parsed.GetValue(students) / 5),
                Choices = parsed.GetValue(choices),
                SeatsPerStudent = parsed.GetValue(seats),
                PriorityClasses = parsed.GetValue(classes),
                Tie = parsed.GetValue(ties),
                Partners = parsed.GetValue(partners),
                PartnerCap = parsed.GetValue(partnerCap) is < 1 and var cap ? cap : null,
                Regions = parsed.GetValue(regions),
                RegionCap = parsed.GetValue(regionCap),
                Groups = parsed.GetValue(reserve) > 0 ? Math.Max(1, parsed.GetValue(groups)) : parsed.GetValue(groups),
                GroupShare = parsed.GetValue(groupShare),
                Reserve = parsed.GetValue(reserve),
                HardReserves = parsed.GetValue(hard),
                Slots = parsed.GetValue(slots),
                Popularity = Names.TryGetValue(parsed.GetRequiredValue(model), out var popularity)
                    ? popularity
                    : throw new UsageException($"There is no popularity \"{parsed.GetValue(model)}\". There are: {string.Join(", ", Names.Keys)}."),
            },
            parsed.GetValue(seed),
            Paths.Given(parsed.GetValue(file), "--out"),
            cancellationToken)));
        return command;
    }

    private static IReadOnlyDictionary<string, Popularity> Names { get; } = new SortedDictionary<string, Popularity>(StringComparer.Ordinal)
    {
        ["uniform"] = Popularity.Uniform,
        ["zipf"] = Popularity.Zipf,
    };

    private static int Run(Terminal terminal, RandomProblem model, ulong seed, string? file, CancellationToken cancellationToken)
    {
        if (model.Choices > model.Opportunities)
        {
            throw new UsageException($"--choices {model.Choices} is more than there are opportunities ({model.Opportunities}).");
        }

        if (model.Students * model.SeatsPerStudent > int.MaxValue)
        {
            throw new UsageException($"--seats-per-student {model.SeatsPerStudent}: there must be fewer than 2^31 seats in all.");
        }

        if (model.PartnerCap is not null && model.Partners == 0)
        {
            throw new UsageException("--partner-cap needs partners. Say how many there are with --partners.");
        }

        foreach (var (isSaid, option) in new[] { (model.Slots, "--slots"), (model.HardReserves, "--hard") })
        {
            if (isSaid && model.Reserve == 0)
            {
                throw new UsageException($"{option} needs seats for groups. Say what share of the seats they are with --reserve.");
            }
        }

        var problem = terminal.Working("Making a problem", quiet: false, () => model.Make(new(seed), cancellationToken));
        if (model.Reserve > 0 && (model.PartnerCap is not null || model.Regions > 0))
        {
            Warn(terminal, problem, cancellationToken);
        }

        if (file is null)
        {
            terminal.WriteBytes(stream => ProblemFile.Write(problem, stream, cancellationToken));
        }
        else
        {
            Paths.Write("--out", file, () => ProblemFile.Write(problem, file, cancellationToken));
        }

        return ExitCode.Done;
    }

    // Such a problem is good for trying what a program does with a refusal, but rarely what was meant.
    private static void Warn(Terminal terminal, MatchingProblem problem, CancellationToken cancellationToken)
    {
        foreach (var reason in CompiledProblem.Compile(problem, cancellationToken).Unsettled)
        {
            terminal.ErrorText.WriteLine($"warning: no mechanism matches this problem. {reason}");
        }
    }
}
