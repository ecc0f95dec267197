namespace Pathways.Curriculum;

/// <summary>The hours of experiences that were attended.</summary>
/// <param name="Total">All of them.</param>
/// <param name="ByActivity">By activity, in the order of identifiers.</param>
/// <param name="BySector">By sector, where one is named.</param>
/// <param name="ByPartner">By partner, where one is named.</param>
public sealed record ExperienceHours(
    decimal Total,
    ImmutableSortedDictionary<ActivityId, decimal> ByActivity,
    ImmutableSortedDictionary<SectorId, decimal> BySector,
    ImmutableSortedDictionary<PartnerId, decimal> ByPartner)
{
    internal sealed class Builder
    {
        private readonly SortedDictionary<ActivityId, decimal> _activities = [];
        private readonly SortedDictionary<SectorId, decimal> _sectors = [];
        private readonly SortedDictionary<PartnerId, decimal> _partners = [];
        private decimal _total;

        public void Add(Experience experience, decimal hours)
        {
            _total += hours;
            Add(_activities, experience.Activity, hours);
            Add(_sectors, experience.Sector, hours);
            Add(_partners, experience.Partner, hours);
        }

        public ExperienceHours ToHours() =>
            new(_total, _activities.ToImmutableSortedDictionary(), _sectors.ToImmutableSortedDictionary(), _partners.ToImmutableSortedDictionary());

        private static void Add<TKey>(SortedDictionary<TKey, decimal> sums, TKey? key, decimal hours)
            where TKey : struct
        {
            if (key is { } known)
            {
                sums[known] = sums.GetValueOrDefault(known) + hours;
            }
        }
    }
}

/// <summary>What of the world of work a student got to know, each thing once.</summary>
/// <param name="Sectors">The sectors.</param>
/// <param name="Clusters">The career clusters that these are about, by code.</param>
/// <param name="Occupations">The occupations, by code.</param>
/// <param name="Partners">The partners.</param>
public sealed record ExperienceBreadth(
    ImmutableArray<SectorId> Sectors,
    ImmutableArray<CareerCluster> Clusters,
    ImmutableArray<OnetSocCode> Occupations,
    ImmutableArray<PartnerId> Partners);
