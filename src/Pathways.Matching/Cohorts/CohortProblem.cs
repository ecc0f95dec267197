namespace Pathways.Matching.Cohorts;

/// <summary>A cohort made into a matching problem, with the reason for every pair that was left out.</summary>
/// <remarks>
/// Students keep the lists they wrote, so ranks stay theirs; a pair that the rules forbid is not ranked by the opportunity. An
/// opportunity that a partner ranks itself keeps that order over the eligible students; all others score them by the policy.
/// </remarks>
public sealed class CohortProblem
{
    private static readonly InputError NobodyToAsk = new(
        "policy", 0, 0, "policy.readiness.unanswered",
        "The policy requires that students are ready, and nothing says who is. Maybe definition and records are missing, or requireReadiness should not be set.");

    private static readonly InputError NobodyKnowsTheLaw = new(
        "policy", 0, 0, "policy.work-rules.unanswered",
        "The policy requires that work is lawful for minors, and nothing says whose law applies. Maybe that file is missing, or requireWorkRules should not be set.");

    private readonly CohortIndex _index;

    private CohortProblem(
        CohortIndex index, MatchPolicy policy, MatchingProblem problem, ImmutableArray<LeftOutPair> leftOut, LocalDate? readyOn) =>
        (_index, Policy, Problem, LeftOut, ReadyOn) = (index, policy, problem, leftOut, readyOn);

    /// <summary>The cohort it was made of.</summary>
    public Cohort Cohort => _index.Cohort;

    /// <summary>The policy it was made by.</summary>
    public MatchPolicy Policy { get; }

    /// <summary>The problem.</summary>
    public MatchingProblem Problem { get; }

    /// <summary>Every listed pair that was left out, in the order of students and their lists.</summary>
    public ImmutableArray<LeftOutPair> LeftOut { get; }

    /// <summary>The day on which students had to be ready; <see langword="null"/> when the policy does not require it.</summary>
    public LocalDate? ReadyOn { get; }

    /// <summary>How many students partners rank for opportunities that these students do not list.</summary>
    public int UnlistedPriorities => _index.UnlistedPriorities;

    /// <summary>Makes a problem of a cohort.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="policy">The program's rules; <see cref="MatchPolicy.Default"/> when left out.</param>
    /// <param name="readiness">Who says on which day who is ready; needed when the policy requires readiness, and not asked otherwise.</param>
    /// <param name="workRules">Who says what the rules for minors at work permit; needed when the policy requires it, and not asked otherwise.</param>
    /// <exception cref="InputException">The cohort contradicts itself; the exception carries every error.</exception>
    public static CohortProblem Build(Cohort cohort, MatchPolicy? policy = null, ReadinessCheck? readiness = null, IWorkRules? workRules = null) =>
        TryBuild(cohort, policy, readiness, workRules).Get();

    /// <summary>Makes a problem of a cohort, or says every way in which the cohort contradicts itself.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="policy">The program's rules; <see cref="MatchPolicy.Default"/> when left out.</param>
    /// <param name="readiness">Who says on which day who is ready; needed when the policy requires readiness, and not asked otherwise.</param>
    /// <param name="workRules">Who says what the rules for minors at work permit; needed when the policy requires it, and not asked otherwise.</param>
    public static Reading<CohortProblem> TryBuild(Cohort cohort, MatchPolicy? policy = null, ReadinessCheck? readiness = null, IWorkRules? workRules = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        policy ??= MatchPolicy.Default;
        var index = new CohortIndex(cohort);
        var required = policy.Eligibility.RequireReadiness;
        ImmutableArray<InputError> errors =
        [
            .. index.Errors,
            .. required && readiness is null ? [NobodyToAsk] : ImmutableArray<InputError>.Empty,
            .. policy.Eligibility.RequireWorkRules && workRules is null ? [NobodyKnowsTheLaw] : ImmutableArray<InputError>.Empty,
        ];
        if (!errors.IsEmpty)
        {
            return Reading<CohortProblem>.Failed(errors);
        }

        index.WorkRules = policy.Eligibility.RequireWorkRules ? workRules : null;
        if (required)
        {
            index.Assess(readiness!);
        }

        var builder = new MatchingProblemBuilder();
        var accepted = cohort.Opportunities.ToDictionary(opportunity => opportunity.Id, _ => new List<Student>());
        var leftOut = ImmutableArray.CreateBuilder<LeftOutPair>();
        foreach (var student in cohort.Students)
        {
            var list = index.ListOf(student.Id);
            builder.AddStudent(student.Id, list, student.PriorityGroups);
            foreach (var (opportunity, rank) in Ranked(list))
            {
                if (index.Refusals(student, opportunity, policy.Eligibility) is { IsEmpty: false } refusals)
                {
                    leftOut.Add(new(student.Id, opportunity, rank, refusals));
                }
                else
                {
                    accepted[opportunity].Add(student);
                }
            }
        }

        foreach (var opportunity in cohort.Opportunities)
        {
            builder.AddOpportunity(
                opportunity.Id, opportunity.Seats, index.Order(opportunity, accepted[opportunity.Id], policy.Priority),
                opportunity.Minimum, opportunity.Partner);
        }

        foreach (var partner in cohort.Partners)
        {
            builder.AddPartner(new() { Id = partner.Id });
        }

        var problem = builder.TryBuild();
        return problem.Succeeded
            ? Reading<CohortProblem>.Of(new(index, policy, problem.Value, leftOut.ToImmutable(), required ? readiness!.On : null))
            : Reading<CohortProblem>.Failed(problem.Errors);
    }

    /// <summary>Every reason why a student may not take an opportunity, whether listed or not; empty when they may.</summary>
    /// <param name="student">Who.</param>
    /// <param name="opportunity">What.</param>
    /// <exception cref="ArgumentException">The cohort has no such student or opportunity.</exception>
    public ImmutableArray<Refusal> Refusals(StudentId student, OpportunityId opportunity) =>
        _index.Refusals(_index.Student(student), opportunity, Policy.Eligibility);

    /// <summary>The sector of an opportunity.</summary>
    /// <param name="opportunity">Which opportunity.</param>
    /// <exception cref="ArgumentException">The cohort has no such opportunity.</exception>
    public SectorId SectorOf(OpportunityId opportunity) => _index.Opportunity(opportunity).Sector;

    /// <summary>A result of this problem with what only the cohort knows: the policy, and how full the sectors are.</summary>
    /// <param name="result">A result of <see cref="Problem"/>.</param>
    /// <exception cref="ArgumentException">The result is of another problem.</exception>
    public MatchResult Complete(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Matching.Problem == Problem
            ? result with
            {
                Policy = Policy,
                ReadyOn = ReadyOn,
                Measures = result.Measures with { SectorFill = Fill.By(result.Matching, o => SectorOf(o.Id).Value) },
            }
            : throw new ArgumentException("The result is of another problem than the one made of this cohort.", nameof(result));
    }

    private static IEnumerable<(OpportunityId Opportunity, int Rank)> Ranked(RankedList<OpportunityId> list)
    {
        var rank = 1;
        foreach (var place in list.Places)
        {
            foreach (var opportunity in place)
            {
                yield return (opportunity, rank);
            }

            rank += place.Length;
        }
    }
}
