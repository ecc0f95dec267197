using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>An occupation in the O*NET-SOC 2019 taxonomy, written <c>NN-NNNN.NN</c>.</summary>
/// <remarks>The form is checked, not the existence: lists of occupations change with each O*NET release.</remarks>
[JsonConverter(typeof(TextJsonConverter<OnetSocCode>))]
public readonly record struct OnetSocCode : ISpanParsable<OnetSocCode>
{
    private readonly string? _value;

    private OnetSocCode(string value) => _value = value;

    /// <summary>The whole code, such as <c>51-4041.00</c>.</summary>
    /// <exception cref="InvalidOperationException">The code is <see langword="default"/>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This O*NET-SOC code was never set.");

    /// <summary>The SOC 2018 code it refines, such as <c>51-4041</c>.</summary>
    public string Soc => Value[..7];

    /// <summary>The SOC major group, such as <c>51</c>.</summary>
    public string MajorGroup => Value[..2];

    /// <summary>Reads a code; <c>51-4041</c> is taken as <c>51-4041.00</c>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: codes have no culture.</param>
    /// <exception cref="FormatException"><paramref name="s"/> is no code.</exception>
    public static OnetSocCode Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static OnetSocCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code)
            ? code
            : throw new FormatException($"\"{s}\" is no O*NET-SOC code. Expected NN-NNNN.NN, such as 51-4041.00.");

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out OnetSocCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OnetSocCode result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <summary>Reads a code, if the text is one.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: codes have no culture.</param>
    /// <param name="result">The code, when the text is one.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out OnetSocCode result)
    {
        result = default;
        var text = s.Trim();
        if (text.Length is not (7 or 10) || !Fits(text, "NN-NNNN.NN"))
        {
            return false;
        }

        result = new(text.Length == 7 ? $"{text}.00" : text.ToString());
        return true;
    }

    /// <summary>The code, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    private static bool Fits(ReadOnlySpan<char> text, string form)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (form[i] == 'N' ? !char.IsAsciiDigit(text[i]) : text[i] != form[i])
            {
                return false;
            }
        }

        return true;
    }
}
