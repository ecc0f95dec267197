using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Where a student lives, as precisely as travel needs it.</summary>
/// <remarks>Redacts itself; see <see cref="ISensitive{T}"/>.</remarks>
[DebuggerDisplay("[redacted:HomePlace]")]
[JsonConverter(typeof(RedactedJsonConverter<HomePlace>))]
public readonly record struct HomePlace : ISensitive<GeoPoint>
{
    private readonly GeoPoint _value;

    private HomePlace(GeoPoint value) => _value = value;

    /// <summary>Wraps a point.</summary>
    /// <param name="value">Where the student lives.</param>
    public static HomePlace From(GeoPoint value) => new(value);

    /// <summary>How far it is from here to a place, in kilometres along the earth's surface.</summary>
    /// <remarks>Three distances to known places give the home away, so a distance is as personal as the home.</remarks>
    /// <param name="place">The place of work.</param>
    /// <param name="purpose">What the distance is needed for.</param>
    public double DistanceKmTo(GeoPoint place, Purpose purpose) => Reveal(purpose).DistanceKmTo(place);

    /// <inheritdoc/>
    public GeoPoint Reveal(Purpose purpose) => _value;

    /// <summary>Always <c>[redacted:HomePlace]</c>.</summary>
    public override string ToString() => "[redacted:HomePlace]";
}
