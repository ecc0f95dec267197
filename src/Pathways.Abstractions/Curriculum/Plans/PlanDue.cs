namespace Pathways;

/// <summary>When an element of a plan is due.</summary>
public abstract record PlanDue
{
    private protected PlanDue()
    {
    }

    /// <summary>The term by whose end it is due; <see langword="null"/> for the end of the school year.</summary>
    public TermId? Term { get; init; }

    /// <summary>Once, by the end of a grade. What comes later counts too, but is late.</summary>
    /// <param name="Grade">The grade; a numbered one.</param>
    /// <param name="NotBefore">The grade before which nothing counts; <see langword="null"/> when anything earlier does.</param>
    public sealed record ByEndOf(GradeLevel Grade, GradeLevel? NotBefore = null) : PlanDue;

    /// <summary>In each of several grades anew: only what falls into a year counts for it.</summary>
    /// <remarks>After the last of the grades, what comes later counts for that one, but is late.</remarks>
    /// <param name="Grades">The grades; numbered ones, lowest first, each once.</param>
    public sealed record InEach(ImmutableArray<GradeLevel> Grades) : PlanDue;
}
