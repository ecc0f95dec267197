namespace Pathways.Placements.Tests.Reference;

/// <summary>What time alone brings about, in every table; a row that the clock forgets would never be taken.</summary>
public class ClockTests
{
    [Fact]
    public void Time_alone_brings_about_these_and_nothing_else() => Assert.Equal(
        """
        application ExpireOffer
        application Lapse
        document Expire
        document NearExpiry
        document Retire
        evaluation Lock
        evaluation Open
        opportunity Close
        slot ExpireHold
        """.ReplaceLineEndings("\n"),
        string.Join('\n', ((IEnumerable<string>)
        [
            .. Of(ApplicationLifecycle.Table), .. Of(PlacementLifecycle.Table), .. Of(OpportunityLifecycle.Table), .. Of(SlotLifecycle.Table), .. Of(DocumentLifecycle.Table),
            .. Of(HoursEntryLifecycle.Table), .. Of(EvaluationFormLifecycle.Table), .. Of(MatchRunLifecycle.Table),
        ]).Distinct().Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Of<TState, TTrigger, TFacts>(Lifecycle<TState, TTrigger, TFacts> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        // A trigger is the clock's in every state or in none.
        Assert.All(table.Transitions.GroupBy(row => row.Trigger), rows => Assert.Single(rows.Select(row => row.IsClockDriven).Distinct()));
        return table.Transitions.Where(row => row.IsClockDriven).Select(row => $"{table.Name} {row.Trigger}");
    }
}
