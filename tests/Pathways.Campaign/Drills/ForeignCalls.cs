using Pathways.Testing;

namespace Pathways.Campaign;

/// <summary>
/// Two tenants use the same names for different things. Whatever one calls, with names, marks and positions of the other, the answer is that of a store in which
/// the other never was, and nothing of the other changes.
/// </summary>
internal static class ForeignCalls
{
    private const int LeastSaved = 5; // of a hundred calls

    public static async Task<DrillResult> RunAsync(Target target, Profile profile)
    {
        var (calls, differ, changes, saved) = await CompareAsync(target, profile.ForeignCalls, isCareless: false);
        var control = await CompareAsync(target, 500, isCareless: true);
        return new DrillResult("calls with names of another tenant", target.Name)
            .AtLeast("calls", calls, profile.ForeignCalls).AtLeast("of them saved something", saved, calls * LeastSaved / 100)
            .None("answers that differ from those of a store of one tenant", differ).None("changes of the other", changes)
            .Control("control, where one call in fifty reaches the other: answers that differ", control.Differ).Control("changes seen", control.Changes);
    }

    private static async Task<(long Calls, long Differ, long Changes, long Saved)> CompareAsync(Target target, int calls, bool isCareless)
    {
        var (own, other) = (Target.NewTenant(), Target.NewTenant());
        using var opened = await target.OpenAsync();
        var (shared, alone, neighbour) = (opened.Store, new InMemoryPathwaysStore(), new InMemoryPathwaysStore());
        await ForeignThings.FillAsync(shared, other, "Words of another district.", 7);
        await ForeignThings.FillAsync(shared, own, "Own words.", 4);
        await ForeignThings.FillAsync(alone, own, "Own words.", 4);
        await ForeignThings.FillAsync(neighbour, other, "Words of another district.", 7);
        var before = await ForeignThings.TextAsync(shared, other);
        var positions = (await shared.PendingAsync(other, 1000)).Select(waiting => waiting.Position).ToArray();
        var (chance, differ, changes, saved) = (new Random(9), 0L, 0L, 0L);
        for (var call = 0; call < calls; call++)
        {
            var ask = AnyCall.Draw(chance, positions);
            var expected = await ask(new(alone, own, (neighbour, other)));
            var answer = await ask(new(shared, isCareless && chance.Next(50) == 0 ? other : own, (shared, other)));
            differ += answer == expected ? 0 : 1;
            saved += answer.StartsWith("Committed", StringComparison.Ordinal) ? 1 : 0;
            if (call % 500 == 499)
            {
                changes += await ForeignThings.TextAsync(shared, other) == before ? 0 : 1;
            }
        }

        // What cannot be listed: messages that one received are new to the other, and those of the other are still known.
        changes += await shared.TryReceiveAsync(other, ForeignThings.Message("x0")) ? 1 : 0;
        foreach (var id in ForeignThings.Ids.Skip(1))
        {
            changes += await shared.TryReceiveAsync(other, ForeignThings.Message(id)) ? 0 : 1;
        }

        return (calls, differ, changes, saved);
    }
}
