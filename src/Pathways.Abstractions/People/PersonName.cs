using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>What a person is called.</summary>
/// <remarks>Redacts itself; see <see cref="ISensitive{T}"/>.</remarks>
[DebuggerDisplay("[redacted:PersonName]")]
[JsonConverter(typeof(RedactedJsonConverter<PersonName>))]
public readonly record struct PersonName : ISensitive<string>
{
    private readonly string _value;

    private PersonName(string value) => _value = value;

    /// <summary>Wraps a name.</summary>
    /// <param name="value">The name; must not be blank.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is blank.</exception>
    public static PersonName From(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new(value.Trim());
    }

    /// <inheritdoc/>
    public string Reveal(Purpose purpose) => _value;

    /// <summary>Always <c>[redacted:PersonName]</c>.</summary>
    public override string ToString() => "[redacted:PersonName]";
}
