namespace Pathways;

/// <summary>What a change does to the seats of an opportunity; a store carries it out together with the change, or refuses both.</summary>
/// <param name="Opportunity">Whose seat.</param>
/// <param name="Move">What happens to it.</param>
/// <param name="Holder">For whom, as kind and identifier, such as <c>application/a-17</c>. Who holds or fills a seat holds one alone, until it is released or vacated.</param>
/// <param name="Until">Until when it is held; for <see cref="SeatMove.Hold"/> only.</param>
public readonly record struct SeatClaim(OpportunityId Opportunity, SeatMove Move, string Holder, Instant? Until = null);

/// <summary>What happens to a seat.</summary>
public enum SeatMove
{
    /// <summary>An open seat is held. There may be none left.</summary>
    Hold,

    /// <summary>The held seat is filled.</summary>
    Fill,

    /// <summary>The held seat is open again.</summary>
    Release,

    /// <summary>The filled seat is open again.</summary>
    Vacate,

    /// <summary>An open seat is filled at once, without an offer. There may be none left.</summary>
    Take,
}
