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
        return
        [
            .. Enumerable.Range(0, market.Applicants)
                .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None),
        ];
    }

    public static int[] ProgramsPropose<TOrder>(Market market, TOrder order)
        where TOrder : struct, IApplicantOrder =>
        [.. OpportunityProposingDeferredAcceptance.Solve(market, order).Select(edge => edge == Market.None ? Market.None : market.Program[edge])];

    /// <summary>Applicants propose, and programs choose by the rule of their seats.</summary>
    public static int[] ApplicantsProposeForSeats(Market market)
    {
        var workspace = new Workspace();
        CumulativeOffer.Solve(market, new SeatChoice<SinglePlaceOrder>(market, LowerFirst(market), workspace), workspace);
        return
        [
            .. Enumerable.Range(0, market.Applicants)
                .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None),
        ];
    }

    /// <summary>Programs with kinds of seats propose.</summary>
    public static int[] ProgramsProposeSeats(Market market) =>
    [
        .. OpportunityProposingChoice.Solve(market, LowerFirst(market), new Workspace())
            .Select(edge => edge == Market.None ? Market.None : market.Program[edge]),
    ];

    /// <summary>An order by class, then whoever has the lower number.</summary>
    public static SinglePlaceOrder LowerFirst(Market market)
    {
        var place = TieBreaker.InputPlaces(market.Applicants);
        return new(market.Class, place, TieBreaker.Inverse(place));
    }
}
