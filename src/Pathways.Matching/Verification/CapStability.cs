using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>Whether programs under caps would take an applicant, from the definition.</summary>
/// <remarks>
/// <para>An opportunity within caps takes a student beside those who hold seats when nothing around it is full (the opportunity itself, then cap
/// after cap), or when the innermost that is full holds somebody of a strictly lower priority class. The student's own seat within that
/// cap gives way too, unless it is one where the student has a higher class: whoever moves under a cap is not one more. A seat of a
/// pair that is not acceptable gives way to anybody acceptable.</para>
/// <para>With one level of caps and one class for each student at all opportunities of a partner these are the three conditions of D. J. Abraham,
/// R. W. Irving and D. F. Manlove, "Two algorithms for the Student-Project Allocation problem", Journal of Discrete Algorithms 5
/// (2007) 73-90. In general it is the choice of the best within a tree of caps from all contracts there are: T. Fleiner, Mathematics of
/// Operations Research 28 (2003) 103-126, proves that a stable matching always exists. Shares no code with the mechanisms.</para>
/// </remarks>
internal sealed class CapStability
{
    private const int NotAcceptable = -1;

    private readonly Market _market;
    private readonly CapTree _caps;
    private readonly int[] _programOf;

    // By applicant, the class it has where it is.
    private readonly int[] _ownClass;

    // By node, how many are held under it, and the lowest class among them.
    private readonly int[] _taken;
    private readonly int[] _lowest;

    /// <param name="market">A market under caps, ties and all.</param>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>.</param>
    public CapStability(Market market, int[] programOf)
    {
        _market = market;
        _caps = market.Caps ?? throw new ArgumentException("The market has no caps. Maybe Stability is meant.", nameof(market));
        _programOf = programOf;
        _ownClass = new int[market.Applicants];
        _taken = new int[_caps.Parent.Length];
        _lowest = new int[_caps.Parent.Length];
        Array.Fill(_lowest, int.MaxValue);
        for (var a = 0; a < market.Applicants; a++)
        {
            if (programOf[a] == Market.None)
            {
                continue;
            }

            _ownClass[a] = market.EdgeTo(a, programOf[a]) is not Market.None and var edge ? market.Class[edge] : NotAcceptable;
            for (var node = programOf[a]; node != Market.None; node = _caps.Parent[node])
            {
                _taken[node]++;
                _lowest[node] = Math.Min(_lowest[node], _ownClass[a]);
            }
        }
    }

    /// <summary>Whether the program of an edge would take its applicant, however ties of classes are ordered.</summary>
    /// <param name="applicant">Who would rather be there.</param>
    /// <param name="edge">An edge of the applicant, to another program than its own.</param>
    public bool Takes(int applicant, int edge)
    {
        for (var node = _market.Program[edge]; node != Market.None; node = _caps.Parent[node])
        {
            if (_taken[node] < Seats(node))
            {
                continue;
            }

            return Seats(node) > 0
                && (_lowest[node] < _market.Class[edge] || (_ownClass[applicant] <= _market.Class[edge] && IsUnder(applicant, node)));
        }

        return true;
    }

    private int Seats(int node) => node < _caps.Programs ? _market.Capacity[node] : _caps.Seats[node - _caps.Programs];

    private bool IsUnder(int applicant, int around)
    {
        for (var node = _programOf[applicant]; node != Market.None; node = _caps.Parent[node])
        {
            if (node == around)
            {
                return true;
            }
        }

        return false;
    }
}
