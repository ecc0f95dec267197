using Pathways;

namespace MarlboroughGenerator;

/// <summary>A town of the region. Names and coordinates are real.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Center">The point that stands for it on maps, to three decimals.</param>
/// <param name="PartnerWeight">How many of a hundred partners are here.</param>
/// <param name="HomeWeight">How many of a hundred students live here.</param>
/// <param name="IsRural">Whether the made-up policy of the sample counts it as rural.</param>
internal sealed record Town(string Name, GeoPoint Center, double PartnerWeight, double HomeWeight, bool IsRural = false)
{
    /// <summary>Marlborough first, then by distance, roughly.</summary>
    public static ImmutableArray<Town> All { get; } =
    [
        At("Marlborough", 42.346, -71.552, partners: 30, homes: 82),
        At("Hudson", 42.392, -71.567, partners: 10, homes: 6),
        At("Southborough", 42.306, -71.525, partners: 5, homes: 1.5),
        At("Northborough", 42.319, -71.642, partners: 6, homes: 2),
        At("Berlin", 42.381, -71.638, partners: 1.5, homes: 1.8, rural: true),
        At("Westborough", 42.269, -71.617, partners: 8, homes: 1),
        At("Bolton", 42.433, -71.608, partners: 1.5, homes: 1.4, rural: true),
        At("Stow", 42.437, -71.506, partners: 1.5, homes: 1.2, rural: true),
        At("Sudbury", 42.383, -71.417, partners: 3, homes: 0.5),
        At("Maynard", 42.433, -71.450, partners: 3, homes: 0.4),
        At("Framingham", 42.279, -71.417, partners: 8, homes: 1.2),
        At("Ashland", 42.261, -71.464, partners: 2, homes: 0.2),
        At("Hopkinton", 42.229, -71.523, partners: 3, homes: 0.2),
        At("Clinton", 42.417, -71.683, partners: 2, homes: 0.6),
        At("Shrewsbury", 42.296, -71.713, partners: 4, homes: 0),
        At("Wayland", 42.363, -71.362, partners: 1, homes: 0),
        At("Natick", 42.283, -71.350, partners: 3, homes: 0),
        At("Acton", 42.485, -71.433, partners: 2, homes: 0),
        At("Concord", 42.460, -71.349, partners: 2, homes: 0),
        At("Milford", 42.140, -71.517, partners: 2, homes: 0),
        At("Worcester", 42.271, -71.799, partners: 4, homes: 0),
    ];

    /// <summary>A point near the middle of the town.</summary>
    /// <param name="draws">Where the chance comes from.</param>
    /// <param name="spread">How far it may be off in each direction, in degrees.</param>
    /// <param name="decimals">To how many decimals it is rounded.</param>
    public GeoPoint Near(Draws draws, double spread, int decimals) => new(
        Math.Round(Center.Latitude + (((2 * draws.Unit()) - 1) * spread), decimals),
        Math.Round(Center.Longitude + (((2 * draws.Unit()) - 1) * spread), decimals));

    private static Town At(string name, double latitude, double longitude, double partners, double homes, bool rural = false) =>
        new(name, new(latitude, longitude), partners, homes, rural);
}
