namespace Pathways.Matching.Kernel;

/// <summary>Programs under caps choose together, all others each by its own rule.</summary>
/// <typeparam name="TOrder">How programs tell applicants apart.</typeparam>
internal readonly struct MixedChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    private readonly CapTree _caps;
    private readonly SeatChoice<TOrder> _seats;
    private readonly LaminarChoice<TOrder> _underCaps;

    /// <summary>Programs that hold nobody.</summary>
    /// <param name="market">A market with a plan of seats and with caps, of which no program has both.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="workspace">Made to fit the market.</param>
    public MixedChoice(Market market, TOrder order, Workspace workspace)
    {
        _caps = market.Caps!;
        _seats = new(market, order, workspace);
        _underCaps = new(market, order, workspace);
    }

    /// <inheritdoc/>
    public static ChoiceGuarantees Guarantees => SeatChoice<TOrder>.Guarantees & LaminarChoice<TOrder>.Guarantees;

    /// <inheritdoc/>
    public void Fetch(int program, int edge) => _underCaps.Fetch(program, edge);

    /// <inheritdoc/>
    public void FetchHeld(int program) => _underCaps.FetchHeld(program);

    /// <inheritdoc/>
    public int Offer(int program, int applicant, int edge) =>
        _caps.Rules(program) ? _underCaps.Offer(program, applicant, edge) : _seats.Offer(program, applicant, edge);
}
