namespace Pathways.Matching;

/// <summary>Which questions have no answer that keeps its promises: settings that contradict each other, and combinations without a theorem.</summary>
internal static class MatchRefusals
{
    /// <summary>Every reason why a problem cannot be matched with these options; empty when it can.</summary>
    public static ImmutableArray<Refusal> Of(CompiledProblem problem, MatchOptions options) =>
        [.. Settings(options), .. problem.Unsettled, .. Combinations(problem, options)];

    private static IEnumerable<Refusal> Settings(MatchOptions options)
    {
        var mechanism = options.Mechanism;
        if ((options.Exact || options.TimeLimit is not null) && mechanism != Mechanism.LargestStable)
        {
            yield return new("mechanism.exact",
                $"An exact search, or a time limit for it, goes with {Mechanism.LargestStable} alone: {mechanism} always ends with its one result.");
        }

        if (options.TimeLimit is { } limit && limit <= Duration.Zero)
        {
            yield return new("mechanism.time-limit", $"A search of {limit.TotalSeconds} seconds finds nothing. Give it more than 0.");
        }

        if (options.Improve && mechanism != Mechanism.StudentOptimal && mechanism != Mechanism.LargestStable)
        {
            yield return new("mechanism.improve",
                $"Trading among equals starts from a stable matching that is good for students; {mechanism} makes none. Use {Mechanism.StudentOptimal} or {Mechanism.LargestStable}.");
        }
    }

    private static IEnumerable<Refusal> Combinations(CompiledProblem problem, MatchOptions options)
    {
        var (mechanism, columns) = (options.Mechanism, problem.Problem.Columns);
        if (columns.Reserves.Count + columns.Slots.Count is > 0 and var reserving && (!mechanism.ServesReserves || options.Improve))
        {
            yield return new("mechanism.reserves",
                $"Seats are reserved for groups (at {reserving} of {columns.Opportunities.Length} opportunities), and no theorem says what {Called(options)} promises then. {Serving(problem, options)}, or remove the reserves.");
        }

        if (mechanism == Mechanism.TopTradingCycles && !HasOneOrder(options.Ties) && columns.RanksEveryone.Contains(true))
        {
            yield return new("mechanism.one-order",
                $"Opportunities without priorities ({columns.RanksEveryone.Count(everyone => everyone)}) let {mechanism} trade by the lottery alone, with everybody in it, so it needs one order of all students; {options.Ties.Name()} gives none. Use {TieBreaking.Lottery.Name()} or {TieBreaking.InputOrder.Name()}.");
        }

        var caps = columns.Caps.Length + columns.Partners.Count(partner => partner.Seats is not null);
        if (problem.Market is { Plan: not null, Caps: not null } && mechanism == Mechanism.OpportunityOptimal)
        {
            yield return new("mechanism.reserves-and-caps",
                $"Some opportunities reserve seats and others are under caps, which {mechanism} does not serve in one problem. {Serving(problem, options)}.");
        }

        if (caps > 0 && (!mechanism.ServesCaps || options.Improve))
        {
            yield return new("mechanism.caps",
                $"There are caps over several opportunities ({caps}), and no theorem says what {Called(options)} promises then. {Serving(problem, options)}, or remove the caps.");
        }

        if (mechanism == Mechanism.LargestStable && (options.Exact || options.TimeLimit is not null) && !problem.Market.IsResponsive)
        {
            yield return new("mechanism.exact-conditions",
                "The exact search knows neither reserved seats nor caps over several opportunities. Leave it out, or remove them.");
        }
    }

    /// <summary>Every mechanism that serves the problem with its reserves and caps.</summary>
    private static string Serving(CompiledProblem problem, MatchOptions options)
    {
        if (options.Improve)
        {
            return "Leave the trading out";
        }

        string[] serving =
        [
            .. Mechanism.All.Where(other => Serves(problem, other, options.Ties)).Select(other => other.Name),
        ];
        return serving.Length switch
        {
            0 => "No mechanism serves it as it is",
            1 => $"Use {serving[0]}",
            _ => $"Use {string.Join(", ", serving[..^1])} or {serving[^1]}",
        };
    }

    private static bool Serves(CompiledProblem problem, Mechanism mechanism, TieBreaking ties)
    {
        var columns = problem.Problem.Columns;
        var hasReserves = columns.Reserves.Count + columns.Slots.Count > 0;
        var hasCaps = columns.Caps.Length > 0 || columns.Partners.Any(partner => partner.Seats is not null);
        return (!hasReserves || mechanism.ServesReserves)
            && (!hasCaps || mechanism.ServesCaps)
            && !(mechanism == Mechanism.OpportunityOptimal && problem.Market is { Plan: not null, Caps: not null })
            && !(mechanism == Mechanism.TopTradingCycles && !HasOneOrder(ties) && columns.RanksEveryone.Contains(true));
    }

    private static bool HasOneOrder(TieBreaking ties) => ties is TieBreaking.Lottery or TieBreaking.InputOrder;

    private static string Called(MatchOptions options) => options.Improve ? $"{options.Mechanism} with trading among equals" : options.Mechanism.Name;
}
