using Pathways;
using static MarlboroughGenerator.Words;

namespace MarlboroughGenerator;

/// <summary>A partner with the kind it is of.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Trade">Its kind.</param>
/// <param name="Annex">A second place of a larger partner, often in another town.</param>
internal sealed record MadePartner(Partner Partner, Trade Trade, GeoPoint? Annex);

/// <summary>Makes up the partners: fictional names, real towns.</summary>
internal static class PartnerMaker
{
    private static readonly ImmutableArray<string> Trees =
        ["Alder", "Birch", "Cedar", "Fern", "Hazel", "Juniper", "Larch", "Maple", "Sorrel", "Willow"];

    private static readonly ImmutableArray<string> Things =
        ["Anvil", "Compass", "Ferry", "Kettle", "Lantern", "Plumb", "Quill", "Spindle", "Tally", "Thimble"];

    // The agreements run over two school years; these partners have one that ends or begins at the wrong time.
    private static readonly DateInterval TwoYears = new(new(2026, 7, 1), new(2028, 6, 30));
    private static readonly DateInterval CalendarYear = new(new(2026, 1, 1), new(2026, 12, 31));
    private static readonly DateInterval SchoolYear = new(new(2025, 7, 1), new(2027, 6, 30));
    private static readonly DateInterval FromNewYear = new(new(2027, 1, 1), new(2028, 12, 31));

    /// <summary>Makes the partners, larger and smaller ones mixed.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    public static ImmutableArray<MadePartner> Make(Seed seed)
    {
        var draws = new Draws(seed);
        var names = draws.Shuffled(from tree in Trees from thing in Things select $"{tree} {thing}");
        var trades = draws.Shuffled(Trade.Larger.AddRange(Trade.Smaller).SelectMany(trade => Enumerable.Repeat(trade, trade.Count)));
        return [.. trades.Select((trade, i) => Of(trade, names[i], i + 1, new(seed.Split((ulong)i))))];
    }

    private static MadePartner Of(Trade trade, string name, int number, Draws draws)
    {
        var town = Town.All[draws.Weighted([.. Town.All.Select(town => town.PartnerWeight)])];
        var partner = new Partner
        {
            Id = PartnerId.From($"p-{number:00}"),
            Name = $"{name} {trade.Ending}",
            Sectors = [.. Sectors.Where(sector => trade.Shares.Any(share => share.Sector == sector))],
            Town = town.Name,
            Place = town.Near(draws, spread: 0.012, decimals: 3),
            Agreement = AgreementOf(trade, draws.Unit()),
        };
        return new(partner, trade, trade.IsLarger ? draws.Pick(Town.All).Near(draws, spread: 0.012, decimals: 3) : null);
    }

    private static DateInterval? AgreementOf(Trade trade, double chance) => (trade.IsLarger, chance) switch
    {
        (true, < 0.15) => SchoolYear,
        (true, _) => TwoYears,
        (false, < 0.08) => CalendarYear,
        (false, < 0.25) => SchoolYear,
        (false, < 0.30) => FromNewYear,
        (false, < 0.45) => null,
        _ => TwoYears,
    };
}
