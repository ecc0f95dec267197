using Pathways.Matching.Explanation;

namespace Pathways.Matching.Kernel;

/// <summary>A market whose ties are broken: ready to run, and to run again with one thing changed.</summary>
/// <remarks>Immutable and shared by threads. A changed market keeps every number that the change does not touch, so nothing is drawn again.</remarks>
internal sealed partial class StrictMarket
{
    private readonly CompiledProblem _problem;
    private readonly MatchOptions _options;

    // One number for all programs: by applicant, its place. A number per program: by edge, its rank within the program.
    private readonly int[] _numbers;
    private readonly int[] _byPlace;

    // Where applicants had ties, which an algorithm that knows ties for what they are still needs.
    private readonly TieMarks? _tied;

    // Whose class at which programs is another one than the problem says, in doubled classes.
    private (int Applicant, int[] Programs, int Class)? _raised;

    // The applicants from the last turn to the first where that is another order than their numbers say.
    private int[]? _turns;

    // Whose number is another one, where it counts at some programs only.
    private MovedNumber? _moved;

    // By program, where its numbers come from; none with one number for all.
    private readonly Seed[] _seeds;

    private StrictMarket(
        CompiledProblem problem, MatchOptions options, Market market, TieMarks? tied, int[] numbers, Seed[] seeds, int[]? byPlace = null)
    {
        (_problem, _options, Market, _tied, _numbers, _seeds) = (problem, options, market, tied, numbers, seeds);
        _byPlace = IsOwn ? [] : byPlace ?? TieBreaker.Inverse(numbers);
    }

    /// <summary>The market, without ties of applicants.</summary>
    public Market Market { get; }

    /// <summary>The applicants from the last turn to the first: by the one number that counts at all programs, or by one drawn for turns alone.</summary>
    public int[] ByPlace => _turns ?? (IsOwn ? TieBreaker.SingleOrder(_problem.Problem.Columns.Students, _options.Seed) : _byPlace);

