namespace Pathways.Campaign;

/// <summary>Everything that one tenant can call, with the names of another's things: nothing of the other comes out, and nothing of it changes.</summary>
internal static class ForeignCalls
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 12).Select(at => $"x{at}")];

    public static async Task<DrillResult> RunAsync(Target target, Profile profile)
    {
        var (own, other) = (Target.NewTenant(), Target.NewTenant());
        using var opened = await target.OpenAsync();
        var store = opened.Store;
        await FillAsync(store, own, "Own words.");
        await FillAsync(store, other, "Words of another district.");
        var before = await TextOfAsync(store, other);
        var (chance, leaks, changes, committed) = (new Random(9), 0L, 0L, 0L);
        for (var call = 0; call < profile.ForeignCalls; call++)
        {
            var answer = await CallAsync(store, own, chance, () => committed++);
            leaks += answer.Contains("another district", StringComparison.Ordinal) ? 1 : 0;
            if (call % 500 == 499)
            {
                changes += await TextOfAsync(store, other) == before ? 0 : 1;
            }
        }

        changes += await TextOfAsync(store, other) == before ? 0 : 1;

        // The control: a caller who names the other tenant sees and changes it, so the reading would have shown it.
        await store.CommitAsync(other, Things.Saving(Things.Application("seen", "s1", "x1")));
        return new DrillResult("calls with names of another tenant", target.Name)
            .AtLeast("calls", profile.ForeignCalls, profile.ForeignCalls).AtLeast("of them saved something", committed, profile.ForeignCalls / 100).None("leaks", leaks).None("changes", changes)
            .Control("control: change seen", await TextOfAsync(store, other) == before ? 0 : 1);
    }

    private static async Task FillAsync(IPathwaysStore store, TenantScope scope, string words)
    {
        foreach (var id in Ids)
        {
            await store.CommitAsync(scope, Things.Saving(
                Things.Listing(id, 4) with { Offer = Things.Listing(id, 4).Offer with { Title = words } }, Things.Application(id, id, id),
                Things.Placement(id, id, id, Things.Fall), Things.Hours(id, id, id) with { Text = Note.From(words) }, Things.Entry(id, id)) with
            {
                Seats = [Things.Seat(SeatMove.Hold, $"application/{id}", id)], Command = Things.Stamp(id),
            });
        }

        await store.SealAsync(scope, Instant.FromUtc(2026, 9, 2, 0, 0));
    }

    private static async Task<string> CallAsync(IPathwaysStore store, TenantScope scope, Random chance, Action saved)
    {
        var id = Ids[chance.Next(Ids.Length)];
        switch (chance.Next(16))
        {
            case 0: return Text(await store.FindAsync(scope, OpportunityId.From(id)));
            case 1: return Text(await store.FindAsync(scope, HoursEntryId.From(id)));
            case 2: return $"{await store.FindAsync(scope, PlacementId.From(id))}";
            case 3: return string.Concat((await store.ListAsync(scope, new OpportunityQuery())).Items.Select(Text));
            case 4: return string.Concat((await store.ListAsync(scope, new HoursQuery { Placement = PlacementId.From(id) })).Items.Select(Text));
            case 5: return $"{await store.CountSeatsAsync(scope, OpportunityId.From(id))}{(await store.ListSeatsAsync(scope, OpportunityId.From(id))).Length}";
            case 6: return $"{(await store.HistoryAsync(scope, $"application/{id}")).Length}";
            case 7: return $"{await store.FindCommandAsync(scope, CommandKey.From(id))}";
            case 8:
                var pending = await store.PendingAsync(scope, 50);
                await store.MarkTakenAsync(scope, [.. pending.Select(happened => happened.Position), 1, 2, 3, 1_000_000]);
                return "";
            case 9: return $"{await store.StateAsync(scope, $"student/{id}")}";
            case 10: return $"{await store.ForgetAsync(scope, Instant.FromUtc(2026, 8, 1, 0, 0))}";
            case 11: return $"{await store.TryReceiveAsync(scope, new("lms", $"{id}-{chance.Next(1000)}", Instant.FromUtc(2026, 9, 2, 0, 0)))}";
            case 12: return $"{await store.SealAsync(scope, Instant.FromUtc(2026, 9, 2, 0, 0))}";
            case 13: return string.Concat((await store.ListAsync(scope, new RecordQuery { Student = StudentId.From(id) })).Items);
            default:
                if (await store.FindAsync(scope, OpportunityId.From(id)) is not { } found)
                {
                    return "";
                }

                var outcome = await store.CommitAsync(scope, Things.Saving(found with { Version = found.Version + 1 }) with { Command = chance.Next(2) == 0 ? Things.Stamp($"{id}-{chance.Next(1000)}") : null });
                if (outcome is CommitOutcome.Committed)
                {
                    saved();
                }

                return $"{outcome}";
        }
    }

    private static string Text(OpportunityListing? listing) => listing?.Offer.Title ?? "";

    private static string Text(HoursEntry? entry) => entry?.Text?.Reveal(Purpose.Interchange) ?? "";

    /// <summary>Everything of a tenant, without changing anything.</summary>
    private static async Task<string> TextOfAsync(IPathwaysStore store, TenantScope scope)
    {
        var all = new List<string>();
        foreach (var listing in (await store.ListAsync(scope, new OpportunityQuery { Limit = 1000 })).Items)
        {
            all.Add($"{listing.Id} {listing.Version} {Text(listing)}");
            all.AddRange((await store.ListSeatsAsync(scope, listing.Id)).Select(seat => $"{seat}"));
        }

        all.AddRange((await store.ListAsync(scope, new ApplicationQuery { Limit = 1000 })).Items.Select(value => $"{value.Subject} {value.Version}"));
        all.AddRange((await store.ListAsync(scope, new PlacementQuery { Limit = 1000 })).Items.Select(value => $"{value.Subject} {value.Version}"));
        all.AddRange((await store.ListAsync(scope, new HoursQuery { Limit = 1000 })).Items.Select(value => $"{value.Subject} {value.Version} {Text(value)}"));
        all.AddRange((await store.ListAsync(scope, new RecordQuery { Limit = 1000 })).Items.Select(value => $"{value.Subject} {value.Version}"));
        all.AddRange((await store.ListAsync(scope, new AuditQuery { Limit = 1000 })).Items.Select(value => $"{value.Line.Subject} {value.Number} {value.Hash}"));
        all.AddRange((await store.ListAsync(scope, new SealQuery { Limit = 1000 })).Items.Select(value => value.Hash));
        all.AddRange((await store.PendingAsync(scope, 1000)).Select(value => value.MessageId));
        foreach (var id in Ids)
        {
            all.Add($"{await store.FindCommandAsync(scope, CommandKey.From(id))} {await store.StateAsync(scope, $"student/{id}")}");
        }

        return string.Join('\n', all);
    }
}
