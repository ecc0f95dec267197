using Pathways.Matching.Problems;

namespace Pathways.Matching;

/// <summary>An opportunity in a matching problem: a light view, made on demand.</summary>
public readonly struct ProblemOpportunity
{
    private readonly ProblemColumns _columns;

    internal ProblemOpportunity(ProblemColumns columns, int index) => (_columns, Index) = (columns, index);

    /// <summary>The position in the problem, from 0.</summary>
    public int Index { get; }

    /// <summary>Which opportunity.</summary>
    public OpportunityId Id => _columns.Opportunities[Index];

    /// <summary>How many students it can take.</summary>
    public int Seats => _columns.Seats[Index];

    /// <summary>How many it needs to run at all.</summary>
    public int Minimum => _columns.Minimum[Index];

    /// <summary>Who offers it, if said.</summary>
    public PartnerId? Partner => _columns.PartnerOf[Index] is >= 0 and var partner ? _columns.Partners[partner].Id : null;

    /// <summary>Whether everybody who lists it is acceptable and tied.</summary>
    public bool RanksEveryone => _columns.RanksEveryone[Index];

    /// <summary>Seats set aside for policy groups.</summary>
    public ImmutableArray<Reserve> Reserves => _columns.Reserves.TryGetValue(Index, out var reserves) ? reserves : [];

    /// <summary>All its seats in order of precedence, where it says who may take which; else empty.</summary>
    public ImmutableArray<Slot> Slots => _columns.Slots.TryGetValue(Index, out var slots) ? slots : [];

    /// <summary>
    /// Whom it ranks itself, best first, with places from 1 (1, 2, 2, 4) and the score where scores were given. Empty when everybody
    /// is tied or the partner ranks for it.
    /// </summary>
    public IEnumerable<(StudentId Student, int Place, double? Score)> Priorities
    {
        get
        {
            var start = _columns.PriorityStart[Index];
            var place = 0;
            for (var entry = start; entry < _columns.PriorityStart[Index + 1]; entry++)
            {
                place = _columns.PriorityTied[entry] ? place : entry - start + 1;
                var score = _columns.PriorityScore?[entry] ?? double.NaN;
                yield return (_columns.Students[_columns.PriorityStudent[entry]], place, double.IsNaN(score) ? null : score);
            }
        }
    }
}
