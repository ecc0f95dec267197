using System.Buffers;
using System.Text;

namespace Pathways;

/// <summary>What every identifier checks.</summary>
public static class Identifier
{
    /// <summary>The longest identifier, in characters (Unicode scalar values).</summary>
    public const int MaximumLength = 128;

    /// <summary>Why a text is no identifier, or <see langword="null"/> if it is one.</summary>
    /// <param name="value">The text to judge.</param>
    public static string? Fault(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "An identifier must not be empty.";
        }

        if (!IsWellFormed(value))
        {
            return "An identifier must be well-formed Unicode; this one holds half of a surrogate pair. Maybe it was cut off.";
        }

        return value.Length > MaximumLength && Length(value) is var length and > MaximumLength
            ? $"An identifier must have at most {MaximumLength} characters; this one has {length}: \"{Beginning(value)}...\"."
            : null;
    }

    internal static string Checked(string value, string kind) =>
        Fault(value) is { } fault ? throw new ArgumentException($"{kind}: {fault}", nameof(value)) : value;

    internal static InvalidOperationException Unset(string kind) =>
        new($"This {kind} was never set. Maybe a required property was left out.");

    // Half a pair would turn into U+FFFD in any file, and two identifiers into one.
    private static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        for (var at = value.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < value.Length;)
        {
            if (Rune.DecodeFromUtf16(value[at..], out _, out var units) != OperationStatus.Done)
            {
                return false;
            }

            at += units;
        }

        return true;
    }

    private static string Beginning(string value) => value[..(char.IsHighSurrogate(value[23]) ? 23 : 24)];

    private static int Length(string value)
    {
        var length = 0;
        foreach (var _ in value.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
