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
                $"Seats are reserved for groups (at {reserving} of {columns.Opportunities.Length} opportunities), and no theorem says what {Called(options)} promises then. {(options.Improve ? "Leave the trading out" : $"Use {Mechanism.StudentOptimal} or {Mechanism.LargestStable}")}, or remove the reserves.");
        }

        if (mechanism == Mechanism.TopTradingCycles && options.Ties is not (TieBreaking.Lottery or TieBreaking.InputOrder) && columns.RanksEveryone.Contains(true))
        {
            yield return new("mechanism.one-order",
                $"Opportunities without priorities ({columns.RanksEveryone.Count(everyone => everyone)}) let {mechanism} trade by the lottery alone, with everybody in it, so it needs one order of all students; {options.Ties.Name()} gives none. Use {TieBreaking.Lottery.Name()} or {TieBreaking.InputOrder.Name()}.");
        }

        var caps = columns.Caps.Length + columns.Partners.Count(partner => partner.Seats is not null);
        if (problem.Market is { Plan: not null, Caps: not null } && mechanism == Mechanism.OpportunityOptimal)
        {
            yield return new("mechanism.reserves-and-caps",
                $"Some opportunities reserve seats and others are under caps, which {mechanism} does not serve in one problem. Use {Mechanism.StudentOptimal} or {Mechanism.LargestStable}.");
        }

        if (caps > 0 && (!mechanism.ServesCaps || options.Improve))
        {
            yield return new("mechanism.caps",
                $"There are caps over several opportunities ({caps}), and no theorem says what {Called(options)} promises then. {(options.Improve ? "Leave the trading out" : $"Use {Mechanism.StudentOptimal} or {Mechanism.LargestStable}")}, or remove the caps.");
        }

        if (mechanism == Mechanism.LargestStable && (options.Exact || options.TimeLimit is not null) && !problem.Market.IsResponsive)
        {
            yield return new("mechanism.exact-conditions",
                "The exact search knows neither reserved seats nor caps over several opportunities. Leave it out, or remove them.");
        }
    }

    private static string Called(MatchOptions options) => options.Improve ? $"{options.Mechanism} with trading among equals" : options.Mechanism.Name;
}
