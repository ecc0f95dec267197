namespace Pathways.Matching.Kernel;

/// <summary>What <see cref="ThresholdBound"/> charges for what its relaxation leaves out; any values give a valid bound.</summary>
internal sealed class ThresholdPrices(TieCore core)
{
    /// <summary>By applicant, the price of being matched at all: one applicant is matched once. Below 0 only for who must be matched.</summary>
    public int[] Price { get; } = new int[core.Applicants];

    /// <summary>By edge, the price of an applicant matched worse than along it although its level is above the threshold. Never below 0.</summary>
    public int[] Regret { get; } = new int[core.Edges];

    public void CopyFrom(ThresholdPrices other)
    {
        other.Price.CopyTo(Price, 0);
        other.Regret.CopyTo(Regret, 0);
    }
}
