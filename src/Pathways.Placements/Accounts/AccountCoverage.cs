namespace Pathways.Placements;

/// <summary>Of how many placements both sides said what they think, and which are the exceptions.</summary>
/// <param name="Placements">How many placements were looked at: those whose work is over, but not those that never began.</param>
/// <param name="Complete">How many of them have all three evaluations.</param>
/// <param name="Exceptions">The account of every other one, in the order of their identifiers.</param>
public sealed record AccountCoverage(int Placements, int Complete, ImmutableArray<PlacementAccount> Exceptions)
{
    /// <summary>Whether the claim "every placement" holds.</summary>
    public bool IsComplete => Exceptions.IsEmpty;

    /// <summary>The coverage of many placements.</summary>
    /// <param name="placements">The placements; those still at work or before it are passed over.</param>
    /// <param name="today">The day, by which an open form is overdue or not.</param>
    public static AccountCoverage Of(IEnumerable<Placement> placements, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(placements);
        var accounts = placements.Where(IsOver).Select(placement => PlacementAccount.Of(placement, today)).ToList();
        ImmutableArray<PlacementAccount> exceptions = [.. accounts.Where(account => !account.IsComplete).OrderBy(account => account.Placement)];
        return new(accounts.Count, accounts.Count - exceptions.Length, exceptions);
    }

    private static bool IsOver(Placement placement) => placement.State is
        PlacementState.WorkComplete or PlacementState.Presented or PlacementState.Evaluated or PlacementState.Debriefed
        or PlacementState.Completed or PlacementState.Incomplete or PlacementState.Terminated;
}
