using static Pathways.Interchange.Columns.CohortColumn;

namespace Pathways.Interchange.Columns;

/// <summary>The columns of <c>partners.csv</c>.</summary>
internal static class PartnerColumns
{
    public static readonly CohortColumn Id = Required(0, "id", Fault.TooLong, Fault.Duplicate);
    public static readonly CohortColumn Name = Required(1, "name");
    public static readonly CohortColumn Sectors = Optional(2, "sectors", Fault.TooLong);
    public static readonly CohortColumn Town = Optional(3, "town");
    public static readonly CohortColumn Latitude = Optional(4, "latitude", Fault.Malformed, Fault.OutOfRange, Fault.Incomplete);
    public static readonly CohortColumn Longitude = Optional(5, "longitude", Fault.Malformed, Fault.OutOfRange, Fault.Incomplete);
    public static readonly CohortColumn AgreementStart = Optional(6, "agreement_start", Fault.Malformed, Fault.Incomplete);
    public static readonly CohortColumn AgreementEnd =
        Optional(7, "agreement_end", Fault.Malformed, Fault.Incomplete, Fault.BeforeStart);

    public static readonly CohortFile File = new(
        "partners", isOptional: false, Id, Name, Sectors, Town, Latitude, Longitude, AgreementStart, AgreementEnd);
}
