using System.Diagnostics.CodeAnalysis;
using Pathways.Matching.Problems;

namespace Pathways.Matching;

/// <summary>Who wants what, who accepts whom, and how many seats there are.</summary>
/// <remarks>
/// Immutable, and shared by threads. Built by <see cref="MatchingProblemBuilder"/>, read by <c>ProblemFile</c>, or made of a
/// <see cref="Cohort"/>. Kept as columns: a million students with ten choices each take some hundred bytes a student.
/// </remarks>
public sealed class MatchingProblem
{
    internal MatchingProblem(ProblemColumns columns) => Columns = columns;

    /// <summary>How many students there are, with those who list nothing.</summary>
    public int StudentCount => Columns.Students.Length;

    /// <summary>How many opportunities there are.</summary>
    public int OpportunityCount => Columns.Opportunities.Length;

    /// <summary>How many choices all students list together.</summary>
    public int ChoiceCount => Columns.Preference.Length;

    /// <summary>The students, in the order they were given.</summary>
    public IEnumerable<ProblemStudent> Students => Enumerable.Range(0, StudentCount).Select(Student);

    /// <summary>The opportunities, in the order they were given.</summary>
    public IEnumerable<ProblemOpportunity> Opportunities => Enumerable.Range(0, OpportunityCount).Select(Opportunity);

    /// <summary>The partners, in the order they were given.</summary>
    public ImmutableArray<ProblemPartner> Partners => Columns.Partners;

    /// <summary>The limits over several opportunities, in the order they were given; those of partners stand with the partners.</summary>
    public ImmutableArray<ProblemCap> Caps => Columns.Caps;

    internal ProblemColumns Columns { get; }

    /// <summary>The student at a position.</summary>
    /// <param name="index">0 to <see cref="StudentCount"/> - 1.</param>
    public ProblemStudent Student(int index) => new(Columns, Checked(index, StudentCount));

    /// <summary>The opportunity at a position.</summary>
    /// <param name="index">0 to <see cref="OpportunityCount"/> - 1.</param>
    public ProblemOpportunity Opportunity(int index) => new(Columns, Checked(index, OpportunityCount));

    /// <summary>Looks a student up.</summary>
    /// <param name="id">Which student.</param>
    /// <param name="student">The student, when there is one.</param>
    public bool TryFind(StudentId id, [MaybeNullWhen(false)] out ProblemStudent student)
    {
        var found = Columns.StudentIndex.TryGetValue(id.Value, out var index);
        student = found ? new(Columns, index) : default;
        return found;
    }

    /// <summary>Looks an opportunity up.</summary>
    /// <param name="id">Which opportunity.</param>
    /// <param name="opportunity">The opportunity, when there is one.</param>
    public bool TryFind(OpportunityId id, [MaybeNullWhen(false)] out ProblemOpportunity opportunity)
    {
        var found = Columns.OpportunityIndex.TryGetValue(id.Value, out var index);
        opportunity = found ? new(Columns, index) : default;
        return found;
    }

    private static int Checked(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        return index;
    }
}
