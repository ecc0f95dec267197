using System.Globalization;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>A point on the earth, in degrees (WGS 84).</summary>
[JsonConverter(typeof(GeoPointJsonConverter))]
public readonly record struct GeoPoint
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>A point on the earth.</summary>
    /// <param name="latitude">-90 (south) to 90 (north).</param>
    /// <param name="longitude">-180 (west) to 180 (east).</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of range or not a number.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        if (!IsValid(latitude, longitude))
        {
            throw new ArgumentOutOfRangeException(
                nameof(latitude), $"{Printed(latitude, longitude)} is no point. Maybe latitude and longitude were exchanged.");
        }

        (Latitude, Longitude) = (latitude, longitude);
    }

    /// <summary>Degrees north of the equator.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east of Greenwich.</summary>
    public double Longitude { get; }

    /// <summary>Whether two numbers are a point on the earth.</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static bool IsValid(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;

    /// <summary>The great-circle distance in kilometres (haversine formula, mean earth radius).</summary>
    /// <param name="other">The other point.</param>
    public double DistanceKmTo(GeoPoint other)
    {
        var north = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var east = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var a = (Math.Sin(north) * Math.Sin(north))
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude))
                * Math.Sin(east) * Math.Sin(east));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>Latitude and longitude, such as <c>42.35, -71.55</c>, in any culture.</summary>
    public override string ToString() => Printed(Latitude, Longitude);

    private static string Printed(double latitude, double longitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}");
}
