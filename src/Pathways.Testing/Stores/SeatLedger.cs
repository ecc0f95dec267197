namespace Pathways.Testing;

/// <summary>Who holds and who fills the seats of each opportunity.</summary>
internal sealed class SeatLedger
{
    private readonly Dictionary<OpportunityId, Dictionary<string, Seat>> _seats = [];

    public IEnumerable<SeatHolding> All => _seats.Keys.Order().SelectMany(opportunity => Of(opportunity));

    public int Taken(OpportunityId opportunity) => _seats.TryGetValue(opportunity, out var seats) ? seats.Count : 0;

    public int Filled(OpportunityId opportunity) => _seats.TryGetValue(opportunity, out var seats) ? seats.Values.Count(seat => seat.IsFilled) : 0;

    public ImmutableArray<SeatHolding> Of(OpportunityId opportunity) => _seats.TryGetValue(opportunity, out var seats)
        ? [.. seats.Values.OrderBy(seat => seat.Holder, StringComparer.Ordinal).Select(seat => new SeatHolding(opportunity, seat.Holder, seat.IsFilled, seat.Until))]
        : [];

    public Seat? Find(OpportunityId opportunity, string holder) => _seats.TryGetValue(opportunity, out var seats) ? seats.GetValueOrDefault(holder) : null;

    public void Put(OpportunityId opportunity, string holder, Seat? seat)
    {
        if (!_seats.TryGetValue(opportunity, out var seats))
        {
            _seats[opportunity] = seats = new(StringComparer.Ordinal);
        }

        if (seat is null)
        {
            seats.Remove(holder);
        }
        else
        {
            seats[holder] = seat;
        }
    }

    /// <summary>A seat that is held or filled.</summary>
    internal sealed record Seat(string Holder, bool IsFilled, Instant? Until);
}
