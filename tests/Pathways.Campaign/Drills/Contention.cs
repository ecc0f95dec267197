using System.Diagnostics;

namespace Pathways.Campaign;

/// <summary>Many processes want the same few seats, some of them twice.</summary>
internal static class Contention
{
    private const string Name = "seats";

    public static async Task<DrillResult> RunAsync(Target target, Profile profile, int opportunities, int seatsEach, bool isReduced = false)
    {
        var what = isReduced ? "seats taken away meanwhile" : opportunities == 1 ? $"{seatsEach} seats of one opportunity" : $"{opportunities} opportunities of {seatsEach} seats";
        var result = new DrillResult($"{Name}: {what}", target.Name);
        var scope = Target.NewTenant();
        using var opened = await target.OpenAsync();
        for (var at = 0; at < opportunities; at++)
        {
            await opened.Store.CommitAsync(scope, Things.Saving(Things.Listing($"o{at}", seatsEach)));
        }

        var watch = new Stopwatch();
        var reducing = Task.FromResult(0);
        var said = await TogetherAsync(
            profile.Processes, at => ["worker", "seats", target.Address, scope.Tenant.Value, $"{at}", $"{profile.Processes}", $"{profile.Accepts}", $"{opportunities}"],
            () =>
            {
                watch.Start();
                if (isReduced)
                {
                    reducing = ReduceAsync(opened.Store, scope, seatsEach);
                }
            });
        watch.Stop();
        var reductions = await reducing;
        var counts = said.Select(line => line.Split(' ').Select(int.Parse).ToArray()).Aggregate(new int[7], (sum, next) => [.. sum.Zip(next, (a, b) => a + b)]);
        var (committed, duplicate, full, faults, asked, other, again) = (counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
        var listing = (await opened.Store.FindAsync(scope, OpportunityId.From("o0")))!;
        var seats = await opened.Store.ListSeatsAsync(scope, listing.Id);
        result.Figure("requests", asked).Figure("accepted", committed).Figure("repeated", duplicate).Figure("refused", full).Figure("given up after waiting and asked again", again).None("faults", faults + other);
        if (isReduced)
        {
            result.AtLeast("times seats were taken away", reductions, 1).Must(seats.Length <= listing.Offer.Seats, "More seats are taken than are left.");
        }
        else
        {
            result.Exactly("seats sold", committed, Math.Min(profile.Accepts, opportunities * seatsEach));
        }

        result.AtLeast("repeats answered with the first result", duplicate, 1);
        (await Invariants.ReadAsync(opened.Store, scope)).Into(result);
        return result.Figure("requests a second", (long)(asked / watch.Elapsed.TotalSeconds));
    }

    /// <summary>The same crowd where each looks first and writes then.</summary>
    public static async Task<DrillResult> ControlAsync(Target target, Profile profile)
    {
        await using var connection = await target.ConnectAsync();
        await RawSql.RunAsync(connection, "DROP TABLE IF EXISTS naive_seats");
        await RawSql.RunAsync(connection, "CREATE TABLE naive_seats (holder TEXT NOT NULL)");
        await TogetherAsync(profile.Processes, at => ["worker", "naive-seats", target.Address, $"{at}", $"{profile.Processes}", $"{profile.Accepts}", $"{profile.Seats}"], () => { });
        var taken = await RawSql.CountAsync(connection, "SELECT COUNT(*) FROM naive_seats");
        return new DrillResult($"{Name}: control that looks first and writes then", target.Name)
            .Figure("seats", profile.Seats).Figure("accepted", taken).Control("oversubscribed by", taken - profile.Seats);
    }

    /// <summary>A child: asks for its share of the seats, and for a fifth of another's once more.</summary>
    public static async Task WorkAsync(string address, string tenant, int own, int processes, int accepts, int opportunities)
    {
        using var opened = await Target.Parse(address).OpenAsync();
        var scope = TenantScope.Of(TenantId.From(tenant));
        _ = await opened.Store.StateAsync(scope, "opportunity/o0");
        var requests = Share(own, processes, accepts);
        Parent.WaitForGo();
        var (committed, duplicate, full, faults, other, again) = (0, 0, 0, 0, 0, 0);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (at, stop) =>
        {
            var (id, opportunity) = ($"a{at}", $"o{at % opportunities}");
            var commit = Things.Saving(Things.Application(id, $"s{at}", opportunity, ApplicationState.Accepted)) with
            {
                Seats = [Things.Seat(SeatMove.Take, $"application/{id}", opportunity)], Command = Things.Stamp($"k{at}"),
            };
            try
            {
                switch (await SavedAsync(opened.Store, scope, commit, () => Interlocked.Increment(ref again), stop))
                {
                    case CommitOutcome.Committed: Interlocked.Increment(ref committed); break;
                    case CommitOutcome.Duplicate: Interlocked.Increment(ref duplicate); break;
                    case CommitOutcome.NoSeatLeft: Interlocked.Increment(ref full); break;
                    default: Interlocked.Increment(ref other); break;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await Console.Error.WriteLineAsync(fault.Message);
                Interlocked.Increment(ref faults);
            }
        });
        Parent.Say(FormattableString.Invariant($"{committed} {duplicate} {full} {faults} {requests.Length} {other} {again}"));
    }

    /// <summary>Saves, and asks again as often as the store gives up because others were in the way for too long.</summary>
    public static async Task<CommitOutcome> SavedAsync(IPathwaysStore store, TenantScope scope, Commit commit, Action again, CancellationToken stop = default)
    {
        while (true)
        {
            try
            {
                return await store.CommitAsync(scope, commit, stop);
            }
            catch (ConcurrencyException)
            {
                again();
            }
        }
    }

    /// <summary>The requests of one process of many, and a fifth of its neighbour's, in an order of its own.</summary>
    public static int[] Share(int own, int processes, int accepts)
    {
        var neighbour = (own + 1) % processes;
        int[] requests = [.. Enumerable.Range(0, accepts).Where(at => at % processes == own || (at % processes == neighbour && at / processes % 5 == 0))];
        new Random(own).Shuffle(requests);
        return requests;
    }

    /// <summary>A child of the control.</summary>
    public static async Task WorkNaivelyAsync(string address, int own, int processes, int accepts, int seats)
    {
        await using var connection = await Target.Parse(address).ConnectAsync();
        Parent.WaitForGo();
        for (var at = own; at < accepts; at += processes)
        {
            if (await RawSql.CountAsync(connection, "SELECT COUNT(*) FROM naive_seats") < seats)
            {
                await Task.Delay(3); // as long as a decision takes, so that the control does not go right by luck
                await RawSql.RunAsync(connection, $"INSERT INTO naive_seats VALUES ('a{at}')");
            }
        }

        Parent.Say("0");
    }

    /// <summary>Starts children, lets them go at once, and gives the last line of each.</summary>
    public static async Task<string[]> TogetherAsync(int processes, Func<int, string[]> arguments, Action onGo)
    {
        var children = Enumerable.Range(0, processes).Select(at => Child.Start(arguments(at))).ToArray();
        await Task.WhenAll(children.Select(child => child.ReadyAsync()));
        onGo();
        foreach (var child in children)
        {
            child.Go();
        }

        await Task.WhenAll(children.Select(child => child.EndAsync()));
        var last = children.Select(child => child.ExitCode == 0 ? child.Lines[^1] : throw new InvalidOperationException($"A child ended with {child.ExitCode}.")).ToArray();
        foreach (var child in children)
        {
            child.Dispose();
        }

        return last;
    }

    // Takes a tenth of the seats away again and again, as long as they are not taken.
    private static async Task<int> ReduceAsync(IPathwaysStore store, TenantScope scope, int seats)
    {
        var reductions = 0;
        for (var left = seats * 9 / 10; left > seats / 2; left -= seats / 10)
        {
            await Task.Delay(40);
            var listing = (await store.FindAsync(scope, OpportunityId.From("o0")))!;
            var next = listing with { Version = listing.Version + 1, Offer = listing.Offer with { Seats = left } };
            if (await store.CommitAsync(scope, Things.Saving(next)) is not CommitOutcome.Committed)
            {
                return reductions;
            }

            reductions++;
        }

        return reductions;
    }
}
