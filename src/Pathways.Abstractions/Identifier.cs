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

        return value.Length > MaximumLength && Length(value) is var length and > MaximumLength
            ? $"An identifier must have at most {MaximumLength} characters; this one has {length}: \"{value[..24]}...\"."
            : null;
    }

    internal static string Checked(string value, string kind) =>
        Fault(value) is { } fault ? throw new ArgumentException($"{kind}: {fault}", nameof(value)) : value;

    internal static InvalidOperationException Unset(string kind) =>
        new($"This {kind} was never set. Maybe a required property was left out.");

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
