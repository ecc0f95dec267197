using System.Numerics;

namespace Pathways.Matching.Kernel;

/// <summary>Priority class, then a lottery among all applicants that is computed and not stored: made in no time, so that many can be tried.</summary>
/// <remarks>The place of an applicant is a permutation of numbers of a few bits: odd factors and shifts, all of which can be undone.</remarks>
internal readonly struct LotteryOrder : IApplicantOrder
{
    // So that few applicants are well shuffled too.
    private const int FewestBits = 8;

    private readonly int[] _class;
    private readonly uint _mask;
    private readonly int _shift;
    private readonly uint _add;
    private readonly uint _factor;
    private readonly uint _inverse;

    /// <param name="priorityClass">By edge.</param>
    /// <param name="applicants">How many there are.</param>
    /// <param name="seed">Where the lottery comes from.</param>
    public LotteryOrder(int[] priorityClass, int applicants, Seed seed)
    {
        var bits = PlaceBits(applicants);
        _class = priorityClass;
        _mask = (uint)((1ul << bits) - 1);
        _shift = (bits + 1) / 2;
        var draw = seed.Draw();
        _add = (uint)(draw >> 32);
        _factor = (uint)draw | 1;
        _inverse = Inverse(_factor);
    }

    /// <summary>How many bits a place needs, here and in any permutation of as many.</summary>
    public static int PlaceBits(int applicants) => Math.Max(FewestBits, 32 - BitOperations.LeadingZeroCount((uint)applicants));

    public int High(int edge) => _class[edge];

    public int Low(int applicant)
    {
        var x = ((uint)applicant + _add) & _mask;
        x = (x * _factor) & _mask;
        x ^= x >> _shift;
        x = (x * _factor) & _mask;
        x ^= x >> _shift;
        return (int)((x * _factor) & _mask);
    }

    public int Applicant(int low)
    {
        // A shift by half the bits or more undoes itself.
        var x = ((uint)low * _inverse) & _mask;
        x ^= x >> _shift;
        x = (x * _inverse) & _mask;
        x ^= x >> _shift;
        return (int)(((x * _inverse) - _add) & _mask);
    }

    public void FetchHigh(int edge) => Fetch.At(_class, edge);

    public void FetchApplicant(int low)
    {
        // Nothing is read.
    }

    // Newton's iteration: each step doubles the number of bits that are right, from three.
    private static uint Inverse(uint odd)
    {
        var inverse = odd;
        for (var bits = 3; bits < 32; bits *= 2)
        {
            inverse *= 2 - (odd * inverse);
        }

        return inverse;
    }
}
