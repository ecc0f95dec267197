namespace Pathways;

/// <summary>By what somebody is judged: criteria, each with ordered levels. A district brings its own.</summary>
/// <param name="Id">Which rubric, with its version.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Criteria">The criteria, at least one, each once.</param>
public sealed record Rubric(RubricId Id, string Title, ImmutableArray<RubricCriterion> Criteria)
{
    /// <summary>The criterion with a name, or <see langword="null"/>.</summary>
    /// <param name="id">The name.</param>
    public RubricCriterion? Find(CriterionId id) => Criteria.FirstOrDefault(criterion => criterion.Id == id);

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>One thing that is judged.</summary>
/// <param name="Id">Which criterion.</param>
/// <param name="Title">What is judged, in words.</param>
/// <param name="Levels">What each level looks like, lowest first; at least two. Level 1 is the first of them.</param>
public sealed record RubricCriterion(CriterionId Id, string Title, ImmutableArray<string> Levels);
