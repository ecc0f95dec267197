using System.Runtime.InteropServices;

namespace Pathways.Curriculum;

/// <summary>Compares activities for looking them up by the thousand: their hash reads twelve characters at most, from the start, the middle and the end.</summary>
internal sealed class ActivityLookup : IEqualityComparer<ActivityId>
{
    private const int Part = sizeof(ulong) / sizeof(char);

    public bool Equals(ActivityId left, ActivityId right) => string.Equals(left.Value, right.Value, StringComparison.Ordinal);

    public int GetHashCode(ActivityId activity)
    {
        var text = activity.Value.AsSpan();
        if (text.Length < Part)
        {
            return string.GetHashCode(text, StringComparison.Ordinal);
        }

        var hash = (ulong)text.Length;
        hash = (hash * 0x9E3779B97F4A7C15) ^ At(text, 0);
        hash = (hash * 0x9E3779B97F4A7C15) ^ At(text, (text.Length - Part) / 2);
        hash = (hash * 0x9E3779B97F4A7C15) ^ At(text, text.Length - Part);
        hash *= 0x9E3779B97F4A7C15;
        return (int)(hash >> 32);
    }

    private static ulong At(ReadOnlySpan<char> text, int start) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(start, Part)));
}
