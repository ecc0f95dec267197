using static Pathways.Interchange.Columns.CohortColumn;

namespace Pathways.Interchange.Columns;

/// <summary>The columns of <c>students.csv</c>.</summary>
internal static class StudentColumns
{
    public static readonly CohortColumn Id = Required(0, "id", Fault.TooLong, Fault.Duplicate);
    public static readonly CohortColumn School = Required(1, "school", Fault.TooLong).BesidePersonal();
    public static readonly CohortColumn Grade = Required(2, "grade", Fault.Malformed).BesidePersonal();
    public static readonly CohortColumn BirthDate = Required(3, "birth_date", Fault.Malformed, Fault.Implausible).Personal();
    public static readonly CohortColumn Availability = Optional(4, "availability", Fault.Malformed).BesidePersonal();
    public static readonly CohortColumn Latitude = Optional(5, "latitude", Fault.Malformed, Fault.OutOfRange, Fault.Incomplete).Personal();
    public static readonly CohortColumn Longitude = Optional(6, "longitude", Fault.Malformed, Fault.OutOfRange, Fault.Incomplete).Personal();
    public static readonly CohortColumn MaximumDistance = Optional(7, "max_distance_km", Fault.Malformed, Fault.OutOfRange).BesidePersonal();
    public static readonly CohortColumn Sectors = Optional(8, "sectors", Fault.TooLong).BesidePersonal();
    public static readonly CohortColumn Interests = Optional(9, "interests", Fault.Malformed).Personal();
    public static readonly CohortColumn Readiness = Optional(10, "readiness", Fault.Malformed, Fault.OutOfRange).BesidePersonal();
    public static readonly CohortColumn Qualifications = Optional(11, "qualifications", Fault.TooLong).BesidePersonal();
    public static readonly CohortColumn Groups = Optional(12, "groups", Fault.TooLong).BesidePersonal();

    public static readonly CohortFile File = new(
        "students", isOptional: false, Id, School, Grade, BirthDate, Availability, Latitude, Longitude, MaximumDistance, Sectors,
        Interests, Readiness, Qualifications, Groups);
}
