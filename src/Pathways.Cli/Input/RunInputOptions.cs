using System.CommandLine;

namespace Pathways.Cli.Input;

/// <summary>What a match run was made from, as it is now: <c>--problem</c>, and what <c>match</c> was given beside it.</summary>
internal sealed class RunInputOptions
{
    public Option<string?> Problem { get; } = new("--problem")
    {
        Description = "The problem of a match run as it is now, to review or publish the run: a cohort folder or a problem file.", HelpName = "PROBLEM",
    };

    public Option<string?> Policy { get; } = SharedOptions.Policy();

    public Option<LocalDate?> On { get; } = SharedOptions.On("With --problem: the day on which students must be ready, if the policy requires it. Default: today.");

    public Option<string?> Keep { get; } = new("--keep") { Description = "With --problem: the seats kept, if the run was made with --keep.", HelpName = "MATCHING" };

    public Option<string?> Declined { get; } = new("--declined") { Description = "With --keep: what was declined, if the run was made with --declined.", HelpName = "MATCHING" };

    /// <summary>Whether a problem is given.</summary>
    /// <exception cref="UsageException">Something is given that says nothing without it.</exception>
    public bool AreGiven(ParseResult parsed) =>
        parsed.GetValue(Problem) is not null
        || (parsed.GetValue(Policy) is not null || parsed.GetValue(On) is not null || parsed.GetValue(Keep) is not null || parsed.GetValue(Declined) is not null
            ? throw new UsageException("--policy, --on, --keep and --declined go with --problem: they say what a match run was made from.")
            : false);

    /// <summary>Reads what was given.</summary>
    /// <exception cref="InputException">Something is wrong with it.</exception>
    public (ProblemInput Problem, AnswersInput? Answers) Of(ParseResult parsed, CancellationToken cancellationToken) => AnswersInput.Read(
        Paths.Given(parsed.GetValue(Problem), "--problem")!, parsed.GetValue(Policy), parsed.GetValue(On), Paths.Given(parsed.GetValue(Keep), "--keep"),
        Paths.Given(parsed.GetValue(Declined), "--declined"), cancellationToken);
}
