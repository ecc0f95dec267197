namespace Pathways.Testing;

/// <content>Taking everything out, and putting it back.</content>
public sealed partial class InMemoryPathwaysStore
{
    internal static InMemoryPathwaysStore Of(StoreContents contents)
    {
        var store = new InMemoryPathwaysStore();
        foreach (var tenant in contents.Tenants)
        {
            var room = store._rooms.GetOrAdd(tenant.Tenant, _ => new TenantRoom());
            foreach (var value in tenant.Opportunities.Cast<IStored>().Concat(tenant.Applications).Concat(tenant.Placements).Concat(tenant.Documents).Concat(tenant.Hours)
                .Concat(tenant.Runs).Concat(tenant.Records).Concat(tenant.Partners))
            {
                room.Put(value);
            }

            foreach (var (subject, version) in tenant.Students)
            {
                room.Students.Add(subject, version);
            }

            foreach (var (subject, version) in tenant.Tombstones)
            {
                room.Tombstones.Add(subject, version);
            }

            foreach (var seat in tenant.Seats)
            {
                room.Seats.Put(seat.Opportunity, seat.Holder, new(seat.Holder, seat.IsFilled, seat.Until));
            }

            room.Log.Take(tenant.Seals, tenant.Audit);
            foreach (var message in tenant.Inbox)
            {
                room.Inbox.Add((message.Source, message.Id), message.At);
            }

            foreach (var pending in tenant.Outbox)
            {
                room.Outbox.Add(pending.Position, pending.Event);
            }

            foreach (var command in tenant.Commands)
            {
                room.Commands.Add(command.Key, command.CarriedOut);
            }

            room.LastPosition = tenant.LastPosition;
        }

        return store;
    }

    /// <summary>The tenants of whom anything was ever saved, by name.</summary>
    internal ImmutableArray<TenantId> Tenants() => [.. _rooms.Where(pair => IsUsed(pair.Value)).Select(pair => pair.Key).Order()];

    internal StoreContents Contents() => new(StoreContents.CurrentFormat, [.. _rooms.OrderBy(pair => pair.Key).Select(pair => Contents(pair.Key, pair.Value))]);

    // Whoever asks about a tenant of whom nothing is known leaves an empty room.
    private static bool IsUsed(TenantRoom room)
    {
        lock (room.Gate)
        {
            return room.Things.Count > 0 || room.Tombstones.Count > 0;
        }
    }

    private static TenantContents Contents(TenantId tenant, TenantRoom room)
    {
        lock (room.Gate)
        {
            return new(
                tenant, [.. room.Opportunities.All], [.. room.Applications.All], [.. room.Placements.All], [.. room.Documents.All], [.. room.Hours.All], [.. room.Runs.All],
                [.. room.Records.All], [.. room.Partners.All],
                [.. room.Students.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SavedVersion(pair.Key, pair.Value))],
                [.. room.Tombstones.Select(pair => new SavedVersion(pair.Key, pair.Value))], [.. room.Seats.All], [.. room.Log.All], [.. room.Log.Seals],
                [.. room.Outbox.Select(pair => new OutboxEvent(pair.Key, pair.Value))],
                [.. room.Inbox.OrderBy(pair => pair.Key).Select(pair => new InboxMessage(pair.Key.Source, pair.Key.Id, pair.Value))],
                [.. room.Commands.OrderBy(pair => pair.Key).Select(pair => new CommandContents(pair.Key, pair.Value))], room.LastPosition);
        }
    }
}
