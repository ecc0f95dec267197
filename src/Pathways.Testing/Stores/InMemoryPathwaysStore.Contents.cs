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
            foreach (var value in tenant.Opportunities.Cast<IStored>().Concat(tenant.Applications).Concat(tenant.Placements).Concat(tenant.Documents).Concat(tenant.Hours).Concat(tenant.Runs))
            {
                room.Put(value);
            }

            foreach (var seat in tenant.Seats)
            {
                room.Seats.Put(seat.Opportunity, seat.Holder, new(seat.Holder, seat.IsFilled, seat.Until));
            }

            foreach (var lines in tenant.Audit.GroupBy(line => line.Subject, StringComparer.Ordinal))
            {
                room.Audit[lines.Key] = [.. lines];
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

    internal StoreContents Contents() => new(StoreContents.CurrentFormat, [.. _rooms.OrderBy(pair => pair.Key).Select(pair => Contents(pair.Key, pair.Value))]);

    private static TenantContents Contents(TenantId tenant, TenantRoom room)
    {
        lock (room.Gate)
        {
            return new(
                tenant, [.. room.Opportunities.All], [.. room.Applications.All], [.. room.Placements.All], [.. room.Documents.All], [.. room.Hours.All], [.. room.Runs.All],
                [.. room.Seats.All.Select(taken => new SeatContents(taken.Opportunity, taken.Seat.Holder, taken.Seat.IsFilled, taken.Seat.Until))],
                [.. room.Audit.OrderBy(lines => lines.Key, StringComparer.Ordinal).SelectMany(lines => lines.Value)],
                [.. room.Outbox.Select(pair => new OutboxEvent(pair.Key, pair.Value))],
                [.. room.Commands.OrderBy(pair => pair.Key).Select(pair => new CommandContents(pair.Key, pair.Value))], room.LastPosition);
        }
    }
}
