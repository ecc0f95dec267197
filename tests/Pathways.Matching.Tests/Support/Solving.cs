using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Runs of the kernel, by applicant the program or <see cref="Market.None"/>.</summary>
internal static class Solving
{
    public static int[] ApplicantsPropose<TOrder>(Market market, TOrder order, Workspace? workspace = null)
        where TOrder : struct, IApplicantOrder
    {
        workspace ??= new();
        DeferredAcceptance.Solve(market, order, workspace);
        return Matched(market, workspace);
    }

    public static int[] InTurn(Market market, int[] byPlace, Workspace? workspace = null)
    {
        workspace ??= new();
        SerialDictatorship.Solve(market, byPlace, workspace);
        return Matched(market, workspace);
    }

    public static (int[] Matched, int[] LastRound) AtOnce<TOrder>(Market market, TOrder order, Workspace? workspace = null)
        where TOrder : struct, IApplicantOrder
    {
        workspace ??= new();
        var lastRound = new int[market.Programs];
        ImmediateAcceptance.Solve(market, order, workspace, lastRound);
        return (Matched(market, workspace), lastRound);
    }

    public static (int[] Matched, int[] Step, int[] LastStep) ByTrade<TOrder>(
        Market market, TOrder order, Market? ranked = null, bool[]? ranksAll = null, Workspace? workspace = null)
        where TOrder : struct, IApplicantOrder
    {
        workspace ??= new();
        var (step, lastStep) = (new int[market.Applicants], new int[market.Programs]);
        TopTradingCycles.Solve(market, ranked ?? market, ranksAll, order, workspace, step, lastStep);
        return (Matched(market, workspace), step, lastStep);
    }

    public static int[] ProgramsPropose<TOrder>(Market market, TOrder order)
        where TOrder : struct, IApplicantOrder =>
        Programs(market, OpportunityProposingDeferredAcceptance.Solve(market, order));

    /// <summary>Applicants propose, and programs choose by the rule of their seats.</summary>
    public static int[] ApplicantsProposeForSeats(Market market) =>
        ApplicantsPropose(market, (order, workspace) => new SeatChoice<SinglePlaceOrder>(market, order, workspace));

    /// <summary>Applicants propose, and programs choose by a rule.</summary>
    public static int[] ApplicantsPropose<TChoice>(Market market, Func<SinglePlaceOrder, Workspace, TChoice> choice)
        where TChoice : struct, IChoiceFunction
    {
        var workspace = new Workspace();
        workspace.Fit(market);
        CumulativeOffer.Solve(market, choice(LowerFirst(market), workspace), workspace);
        return Matched(market, workspace);
    }

    /// <summary>Programs under caps propose, all under an outermost cap together.</summary>
    public static int[] PartnersPropose(Market market) => Programs(market, PartnerProposingDeferredAcceptance.Solve(market, LowerFirst(market)));

    /// <summary>Programs with kinds of seats propose.</summary>
    public static int[] ProgramsProposeSeats(Market market) =>
        Programs(market, OpportunityProposingChoice.Solve(market, LowerFirst(market), new Workspace()));

    /// <summary>An order by class, then whoever has the lower number.</summary>
    public static SinglePlaceOrder LowerFirst(Market market)
    {
        var place = TieBreaker.InputPlaces(market.Applicants);
        return new(market.Class, place, TieBreaker.Inverse(place));
    }

    private static int[] Programs(Market market, int[] edgeOf) => Array.ConvertAll(edgeOf, edge => edge == Market.None ? Market.None : market.Program[edge]);

    private static int[] Matched(Market market, Workspace workspace) =>
    [
        .. Enumerable.Range(0, market.Applicants)
            .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None),
    ];
}
