using System.Globalization;

namespace Pathways;

/// <summary>Where chance comes from: the same seed gives the same draws on every machine, for ever.</summary>
/// <remarks>
/// A seed is split, never shared: draw <c>i</c> uses <c>seed.Split(i)</c>, so that a parallel run equals a serial one. The
/// mixing is that of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014), whose stream is part of this library's promise.
/// </remarks>
/// <param name="Value">Any 64-bit number; 0 is as good as another.</param>
public readonly record struct Seed(ulong Value)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A seed from a number that people write down.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public static Seed From(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return new((ulong)value);
    }

    /// <summary>The seed of one part of the work.</summary>
    /// <param name="part">Which part: a draw, a round, a student.</param>
    public Seed Split(ulong part) => new(Mix(Mix(Value + Golden) ^ (part * Golden)));

    /// <summary>The seed of one part of the work that has a name.</summary>
    /// <param name="name">The name; its UTF-16 code units count, not its culture.</param>
    public Seed Split(ReadOnlySpan<char> name) => Split(Fingerprint(name));

    /// <summary>The draw of this seed: 64 evenly distributed bits.</summary>
    public ulong Draw() => Mix(Value + Golden);

    /// <summary>A draw from 0 up to but not including a bound, without bias that a test of 2^32 draws could find.</summary>
    /// <param name="bound">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    public int DrawBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(Draw(), (ulong)bound, out _);
    }

    /// <summary>A draw from 0 up to but not including 1, in steps of 2^-53.</summary>
    public double DrawUnit() => (Draw() >> 11) * (1.0 / (1ul << 53));

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // FNV-1a over code units, then mixed: identifiers that differ in one character end far apart.
    private static ulong Fingerprint(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
