namespace Pathways.Matching;

/// <summary>How an opportunity ranks students.</summary>
public abstract record PriorityOrder
{
    private PriorityOrder()
    {
    }

    /// <summary>Whoever lists the opportunity is acceptable, and all are tied.</summary>
    public static PriorityOrder Everyone { get; } = new EveryoneTied();

    /// <summary>A strict order; who is not in it is not acceptable.</summary>
    /// <param name="students">Best first.</param>
    public static PriorityOrder Of(params IEnumerable<string> students) => new Ranked(RankedList<StudentId>.Of(students));

    /// <summary>Whoever lists the opportunity is acceptable, and all are tied.</summary>
    public sealed record EveryoneTied : PriorityOrder;

    /// <summary>An order with ties; who is not in it is not acceptable.</summary>
    /// <param name="Students">Best first.</param>
    public sealed record Ranked(RankedList<StudentId> Students) : PriorityOrder;

    /// <summary>A number for each acceptable student: higher is better, equal numbers tie; who has none is not acceptable.</summary>
    /// <param name="Scores">Finite numbers.</param>
    public sealed record Scored(IReadOnlyDictionary<StudentId, double> Scores) : PriorityOrder;
}