    /// <summary>Whether nothing but one number of each applicant counts, at all programs.</summary>
    public bool IsOneLottery => !IsOwn && !Market.HasPriorities;

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
            return new(problem, options, market, problem.Market.Tied, TieBreaker.OwnRanks(market, columns.Students, seeds), seeds);
        }

        var byPlace = byInput ? TieBreaker.Inverse(TieBreaker.InputPlaces(market.Applicants)) : TieBreaker.SingleOrder(columns.Students, options.Seed);
        return new(problem, options, market, problem.Market.Tied, TieBreaker.Inverse(byPlace), [], byPlace);
    }

    /// <summary>Runs the mechanism.</summary>
    /// <param name="workspace">What is written to.</param>
    /// <param name="isTimeUp">When a search has to end; <see langword="null"/> for never.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Solution Run(Workspace workspace, Func<bool>? isTimeUp = null, CancellationToken cancellationToken = default) => IsOwn
        ? new MechanismRun<OwnRankOrder>(this, new(_numbers), _options, workspace, isTimeUp, cancellationToken).Solve()
        : new MechanismRun<SinglePlaceOrder>(
            this, new(Market.Class, _numbers, _byPlace), _options, workspace, isTimeUp, cancellationToken).Solve();

    /// <summary>Runs the mechanism: by applicant, the program or <see cref="Market.None"/>.</summary>
    public int[] Solve(Workspace workspace, CancellationToken cancellationToken = default) =>
        Programs(Run(workspace, isTimeUp: null, cancellationToken));

    /// <summary>Runs the mechanism, and tells what one applicant gets: a program or <see cref="Market.None"/>.</summary>
    public int SolveFor(int applicant, Workspace workspace, CancellationToken cancellationToken = default) =>
        Run(workspace, isTimeUp: null, cancellationToken).EdgeOf[applicant] is not Market.None and var edge ? Market.Program[edge] : Market.None;

    /// <summary>By applicant, the program or <see cref="Market.None"/>; takes the edges of the solution for it.</summary>
    public int[] Programs(Solution solution)
    {
        var edgeOf = solution.EdgeOf;
        for (var a = 0; a < edgeOf.Length; a++)
        {
            edgeOf[a] = edgeOf[a] == Market.None ? Market.None : Market.Program[edgeOf[a]];
        }

        return edgeOf;
    }

    /// <summary>The market with its ties, in an order of applicants and programs that the input has no part in unless it breaks the ties.</summary>
    public Renumbered InDrawnOrder()
    {
        var columns = _problem.Problem.Columns;
        // Who lists nothing comes last, so that it makes no difference whether they take part.
        var lists = ByPlace.Where(a => Market.First[a] < Market.First[a + 1]).Reverse();
        int[] applicants = [.. lists, .. ByPlace.Where(a => Market.First[a] == Market.First[a + 1]).Reverse()];
        int[] programs = [.. Enumerable.Range(0, Market.Programs)];
        if (_options.Ties != TieBreaking.InputOrder)
        {
            Array.Sort(Array.ConvertAll(programs, p => (_options.Seed.Split(columns.Opportunities[p].Value).Draw(), p)), programs);
        }

        return Renumbered.Of(Market.WithTies(_tied), TieBreaker.Inverse(applicants), TieBreaker.Inverse(programs));
    }

    /// <summary>The same with another lottery, to be matched for the best of applicants.</summary>
    public StrictMarket Redrawn(int draw)
    {
        var options = _options with { Mechanism = Mechanism.StudentOptimal, Ties = TieBreaking.Lottery, Seed = _options.Seed.Split((ulong)draw) };
        return new(_problem, options, Market, _tied, TieBreaker.SinglePlaces(_problem.Problem.Columns.Students, options.Seed), []);
    }

    /// <summary>The same with more seats at one program; where it has kinds of seats, of the last kind that is open to anyone.</summary>
    public StrictMarket WithMoreSeats(int program, int more)
    {
        var market = Market.WithCapacity(program, Market.Capacity[program] + more);
        return With(Market.Plan is { } plan && plan.Rules(program) ? market.WithPlan(plan.WithMoreSeats(program, more)) : market);
    }

    /// <summary>The same with more seats under one cap.</summary>
    public StrictMarket WithMoreUnderCap(int cap, int more) =>
        With(Market.WithCaps(Market.Caps!.WithSeats(cap, Market.Caps.Seats[cap] + more)));

    /// <summary>The same with one applicant in a given priority class of some programs that have one order, or just above all of that class.</summary>
    public StrictMarket WithClass(int applicant, int[] programs, int priorityClass, bool above)
    {
        // Classes are doubled to make room between any two of them.
        var doubled = Array.ConvertAll(Market.Class, c => 2 * c);
        var raised = (2 * priorityClass) + (above ? 1 : 0);
        int[] listed = Array.FindAll(programs, program => Market.EdgeTo(applicant, program) != Market.None);
        Array.ForEach(listed, program => doubled[Market.EdgeTo(applicant, program)] = raised);
        var market = Market.WithClasses(doubled);
        var ranks = _numbers;
        if (IsOwn)
        {
            ranks = (int[])_numbers.Clone();
            Array.ForEach(listed, program => TieBreaker.RankOwn(market, program, _problem.Problem.Columns.Students, _seeds, ranks));
        }

        return new(_problem, _options, market, _tied, ranks, _seeds, IsOwn ? null : _byPlace) { _raised = (applicant, programs, raised) };
    }

    /// <summary>The same with one edge at the front of its applicant's list.</summary>
    public StrictMarket WithFirst(int applicant, int edge)
    {
        var market = Market.WithFirst(applicant, edge);
        var tied = _tied?.MovedFirst(Market.First[applicant], edge, Market.First[applicant + 1]);
        return IsOwn
            ? new(_problem, _options, market, tied, Market.MovedFirst(_numbers, Market.First[applicant], edge), _seeds)
            : new(_problem, _options, market, tied, _numbers, _seeds, _byPlace);
    }

    /// <summary>The same with one more program at the end of an applicant's list.</summary>
    /// <param name="applicant">Whose list.</param>
    /// <param name="program">One that is not on it.</param>
    /// <param name="priorityClass">Where the program puts the applicant: see <see cref="MarketCompiler.ClassOf"/>.</param>
    /// <param name="member">The kinds of seats of the program whose group the applicant belongs to.</param>
    public StrictMarket WithLast(int applicant, int program, int priorityClass, ulong member)
    {
        var at = Market.First[applicant + 1];
        var market = Market.WithLast(applicant, program, priorityClass, member);
        var tied = _tied?.WithGap(at, Market.Edges);
        if (!IsOwn)
        {
            return new(_problem, _options, market, tied, _numbers, _seeds, _byPlace);
        }

        var ranks = Market.Inserted(_numbers, at, 0);
        TieBreaker.RankOwn(market, program, _problem.Problem.Columns.Students, _seeds, ranks);
        return new(_problem, _options, market, tied, ranks, _seeds);
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

        return new(_problem, _options, Market, _tied, numbers, _seeds) { _moved = moved };
    }

    /// <summary>When an applicant chooses, from 1, where they choose one after the other.</summary>
    public int TurnOf(int applicant) => Market.Applicants - Array.IndexOf(ByPlace, applicant);

    /// <summary>The same with an earlier turn for one applicant; the others keep their order.</summary>
    public StrictMarket WithTurn(int applicant, int turn)
    {
        var turns = ByPlace.ToList();
        turns.Remove(applicant);
        turns.Insert(Market.Applicants - turn, applicant);
        var changed = With(Market);
        changed._turns = [.. turns];
        return changed;
    }

    private StrictMarket With(Market market) => new(_problem, _options, market, _tied, _numbers, _seeds, IsOwn ? null : _byPlace);
}
