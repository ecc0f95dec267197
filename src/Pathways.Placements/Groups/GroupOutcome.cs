namespace Pathways.Placements;

/// <summary>What was decided about an experience of a group.</summary>
public abstract record GroupOutcome
{
    private GroupOutcome()
    {
    }

    /// <summary>Every student gets a placement. All are saved together or none.</summary>
    /// <param name="Placements">One for each student, in the order given.</param>
    public sealed record Arranged(ImmutableArray<Decision<Placement>.Changed> Placements) : GroupOutcome;

    /// <summary>Nobody gets one.</summary>
    /// <param name="Reasons">What stands in the way of the whole group.</param>
    /// <param name="Students">What stands in the way of single students, in the order given; a student is told their own alone.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons, ImmutableArray<MemberRefusal> Students) : GroupOutcome;
}

/// <summary>What stands in the way of one student of a group.</summary>
/// <param name="Student">Who.</param>
/// <param name="Reasons">Every reason, at least one.</param>
public sealed record MemberRefusal(StudentId Student, ImmutableArray<Refusal> Reasons);
