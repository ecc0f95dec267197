using Pathways.Matching.Explanation;

namespace Pathways.Matching.Kernel;

/// <summary>A market whose ties are broken: ready to run, and to run again with one thing changed.</summary>
/// <remarks>Immutable and shared by threads. A changed market keeps every number that the change does not touch, so nothing is drawn again.</remarks>
internal sealed class StrictMarket
{
    private readonly CompiledProblem _problem;
    private readonly MatchOptions _options;

    // One number for all programs: by applicant, its place. A number per program: by edge, its rank within the program.
    private readonly int[] _numbers;
    private readonly int[] _byPlace;

    // By program, where its numbers come from; none with one number for all.
    private readonly Seed[] _seeds;

    private StrictMarket(CompiledProblem problem, MatchOptions options, Market market, int[] numbers, Seed[] seeds, int[]? byPlace = null)
    {
        (_problem, _options, Market, _numbers, _seeds) = (problem, options, market, numbers, seeds);
        _byPlace = IsOwn ? [] : byPlace ?? TieBreaker.Inverse(numbers);
    }

    /// <summary>The market, without ties of applicants.</summary>
    public Market Market { get; }

    private bool IsOwn => _options.Ties is TieBreaking.LotteryPerOpportunity or TieBreaking.Hybrid;

    /// <summary>Breaks the ties of a problem.</summary>
    public static StrictMarket Of(CompiledProblem problem, MatchOptions options)
    {
        var columns = problem.Problem.Columns;
        var byInput = options.Ties == TieBreaking.InputOrder;
        var market = TieBreaker.Strict(problem.Market, columns.Students, columns.Opportunities, byInput ? null : options.Seed);
        if (options.Ties is TieBreaking.LotteryPerOpportunity or TieBreaking.Hybrid)
        {
            var seeds = LotterySeeds.Of(problem, options);
            return new(problem, options, market, TieBreaker.OwnRanks(market, columns.Students, seeds), seeds);
        }

        var places = byInput ? TieBreaker.InputPlaces(market.Applicants) : TieBreaker.SinglePlaces(columns.Students, options.Seed);
        return new(problem, options, market, places, []);
    }

    /// <summary>Runs the mechanism: by applicant, the program or <see cref="Market.None"/>.</summary>
    public int[] Solve(Workspace workspace, CancellationToken cancellationToken = default)
    {
        if (_options.Mechanism == Mechanism.OpportunityOptimal)
        {
            return Array.ConvertAll(Reversed(cancellationToken), edge => edge == Market.None ? Market.None : Market.Program[edge]);
        }

        Run(workspace, cancellationToken);
        var programOf = new int[Market.Applicants];
        for (var a = 0; a < programOf.Length; a++)
        {
            programOf[a] = Held(workspace, a);
        }

        return programOf;
    }

    /// <summary>Runs the mechanism, and tells what one applicant gets: a program or <see cref="Market.None"/>.</summary>
    public int SolveFor(int applicant, Workspace workspace, CancellationToken cancellationToken = default)
    {
        if (_options.Mechanism == Mechanism.OpportunityOptimal)
        {
            return Reversed(cancellationToken)[applicant] is not Market.None and var edge ? Market.Program[edge] : Market.None;
        }

        Run(workspace, cancellationToken);
        return Held(workspace, applicant);
    }

    /// <summary>The same with another number of seats at one program.</summary>
    public StrictMarket WithCapacity(int program, int capacity) => new(_problem, _options, Market.WithCapacity(program, capacity), _numbers, _seeds, _byPlace);

    /// <summary>The same with one edge in a given priority class of its program, or just above all of that class.</summary>
    public StrictMarket WithClass(int edge, int priorityClass, bool above)
    {
        // Classes are doubled to make room between any two of them.
        var doubled = Array.ConvertAll(Market.Class, c => 2 * c);
        doubled[edge] = (2 * priorityClass) + (above ? 1 : 0);
        var market = Market.WithClasses(doubled);
        if (!IsOwn)
        {
            return new(_problem, _options, market, _numbers, _seeds, _byPlace);
        }

        var ranks = (int[])_numbers.Clone();
        TieBreaker.RankOwn(market, market.Program[edge], _problem.Problem.Columns.Students, _seeds, ranks);
        return new(_problem, _options, market, ranks, _seeds);
    }

    /// <summary>The same with one edge at the front of its applicant's list.</summary>
    public StrictMarket WithFirst(int applicant, int edge)
    {
        var market = Market.WithFirst(applicant, edge);
        return IsOwn
            ? new(_problem, _options, market, Market.MovedFirst(_numbers, Market.First[applicant], edge), _seeds)
            : new(_problem, _options, market, _numbers, _seeds, _byPlace);
    }

    /// <summary>The same with one applicant's number just better than another's: wherever programs have the numbers that this one has.</summary>
    public StrictMarket WithNumber(MovedNumber moved)
    {
        var numbers = (int[])_numbers.Clone();
        if (IsOwn)
        {
            moved.InOwnRanks(Market, _problem.Problem.Columns.Students, _seeds, numbers);
        }
        else
        {
            moved.InSinglePlaces(numbers);
        }

        return new(_problem, _options, Market, numbers, _seeds);
    }

    private int Held(Workspace workspace, int applicant) =>
        workspace.Next[applicant] < Market.First[applicant + 1] ? Market.Program[workspace.Next[applicant]] : Market.None;

    private void Run(Workspace workspace, CancellationToken cancellationToken)
    {
        if (IsOwn)
        {
            DeferredAcceptance.Solve(Market, new OwnRankOrder(_numbers), workspace, cancellationToken);
        }
        else
        {
            DeferredAcceptance.Solve(Market, new SinglePlaceOrder(Market.Class, _numbers, _byPlace), workspace, cancellationToken);
        }
    }

    private int[] Reversed(CancellationToken cancellationToken) => IsOwn
        ? OpportunityProposingDeferredAcceptance.Solve(Market, new OwnRankOrder(_numbers), cancellationToken)
        : OpportunityProposingDeferredAcceptance.Solve(Market, new SinglePlaceOrder(Market.Class, _numbers, _byPlace), cancellationToken);
}
