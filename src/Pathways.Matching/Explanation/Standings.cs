using System.Collections.Concurrent;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Who got the seats of each opportunity, and how a student compares with the last of them.</summary>
internal sealed class Standings
{
    // Below every class: whoever is acceptable would be rather had.
    private const int NotAcceptable = -1;

    private readonly CompiledProblem _problem;
    private readonly ILookup<int, (int Student, int Class)> _seated;
    private readonly ConcurrentDictionary<int, (int Student, int Class)> _last = [];
    private readonly bool _isInputOrder;

    // The number that breaks ties between students at an opportunity, 1 is best; null when it is not known how ties were broken.
    private readonly Func<int, int, int>? _number;

    /// <param name="problem">The problem.</param>
    /// <param name="matching">Who has which seat.</param>
    /// <param name="options">How ties were broken; null when that is not known.</param>
    public Standings(CompiledProblem problem, ProblemMatching matching, MatchOptions? options)
    {
        _problem = problem;
        _seated = Enumerable.Range(0, matching.OpportunityOf.Length)
            .Where(s => matching.OpportunityOf[s] != Market.None)
            .Select(s => (Student: s, Opportunity: matching.OpportunityOf[s], Edge: problem.Market.EdgeTo(s, matching.OpportunityOf[s])))
            .ToLookup(seat => seat.Opportunity, seat => (seat.Student, seat.Edge == Market.None ? NotAcceptable : problem.Market.Class[seat.Edge]));
        if (options is null)
        {
            return;
        }

        var columns = problem.Problem.Columns;
        _isInputOrder = options.Ties == TieBreaking.InputOrder;
        if (options.Ties is TieBreaking.LotteryPerOpportunity or TieBreaking.Hybrid)
        {
            _number = new PairDraws(problem, options).Number;
        }
        else
        {
            var places = _isInputOrder ? TieBreaker.InputPlaces(columns.Students.Length) : TieBreaker.SinglePlaces(columns.Students, options.Seed);
            _number = (s, _) => places.Length - places[s];
        }
    }

    /// <summary>Whether lottery numbers, or places in the input, decide between equals; where ties are taken for what they are, they do not.</summary>
    public static bool DecidesByNumber(MatchOptions options) => options.Mechanism != Mechanism.LargestStable && !options.Improve;

    /// <summary>Whether the numbers that break ties are places in the input.</summary>
    public bool IsInputOrder => _isInputOrder;

    /// <summary>The number that breaks ties, 1 is best; null when it is not known how ties were broken.</summary>
    public int? Number(int s, int o) => _number?.Invoke(s, o);

    /// <summary>Everybody whose number that counts at an opportunity is better than the student's, from the worst; known only when it is known how ties were broken.</summary>
    public List<(int Student, int Number)> Better(int s, int o)
    {
        var own = _number!(s, o);
        return
        [
            .. Enumerable.Range(0, _problem.Problem.Columns.Students.Length)
                .Select(other => (Student: other, Number: _number(other, o)))
                .Where(other => other.Number > 0 && other.Number < own)
                .OrderByDescending(other => other.Number),
        ];
    }

    /// <summary>Why an opportunity that the student would rather have went to others, or that it did not.</summary>
    public Reason WhyFull(int s, int o, int edge)
    {
        var seats = _problem.Problem.Columns.Seats[o];
        var seated = _seated[o].ToList();
        var id = _problem.Problem.Columns.Opportunities[o];
        var own = _problem.Market.Class[edge];
        if (seated.Count < seats)
        {
            return new Reason.Blocks(id, seats - seated.Count);
        }

        var last = Last(o);
        if (last.Class < own)
        {
            return new Reason.Blocks(id, 0);
        }

        var higher = seated.Count(seat => seat.Class > own);
        return new Reason.SeatsFilled(id, seats, higher, seated.Count - higher, Of(s, o, own), Of(last.Student, o, last.Class));
    }

    /// <summary>Who has a seat at an opportunity.</summary>
    public IEnumerable<(int Student, int Class)> Seated(int o) => _seated[o];

    /// <summary>Of students with seats, the one who got the last: the lowest class, and within it the worst number.</summary>
    public (int Student, int Opportunity, int Class) LastOf(IEnumerable<(int Student, int Opportunity, int Class)> seated) =>
        seated.OrderBy(seat => seat.Class).ThenByDescending(seat => _number?.Invoke(seat.Student, seat.Opportunity)).First();

    /// <summary>Where a student stands at an opportunity.</summary>
    public Standing Of(int s, int o, int priorityClass)
    {
        var (market, reverse) = (_problem.Market, _problem.Market.Reverse);
        var above = 0;
        for (var at = reverse.First[o]; at < reverse.First[o + 1]; at++)
        {
            above += market.Class[reverse.Edge[at]] > priorityClass ? 1 : 0;
        }

        return At(above + 1, s, o);
    }

    /// <summary>Where a student stands among all who list one of several opportunities, which compare students on one scale.</summary>
    public Standing Among(int s, int o, int priorityClass, IEnumerable<int> opportunities)
    {
        var (market, reverse) = (_problem.Market, _problem.Market.Reverse);
        var above = new HashSet<int>();
        foreach (var other in opportunities)
        {
            for (var at = reverse.First[other]; at < reverse.First[other + 1]; at++)
            {
                if (market.Class[reverse.Edge[at]] > priorityClass)
                {
                    above.Add(reverse.Applicant[at]);
                }
            }
        }

        return At(above.Count + 1, s, o);
    }

    private (int Student, int Class) Last(int o) => _last.GetOrAdd(o, o =>
    {
        var (student, _, priorityClass) = LastOf(_seated[o].Select(seat => (seat.Student, o, seat.Class)));
        return (student, priorityClass);
    });

    private Standing At(int place, int s, int o) => new(place, PointsOf(s, o), _number?.Invoke(s, o), _isInputOrder);

    private double? PointsOf(int s, int o)
    {
        var columns = _problem.Problem.Columns;
        if (columns.PriorityScore is not { } scores)
        {
            return null;
        }

        var (start, end) = (columns.PriorityStart[o], columns.PriorityStart[o + 1]);
        var at = columns.PriorityStudent.AsSpan(start, end - start).IndexOf(s);
        return at < 0 || double.IsNaN(scores[start + at]) ? null : scores[start + at];
    }
}
