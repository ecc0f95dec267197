using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Tests;

public class GeoPointTests
{
    private static readonly Arbitrary<GeoPoint> Points =
        (from latitude in Gen.Choose(-9000, 9000)
         from longitude in Gen.Choose(-18000, 18000)
         select new GeoPoint(latitude / 100.0, longitude / 100.0)).ToArbitrary();

    // A degree along a great circle of the mean earth is 2 pi 6371.0088 / 360 km.
    [Theory]
    [InlineData(0, 0, 0, 1, 111.195080)]
    [InlineData(0, 0, 1, 0, 111.195080)]
    [InlineData(0, 0, 0, 180, 20015.114442)]
    [InlineData(90, 0, -90, 77, 20015.114442)]
    [InlineData(0, 179.5, 0, -179.5, 111.195080)]
    [InlineData(60, 0, 60, 180, 6671.704814)]
    public void Known_distances_are_found(double lat1, double lon1, double lat2, double lon2, double expectedKm) =>
        Assert.Equal(expectedKm, new GeoPoint(lat1, lon1).DistanceKmTo(new(lat2, lon2)), 5);

    [Fact]
    public void Boston_is_41_km_from_Marlborough() =>
        Assert.InRange(new GeoPoint(42.3459, -71.5523).DistanceKmTo(new(42.3601, -71.0589)), 40.5, 40.7);

    [Fact]
    public void Distance_is_symmetric_and_nothing_to_itself() =>
        Prop.ForAll(Points, Points, (a, b) =>
            Math.Abs(a.DistanceKmTo(b) - b.DistanceKmTo(a)) < 1e-9 && a.DistanceKmTo(a) == 0 && a.DistanceKmTo(b) is >= 0 and < 20016)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_detour_is_shorter() =>
        Prop.ForAll(Points, Points, Points, (a, b, c) => a.DistanceKmTo(c) <= a.DistanceKmTo(b) + b.DistanceKmTo(c) + 1e-6)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(90.01, 0)]
    [InlineData(-90.01, 0)]
    [InlineData(0, 180.01)]
    [InlineData(0, -180.01)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    public void What_is_not_on_the_earth_is_refused(double latitude, double longitude)
    {
        Assert.False(GeoPoint.IsValid(latitude, longitude));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeoPoint(latitude, longitude));
    }

    [Theory]
    [InlineData(90, 180)]
    [InlineData(-90, -180)]
    public void The_poles_and_the_date_line_are_on_the_earth(double latitude, double longitude) =>
        Assert.Equal((latitude, longitude), (new GeoPoint(latitude, longitude).Latitude, new GeoPoint(latitude, longitude).Longitude));

    [Fact]
    public void A_point_prints_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal("42.35, -71.55", new GeoPoint(42.35, -71.55).ToString());
            var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new GeoPoint(-171.5, 42.5));
            Assert.StartsWith("-171.5, 42.5 is no point.", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
