namespace Pathways.Testing;

/// <summary>Where a thing stands, and what that means for a seat.</summary>
internal static class Standing
{
    /// <summary>What a holder has of an opportunity; in an order, so that the least of two is what both leave.</summary>
    private enum Seat
    {
        None,
        Held,
        Filled,
    }

    /// <summary>Where it stands, as the audit log says it.</summary>
    public static string Of(IStored thing) => thing switch
    {
        OpportunityListing listing => listing.State.ToString(),
        Application application => application.State.ToString(),
        Placement placement => placement.State.ToString(),
        PlacementDocument document => document.State.ToString(),
        HoursEntry hours => hours.State.ToString(),
        MatchRun run => run.State.ToString(),
        PartnerListing partner => partner.State.ToString(),
        _ => "Recorded",
    };

    /// <summary>What it is about, where that is one opportunity.</summary>
    public static OpportunityId? OpportunityOf(IStored thing) => thing switch
    {
        OpportunityListing listing => listing.Id,
        Application application => application.Opportunity,
        Placement placement => placement.Opportunity,
        PlacementDocument document => document.Opportunity,
        HoursEntry hours => hours.Opportunity,
        _ => null,
    };

    /// <summary>What happens to seats when things change: what frees them first, then in the order of the things.</summary>
    /// <remarks>A placement that came of an application has no seat of its own; until it is broken off it leaves the application the one that it filled, so of both the least counts.</remarks>
    public static ImmutableArray<SeatClaim> Claims(IEnumerable<(IStored? Before, IStored? After)> changes)
    {
        var seats = new List<(OpportunityId Opportunity, string Holder, Seat From, Seat To, Instant? Until)>();
        foreach (var (before, after) in changes)
        {
            if (HolderOf(after ?? before) is not { } holder)
            {
                continue;
            }

            var (from, to) = (SeatOf(before, after), SeatOf(after, null));
            var place = seats.FindIndex(seat => seat.Opportunity == holder.Opportunity && seat.Holder == holder.Name);
            if (place < 0)
            {
                seats.Add((holder.Opportunity, holder.Name, from, to, (after as Application)?.OfferExpires));
            }
            else
            {
                var other = seats[place];
                seats[place] = (other.Opportunity, other.Holder, Least(from, other.From), Least(to, other.To), other.Until ?? (after as Application)?.OfferExpires);
            }
        }

        return
        [
            .. seats.Where(seat => seat.From != seat.To)
                .Select(seat => Move(seat.From, seat.To) is var move && move == SeatMove.Hold
                    ? new SeatClaim(seat.Opportunity, move, seat.Holder, seat.Until)
                    : new SeatClaim(seat.Opportunity, move, seat.Holder))
                .OrderBy(claim => claim.Move is not (SeatMove.Release or SeatMove.Vacate)),
        ];
    }

    private static (OpportunityId Opportunity, string Name)? HolderOf(IStored? thing) => thing switch
    {
        Application application => (application.Opportunity, application.Subject),
        Placement placement => (placement.Opportunity, placement.SeatHolder),
        _ => null,
    };

    /// <summary>The seat that a thing leaves its holder. Before the placement of an application there is the seat of the application, which was accepted.</summary>
    private static Seat SeatOf(IStored? thing, IStored? next) => thing switch
    {
        Application { State: ApplicationState.Offered } => Seat.Held,
        Application { State: ApplicationState.Accepted } => Seat.Filled,
        Placement { State: PlacementState.CancelledBeforeStart or PlacementState.Terminated } => Seat.None,
        Placement => Seat.Filled,
        null when next is Placement { Application: not null } => Seat.Filled,
        _ => Seat.None,
    };

    private static SeatMove Move(Seat from, Seat to) => (from, to) switch
    {
        (Seat.None, Seat.Held) => SeatMove.Hold,
        (Seat.None, Seat.Filled) => SeatMove.Take,
        (Seat.Held, Seat.Filled) => SeatMove.Fill,
        (Seat.Held, Seat.None) => SeatMove.Release,
        (Seat.Filled, Seat.None) => SeatMove.Vacate,
        _ => throw new ArgumentException("A seat that is filled cannot be held again. Maybe an accepted application was put back to an offer."),
    };

    private static Seat Least(Seat one, Seat other) => one < other ? one : other;
}
