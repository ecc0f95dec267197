using Pathways.Interchange.Columns;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the rows of <c>partners.csv</c>.</summary>
internal static class PartnerRows
{
    public static ImmutableArray<Partner> Read(CellReader cells, IdIndex<PartnerId> partners, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<Partner>();
        while (cells.Next(cancellationToken))
        {
            var id = partners.Add(cells, PartnerColumns.Id);
            if (!cells.IsBroken && Read(cells, id) is { } partner && !cells.HasFailed)
            {
                read.Add(partner);
            }
        }

        return read.ToImmutable();
    }

    private static Partner? Read(CellReader cells, PartnerId? id)
    {
        var name = cells.Text(PartnerColumns.Name);
        var sectors = cells.Ids<SectorId>(PartnerColumns.Sectors);
        var town = cells.Text(PartnerColumns.Town);
        var place = cells.Point(PartnerColumns.Latitude, PartnerColumns.Longitude);
        var agreement = cells.Days(PartnerColumns.AgreementStart, PartnerColumns.AgreementEnd);
        cells.RefuseHalf(
            PartnerColumns.AgreementStart, PartnerColumns.AgreementEnd, "Give both days of the agreement, or neither.");
        if (id is null || name is null)
        {
            return null;
        }

        return new() { Id = id.Value, Name = name, Sectors = sectors, Town = town, Place = place, Agreement = agreement };
    }
}
