using System.Collections.Frozen;

namespace Pathways.Curriculum;

/// <summary>What readiness depends on beside the record.</summary>
/// <remarks>What is left out counts as not known, and meets no criterion.</remarks>
public sealed record ReadinessFacts
{
    /// <summary>Nothing is known.</summary>
    public static ReadinessFacts None { get; } = new();

    /// <summary>The grade the student is in on the day.</summary>
    public GradeLevel? Grade { get; init; }

    /// <summary>Of which kind each activity is; see <see cref="KindsOf"/>. Made once and shared by all students.</summary>
    public FrozenDictionary<ActivityId, ActivityKind> Kinds { get; init => field = value ?? FrozenDictionary<ActivityId, ActivityKind>.Empty; } =
        FrozenDictionary<ActivityId, ActivityKind>.Empty;

    /// <summary>Of which kind each activity of a curriculum is; of an activity that is there twice, the first counts.</summary>
    /// <param name="scope">The curriculum.</param>
    public static FrozenDictionary<ActivityId, ActivityKind> KindsOf(ScopeAndSequence scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Activities.DistinctBy(activity => activity.Id).ToFrozenDictionary(activity => activity.Id, activity => activity.Kind, new ActivityLookup());
    }
}
