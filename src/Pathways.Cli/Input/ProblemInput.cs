using System.Diagnostics;
using Pathways.Interchange;
using Pathways.Matching;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;
using Pathways.WorkRules;

namespace Pathways.Cli.Input;

/// <summary>A problem as the command was given it: a problem file, or a cohort folder with its policy.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Cohort">What it was made of, when it was a folder.</param>
/// <param name="Warnings">What is odd, but was understood.</param>
/// <param name="ReadTime">How long reading and building took.</param>
internal sealed record ProblemInput(
    MatchingProblem Problem, CohortProblem? Cohort, ImmutableArray<InputError> Warnings, TimeSpan ReadTime)
{
    private const string PolicyName = "policy.json";
    private const string LawName = "work-law.json";

    /// <summary>Every rule that keeps a student from an opportunity; null when only a problem file is known.</summary>
    public Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? Refusals => Cohort is null ? null : Cohort.Refusals;

    /// <summary>Reads a problem.</summary>
    /// <param name="path">A cohort folder or a problem file.</param>
    /// <param name="policyPath">The policy; by default <c>policy.json</c> in the folder, if there is one.</param>
    /// <param name="on">The day on which students must be ready, if the policy requires it; today when left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputException">Something is wrong with the input.</exception>
    public static ProblemInput Read(string path, string? policyPath, LocalDate? on, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        if (!Directory.Exists(path))
        {
            if (policyPath is not null)
            {
                throw new UsageException($"--policy goes with a cohort folder; \"{path}\" is none.");
            }

            var file = ProblemFile.Read(path, cancellationToken);
            return new(file.Get(), null, file.Warnings, Stopwatch.GetElapsedTime(start));
        }

        policyPath ??= Path.Combine(path, PolicyName) is var beside && File.Exists(beside) ? beside : null;
        var cohort = CohortFolder.Read(path, cancellationToken);
        var policy = policyPath is null ? null : PolicyFile.Read(policyPath, cancellationToken);
        if (!cohort.Succeeded || policy is { Succeeded: false })
        {
            throw new InputException([.. cohort.Errors, .. policy?.Errors ?? []]);
        }

        var required = policy?.Value?.Eligibility ?? MatchPolicy.Default.Eligibility;
        var readiness = required.RequireReadiness ? ReadinessInput.Read(path, cohort.Value, on, cancellationToken) : null;
        var law = required.RequireWorkRules ? WorkLawFile.Read(Path.Combine(path, LawName), [.. cohort.Value.Partners.Select(partner => partner.Id)]) : null;
        if (readiness is { Succeeded: false } || law is { Succeeded: false })
        {
            throw new InputException([.. readiness?.Errors ?? [], .. law?.Errors ?? []]);
        }

        // A student who is listed twice is an error of the cohort, and told as such.
        var gate = law?.Value?.GateBeforeMatching(WorkRuleEngine.Shipped, cohort.Value.Students.DistinctBy(student => student.Id));
        var problem = CohortProblem.Build(cohort.Value, policy?.Value, readiness?.Value?.Check, gate);
        return new(
            problem.Problem, problem, [.. cohort.Warnings, .. policy?.Warnings ?? [], .. readiness?.Warnings ?? [], .. law?.Warnings ?? []],
            Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Says on which day students had to be ready, where they had to.</summary>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="on">The day that was asked for, if any.</param>
    public void SayDay(Terminal terminal, LocalDate? on)
    {
        if (Cohort?.ReadyOn is { } day)
        {
            terminal.ErrorText.WriteLine($"note: students must be ready on {day:R}.");
        }
        else if (on is { } unused)
        {
            terminal.ErrorText.WriteLine($"warning: --on {unused:R} changes nothing, since {(Cohort is null ? "a problem file says nothing of readiness" : "the policy requires no readiness")}.");
        }
    }
}
