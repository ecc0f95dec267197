using static Pathways.Interchange.Columns.CohortColumn;

namespace Pathways.Interchange.Columns;

/// <summary>The columns of <c>opportunities.csv</c>.</summary>
internal static class OpportunityColumns
{
    public static readonly CohortColumn Id = Required(0, "id", Fault.TooLong, Fault.Duplicate);
    public static readonly CohortColumn Partner = Required(1, "partner", Fault.Unknown);
    public static readonly CohortColumn Title = Required(2, "title");
    public static readonly CohortColumn Kind = Required(3, "kind", Fault.Unknown);
    public static readonly CohortColumn Sector = Required(4, "sector", Fault.TooLong);
    public static readonly CohortColumn Occupation = Optional(5, "occupation", Fault.Malformed);
    public static readonly CohortColumn Seats = Required(6, "seats", Fault.Malformed, Fault.OutOfRange);
    public static readonly CohortColumn Minimum = Optional(7, "minimum", Fault.Malformed, Fault.OutOfRange, Fault.AboveSeats);
    public static readonly CohortColumn StartDate = Required(8, "start_date", Fault.Malformed);
    public static readonly CohortColumn EndDate = Required(9, "end_date", Fault.Malformed, Fault.BeforeStart);
    public static readonly CohortColumn Schedule = Optional(10, "schedule", Fault.Malformed);
    public static readonly CohortColumn Worksite = Optional(11, "worksite", Fault.TooLong, Fault.Conflict);
    public static readonly CohortColumn Latitude = Optional(12, "latitude", Fault.Malformed, Fault.OutOfRange, Fault.Incomplete);
    public static readonly CohortColumn Longitude = Optional(13, "longitude", Fault.Malformed, Fault.OutOfRange, Fault.Incomplete);
    public static readonly CohortColumn Remote = Optional(14, "remote", Fault.Malformed);
    public static readonly CohortColumn Paid = Optional(15, "paid", Fault.Malformed);
    public static readonly CohortColumn Hazards = Optional(16, "hazards", Fault.TooLong);
    public static readonly CohortColumn StudentLearner = Optional(17, "student_learner", Fault.Malformed);
    public static readonly CohortColumn MinimumGrade = Optional(18, "minimum_grade", Fault.Malformed);
    public static readonly CohortColumn MinimumAge = Optional(19, "minimum_age", Fault.Malformed, Fault.OutOfRange);
    public static readonly CohortColumn Requirements = Optional(20, "requirements", Fault.TooLong);

    public static readonly CohortFile File = new(
        "opportunities", isOptional: false, Id, Partner, Title, Kind, Sector, Occupation, Seats, Minimum, StartDate, EndDate,
        Schedule, Worksite, Latitude, Longitude, Remote, Paid, Hazards, StudentLearner, MinimumGrade, MinimumAge, Requirements);
}
