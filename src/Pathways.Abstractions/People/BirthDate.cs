using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>The day a student was born.</summary>
/// <remarks>Redacts itself; see <see cref="ISensitive{T}"/>.</remarks>
[DebuggerDisplay("[redacted:BirthDate]")]
[JsonConverter(typeof(RedactedJsonConverter<BirthDate>))]
public readonly record struct BirthDate : ISensitive<LocalDate>
{
    private readonly LocalDate _value;

    private BirthDate(LocalDate value) => _value = value;

    /// <summary>Wraps a day.</summary>
    /// <param name="value">The day of birth.</param>
    public static BirthDate From(LocalDate value) => new(value);

    /// <summary>The age in completed years on a day. Who is born on 29 February turns on 1 March in other years.</summary>
    /// <param name="day">The day to count to.</param>
    public int AgeOn(LocalDate day)
    {
        var years = day.Year - _value.Year;
        return (day.Month, day.Day).CompareTo((_value.Month, _value.Day)) < 0 ? years - 1 : years;
    }

    /// <inheritdoc/>
    public LocalDate Reveal(Purpose purpose) => _value;

    /// <summary>Always <c>[redacted:BirthDate]</c>.</summary>
    public override string ToString() => "[redacted:BirthDate]";
}
