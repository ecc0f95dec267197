using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Reads where an opportunity is, and holds worksites of one name against each other.</summary>
internal sealed class WorksiteCells(CellReader cells, ImmutableArray<Partner> partnersRead)
{
    private readonly Dictionary<PartnerId, GeoPoint?> _mainPlaces = MainPlaces(partnersRead);
    private readonly Dictionary<WorksiteId, (Worksite Worksite, int Line)> _known = [];

    /// <returns>The worksite; <see langword="null"/> for the partner's main place, for a remote opportunity, or after an error.</returns>
    public Worksite? Read(OpportunityId? opportunity, PartnerId? partner)
    {
        var errors = cells.ErrorCount;
        var named = cells.Id<WorksiteId>(OpportunityColumns.Worksite);
        var point = cells.Point(OpportunityColumns.Latitude, OpportunityColumns.Longitude);
        if ((named is null && point is null) || cells.ErrorCount > errors || opportunity is null || partner is null)
        {
            return null;
        }

        var place = point;
        if (point is null && !_mainPlaces.TryGetValue(partner.Value, out place))
        {
            return null; // the partner's own row is faulty
        }

        var worksite = new Worksite
        {
            Id = named ?? WorksiteId.From(opportunity.Value.Value), Partner = partner.Value, Place = place,
        };
        Compare(worksite);
        return worksite;
    }

    private void Compare(Worksite worksite)
    {
        if (_known.TryAdd(worksite.Id, (worksite, cells.Line)))
        {
            return;
        }

        var (first, line) = _known[worksite.Id];
        if (first.Partner != worksite.Partner)
        {
            cells.Refuse(OpportunityColumns.Worksite, Fault.Conflict,
                $"{CellReader.Named(OpportunityColumns.Worksite, worksite.Id.Value)} belongs to partner "
                + $"{Shown.Quote(first.Partner.Value)} on line {Numbers.Format(line)}. Maybe two worksites need two names.");
        }
        else if (first.Place != worksite.Place)
        {
            cells.Refuse(OpportunityColumns.Worksite, Fault.Conflict,
                $"{CellReader.Named(OpportunityColumns.Worksite, worksite.Id.Value)} is at another place on line {Numbers.Format(line)}. "
                + "Give the same coordinates in every row, or two names to two worksites; without coordinates it is at the partner's place.");
        }
    }

    private static Dictionary<PartnerId, GeoPoint?> MainPlaces(ImmutableArray<Partner> partners)
    {
        var places = new Dictionary<PartnerId, GeoPoint?>();
        foreach (var partner in partners)
        {
            places.TryAdd(partner.Id, partner.Place);
        }

        return places;
    }
}
