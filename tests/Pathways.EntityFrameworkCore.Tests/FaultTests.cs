using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>A fault between any two statements of a commit leaves nothing of it, and the store works on.</summary>
public class FaultTests
{
    public static TheoryData<string> Databases => TestDatabase.Names;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_fault_at_any_statement_leaves_nothing_of_a_commit(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open();
        var old = Application("old", "ben");
        await store.MustSaveAsync(Saving(Listing("clinic", 2), old) with { Seats = [Hold("application/old")] });
        var commit = Saving(Application("a1"), Placement("p1")) with
        {
            Deletions = [StoredDeletion.Of(old)],
            Unchanged = [new("opportunity/clinic", 1)],
            Seats = [new(OpportunityId.From("clinic"), SeatMove.Release, "application/old"), Hold("application/a1")],
            Command = Stamp("k"),
        };
        var before = await ReadAsync(store);
        var faults = 0;
        for (var k = 1; ; k++, faults++)
        {
            var left = k;
            store.Watch = statement =>
            {
                if (--left == 0 && statement != "COMMITTED")
                {
                    throw new InvalidOperationException($"A fault before {statement}.");
                }
            };
            var fault = await Record.ExceptionAsync(async () => await store.MustSaveAsync(commit));
            store.Watch = null;
            if (fault is null)
            {
                break;
            }

            Assert.StartsWith("A fault before", fault.Message, StringComparison.Ordinal);
            Assert.Equal(before, await ReadAsync(store));
        }

        Assert.InRange(faults, 15, 60);
        Assert.NotEqual(before, await ReadAsync(store));
        Assert.IsType<CommitOutcome.Duplicate>(await store.CommitAsync(North, commit));
        Assert.True((await AuditVerifier.VerifyAsync(store, North)).Holds);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_fault_after_the_commit_is_made_good_by_the_same_request_again(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open();
        var commit = Saving(Application("a1")) with { Command = Stamp("k") };
        store.Watch = statement =>
        {
            if (statement == "COMMITTED")
            {
                throw new InvalidOperationException("The answer was lost.");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.CommitAsync(North, commit));
        store.Watch = null;
        Assert.IsType<CommitOutcome.Duplicate>(await store.CommitAsync(North, commit));
        Assert.Single(await store.HistoryAsync(North, "application/a1"));
    }

    private static async Task<string> ReadAsync(EfPathwaysStore store)
    {
        var states = new List<SubjectState>();
        foreach (var subject in new[] { "application/a1", "application/old", "placement/p1", "student/ana", "student/ben", "opportunity/clinic" })
        {
            states.Add(await store.StateAsync(North, subject));
        }

        return string.Join('\n',
        [
            .. states.Select(state => state.ToString()),
            .. (await store.ListAsync(North, new ApplicationQuery())).Items.Select(application => application.ToString()),
            .. (await store.ListAsync(North, new PlacementQuery())).Items.Select(placement => placement.ToString()),
            .. (await store.ListSeatsAsync(North, OpportunityId.From("clinic"))).Select(seat => seat.ToString()),
            (await store.CountSeatsAsync(North, OpportunityId.From("clinic"))).ToString(),
            .. (await store.ListAsync(North, new AuditQuery())).Items.Select(entry => entry.ToString()),
            .. (await store.PendingAsync(North, 100)).Select(pending => pending.Event.ToString()),
            $"{await store.FindCommandAsync(North, CommandKey.From("k"))}",
        ]);
    }
}
