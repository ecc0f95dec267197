using System.Diagnostics;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>What somebody wrote about a student or their work, in their own words.</summary>
/// <remarks>Free text may name people, so it redacts itself; see <see cref="ISensitive{T}"/>. Codes, never notes, go into audit lines and events.</remarks>
[DebuggerDisplay("[redacted:Note]")]
[JsonConverter(typeof(RedactedJsonConverter<Note>))]
public readonly record struct Note : ISensitive<string>
{
    private readonly string? _value;

    private Note(string value) => _value = value;

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text; must not be blank.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is blank.</exception>
    public static Note From(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new(value.Trim());
    }

    /// <inheritdoc/>
    public string Reveal(Purpose purpose) => _value ?? throw new InvalidOperationException("A note was never set.");

    /// <summary>Always <c>[redacted:Note]</c>.</summary>
    public override string ToString() => "[redacted:Note]";
}
