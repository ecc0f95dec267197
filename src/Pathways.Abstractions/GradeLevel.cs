using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>A grade of school, in the codes that CEDS and OneRoster share: IT PR PK TK KG 01 to 13 PS UG Other.</summary>
/// <remarks>Not fixed to high school: pathways reach down to the elementary grades (awareness) and beyond grade 12.</remarks>
[JsonConverter(typeof(GradeLevelJsonConverter))]
public readonly record struct GradeLevel : IComparable<GradeLevel>
{
    private static readonly ImmutableArray<string> Codes =
    [
        "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13",
        "PS", "UG", "Other",
    ];

    private const int Kindergarten = 4;

    // 0 is "unset", so that default is no grade.
    private readonly byte _position;

    private GradeLevel(int index) => _position = (byte)(index + 1);

    /// <summary>Every grade there is, youngest first.</summary>
    public static ImmutableArray<GradeLevel> All { get; } = [.. Enumerable.Range(0, Codes.Length).Select(i => new GradeLevel(i))];

    /// <summary>The shared code, such as <c>KG</c> or <c>09</c>.</summary>
    /// <exception cref="InvalidOperationException">The grade is <see langword="default"/>.</exception>
    public string Code => _position == 0
        ? throw new InvalidOperationException("This grade level was never set.")
        : Codes[_position - 1];

    /// <summary>The number of a numbered grade, 1 to 13; <see langword="null"/> for the others.</summary>
    public int? Number => _position - 1 - Kindergarten is >= 1 and <= 13 and var number ? number : null;

    /// <summary>A numbered grade.</summary>
    /// <param name="number">1 to 13.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such grade.</exception>
    public static GradeLevel From(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 13);
        return new(Kindergarten + number);
    }

    /// <summary>Reads a code; leading zeros may be left out and case does not matter.</summary>
    /// <param name="text">A code such as <c>9</c>, <c>09</c> or <c>kg</c>.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no grade.</exception>
    public static GradeLevel Parse(string text) =>
        TryParse(text, out var grade)
            ? grade
            : throw new FormatException($"\"{text}\" is no grade level. Expected one of {string.Join(' ', Codes)}.");

    /// <summary>Reads a code, if the text is one.</summary>
    /// <param name="text">A code such as <c>9</c>, <c>09</c> or <c>kg</c>.</param>
    /// <param name="grade">The grade, when the text is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out GradeLevel grade)
    {
        grade = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var trimmed = text.Trim();
        if (int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number is < 1 or > 13 || trimmed.Length > 2)
            {
                return false;
            }

            grade = From(number);
            return true;
        }

        for (var i = 0; i < Codes.Length; i++)
        {
            if (string.Equals(Codes[i], trimmed, StringComparison.OrdinalIgnoreCase))
            {
                grade = new(i);
                return true;
            }
        }

        return false;
    }

    /// <summary>Compares by the order of schooling.</summary>
    /// <param name="other">The grade to compare with.</param>
    public int CompareTo(GradeLevel other) => _position.CompareTo(other._position);

    /// <summary>The code, or "(unset)".</summary>
    public override string ToString() => _position == 0 ? "(unset)" : Code;

    /// <summary>Whether the left grade is below the right one.</summary>
    public static bool operator <(GradeLevel left, GradeLevel right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left grade is above the right one.</summary>
    public static bool operator >(GradeLevel left, GradeLevel right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left grade is below the right one, or the same.</summary>
    public static bool operator <=(GradeLevel left, GradeLevel right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left grade is above the right one, or the same.</summary>
    public static bool operator >=(GradeLevel left, GradeLevel right) => left.CompareTo(right) >= 0;
}
