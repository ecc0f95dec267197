using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>Who has which seat of a problem.</summary>
/// <remarks>At most one seat a student; whether it is feasible and stable is for <see cref="Verifier"/> to say.</remarks>
public sealed class ProblemMatching
{
    internal ProblemMatching(MatchingProblem problem, int[] opportunityOf) => (Problem, OpportunityOf) = (problem, opportunityOf);

    /// <summary>The problem it is about.</summary>
    public MatchingProblem Problem { get; }

    /// <summary>How many students have a seat.</summary>
    public int MatchedCount => OpportunityOf.Count(o => o != Market.None);

    /// <summary>Who has a seat, in the order of the students in the problem.</summary>
    public IEnumerable<Assignment> Assignments
    {
        get
        {
            for (var s = 0; s < OpportunityOf.Length; s++)
            {
                if (OpportunityOf[s] is not Market.None and var o)
                {
                    var rank = Problem.Columns.RankIn(s, o);
                    yield return new(Problem.Columns.Students[s], Problem.Columns.Opportunities[o], rank == 0 ? null : rank);
                }
            }
        }
    }

    /// <summary>Who has no seat, in the order of the students in the problem.</summary>
    public IEnumerable<StudentId> Unmatched =>
        Enumerable.Range(0, OpportunityOf.Length).Where(s => OpportunityOf[s] == Market.None).Select(s => Problem.Columns.Students[s]);

    /// <summary>By student, the opportunity or <see cref="Market.None"/>.</summary>
    internal int[] OpportunityOf { get; }

    /// <summary>The seat of a student, or <see langword="null"/>.</summary>
    /// <param name="student">Who.</param>
    /// <exception cref="ArgumentException">The problem has no such student.</exception>
    public OpportunityId? Of(StudentId student) =>
        Problem.TryFind(student, out var found)
            ? OpportunityOf[found.Index] is not Market.None and var o ? Problem.Columns.Opportunities[o] : null
            : throw new ArgumentException($"The problem has no student {student}.", nameof(student));

    /// <summary>Who has a seat at an opportunity, in the order of the students in the problem.</summary>
    /// <param name="opportunity">Where.</param>
    /// <exception cref="ArgumentException">The problem has no such opportunity.</exception>
    public IEnumerable<StudentId> At(OpportunityId opportunity) =>
        Problem.TryFind(opportunity, out var found)
            ? Enumerable.Range(0, OpportunityOf.Length).Where(s => OpportunityOf[s] == found.Index).Select(s => Problem.Columns.Students[s])
            : throw new ArgumentException($"The problem has no opportunity {opportunity}.", nameof(opportunity));

    /// <summary>Takes assignments that anybody may have made.</summary>
    /// <param name="problem">The problem they are about.</param>
    /// <param name="assignments">Who has which seat.</param>
    /// <returns>The matching, as far as the assignments name students and opportunities of the problem and no student twice; and what does not.</returns>
    public static (ProblemMatching Matching, ImmutableArray<Violation> Violations) From(
        MatchingProblem problem, IEnumerable<Assignment> assignments)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(assignments);
        var opportunityOf = new int[problem.StudentCount];
        Array.Fill(opportunityOf, Market.None);
        var violations = ImmutableArray.CreateBuilder<Violation>();
        foreach (var (studentId, opportunityId, _) in assignments)
        {
            var hasStudent = problem.TryFind(studentId, out var student);
            var hasOpportunity = problem.TryFind(opportunityId, out var opportunity);
            if (!hasStudent)
            {
                violations.Add(new(Violation.UnknownStudent, $"There is no student {studentId} in the problem."));
            }

            if (!hasOpportunity)
            {
                violations.Add(new(Violation.UnknownOpportunity, $"There is no opportunity {opportunityId} in the problem."));
            }

            if (!hasStudent || !hasOpportunity)
            {
                continue;
            }

            if (opportunityOf[student.Index] != Market.None)
            {
                violations.Add(new(Violation.StudentTwice,
                    $"Student {studentId} has seats at {problem.Columns.Opportunities[opportunityOf[student.Index]]} and at {opportunityId}."));
                continue;
            }

            opportunityOf[student.Index] = opportunity.Index;
        }

        return (new(problem, opportunityOf), violations.ToImmutable());
    }
}
