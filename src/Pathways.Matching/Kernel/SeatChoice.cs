namespace Pathways.Matching.Kernel;

/// <summary>Each program chooses by its own rule: by merit, kind after kind, or all kinds together.</summary>
/// <typeparam name="TOrder">How programs tell applicants apart.</typeparam>
internal readonly struct SeatChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    private readonly SeatPlan _plan;
    private readonly ResponsiveChoice<TOrder> _responsive;
    private readonly SlotChoice<TOrder> _slots;
    private readonly HorizontalChoice<TOrder> _horizontal;

    /// <summary>Programs that hold nobody.</summary>
    /// <param name="market">A market with a plan of seats.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="workspace">Made to fit the market.</param>
    public SeatChoice(Market market, TOrder order, Workspace workspace)
    {
        var blocks = workspace.Seats.Fit(market);
        _plan = market.Plan!;
        _responsive = new(market, order, workspace);
        _slots = new(_plan, order, blocks);
        _horizontal = new(_plan, order, blocks);
    }

    /// <inheritdoc/>
    public static ChoiceGuarantees Guarantees =>
        ResponsiveChoice<TOrder>.Guarantees & SlotChoice<TOrder>.Guarantees & HorizontalChoice<TOrder>.Guarantees;

    /// <inheritdoc/>
    public void Fetch(int program, int edge) => _responsive.Fetch(program, edge);

    /// <inheritdoc/>
    public void FetchHeld(int program) => _responsive.FetchHeld(program);

    /// <inheritdoc/>
    public int Offer(int program, int applicant, int edge) =>
        !_plan.Rules(program) ? _responsive.Offer(program, applicant, edge)
        : _plan.FillsTogether[program] ? _horizontal.Offer(program, applicant, edge)
        : _slots.Offer(program, applicant, edge);
}
