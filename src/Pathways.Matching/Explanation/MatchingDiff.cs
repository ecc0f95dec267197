namespace Pathways.Matching;

/// <summary>Who moved between two matchings of one problem, and why.</summary>
/// <param name="Moves">Everybody whose seat is another one now: those of the first matching in its order, then the others.</param>
/// <param name="Unchanged">How many have the same seat in both.</param>
public sealed record MatchingDiff(ImmutableArray<Move> Moves, int Unchanged)
{
    /// <summary>Compares two matchings by their assignments alone.</summary>
    /// <param name="before">The first; ranks are used where they are given.</param>
    /// <param name="after">The second; ranks are used where they are given.</param>
    /// <exception cref="ArgumentException">A student is twice in one of them.</exception>
    public static MatchingDiff Between(IEnumerable<Assignment> before, IEnumerable<Assignment> after) =>
        Between(before, after, (_, _, _) => null);

    /// <summary>Compares two matchings of one problem, with the reason of each move.</summary>
    /// <param name="before">Explains the first.</param>
    /// <param name="after">Explains the second.</param>
    /// <exception cref="ArgumentException">They are of different problems.</exception>
    public static MatchingDiff Between(Explainer before, Explainer after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Matching.Problem == after.Matching.Problem
            ? Between(before.Matching.Assignments, after.Matching.Assignments, Why)
            : throw new ArgumentException("The matchings are of different problems, so no move between them has a reason.", nameof(after));

        // Who gained is told what stood in the way before; who lost, what stands in the way now.
        Reason? Why(MoveKind kind, Assignment? from, Assignment? to) => kind is MoveKind.Gained or MoveKind.Improved
            ? before.ReasonFor(to!.Value.Student, to.Value.Opportunity)
            : after.ReasonFor(from!.Value.Student, from.Value.Opportunity);
    }

    private static MatchingDiff Between(
        IEnumerable<Assignment> before, IEnumerable<Assignment> after, Func<MoveKind, Assignment?, Assignment?, Reason?> why)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (first, second) = (before.ToList(), after.ToList());
        var (had, has) = (first.ToDictionary(a => a.Student), second.ToDictionary(a => a.Student));
        var moves = ImmutableArray.CreateBuilder<Move>();
        foreach (var student in first.Select(a => a.Student).Concat(second.Select(a => a.Student).Where(s => !had.ContainsKey(s))))
        {
            var from = had.TryGetValue(student, out var old) ? old : (Assignment?)null;
            var to = has.TryGetValue(student, out var now) ? now : (Assignment?)null;
            if (from?.Opportunity != to?.Opportunity)
            {
                var kind = Kind(from, to);
                moves.Add(new(student, kind, from, to, why(kind, from, to)));
            }
        }

        return new(moves.ToImmutable(), first.Count(a => has.TryGetValue(a.Student, out var now) && now.Opportunity == a.Opportunity));
    }

    private static MoveKind Kind(Assignment? from, Assignment? to) => (from, to) switch
    {
        (null, _) => MoveKind.Gained,
        (_, null) => MoveKind.Lost,
        ({ Rank: { } old }, { Rank: { } now }) when now < old => MoveKind.Improved,
        ({ Rank: { } old }, { Rank: { } now }) when now > old => MoveKind.Worsened,
        _ => MoveKind.Moved,
    };
}

/// <summary>One student's move.</summary>
/// <param name="Student">Who.</param>
/// <param name="Kind">Whether it is for the better.</param>
/// <param name="Before">The seat in the first matching, if any.</param>
/// <param name="After">The seat in the second matching, if any.</param>
/// <param name="Why">
/// For who lost or came off worse, why the old seat is not theirs in the second matching; for the others, why the new seat was not
/// theirs in the first. <see langword="null"/> when only assignments were compared.
/// </param>
public sealed record Move(StudentId Student, MoveKind Kind, Assignment? Before, Assignment? After, Reason? Why);

/// <summary>Whether a move is for the better, in the eyes of the student.</summary>
public enum MoveKind
{
    /// <summary>Had no seat, has one.</summary>
    Gained,

    /// <summary>Had a seat, has none.</summary>
    Lost,

    /// <summary>Has something higher in the own list.</summary>
    Improved,

    /// <summary>Has something lower in the own list.</summary>
    Worsened,

    /// <summary>Has something at the same place of the own list, or at a place that is not known.</summary>
    Moved,
}
