namespace Pathways.Placements;

/// <summary>What else a student works, in the form in which the rules for minors are asked.</summary>
internal static class OtherWork
{
    /// <summary>Each stretch of each live placement of a student but one, as the opportunity with the agreed days and hours. The caller rests on the student already.</summary>
    public static async ValueTask<ImmutableArray<Opportunity>> OfAsync(
        TenantScope scope, IOpportunityStore opportunities, IPlacementStore placements, StudentId student, PlacementId? without, Grounds grounds, CancellationToken cancellationToken)
    {
        var work = ImmutableArray.CreateBuilder<Opportunity>();
        await foreach (var placement in Pages.AllAsync(
            new PlacementQuery { Student = student, Limit = 1000 }, (query, token) => placements.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (placement.IsLive && placement.Id != without
                && grounds.On(await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false)) is { } listing)
            {
                work.AddRange(Stretches(placement, listing.Offer));
            }
        }

        return work.ToImmutable();
    }

    /// <summary>The stretches of a placement; the days of the whole with the hours of the opportunity where none are agreed.</summary>
    public static ImmutableArray<Opportunity> Stretches(Placement placement, Opportunity offer)
    {
        var work = AsPaid(placement, offer) with { Dates = placement.Dates };
        return placement.Record.Periods.IsEmpty ? [work] : [.. placement.Record.Periods.Select(period => work with { Dates = period.Dates, Schedule = period.Week })];
    }

    /// <summary>The opportunity with the pay that was agreed, where some was.</summary>
    public static Opportunity AsPaid(Placement placement, Opportunity offer) =>
        placement.Record.Pay is { } pay ? offer with { IsPaid = pay.Kind != PayKind.Unpaid } : offer;
}
