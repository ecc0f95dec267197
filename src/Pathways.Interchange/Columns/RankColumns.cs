using static Pathways.Interchange.Columns.CohortColumn;

namespace Pathways.Interchange.Columns;

/// <summary>The columns of <c>preferences.csv</c>.</summary>
internal static class PreferenceColumns
{
    public static readonly CohortColumn Student = Required(0, "student", Fault.Unknown);
    public static readonly CohortColumn Opportunity = Required(1, "opportunity", Fault.Unknown, Fault.Duplicate);
    public static readonly CohortColumn Rank = Required(2, "rank", Fault.Malformed, Fault.OutOfRange);

    public static readonly CohortFile File = new("preferences", isOptional: false, Student, Opportunity, Rank);
}

/// <summary>The columns of <c>priorities.csv</c>.</summary>
internal static class PriorityColumns
{
    public static readonly CohortColumn Opportunity = Required(0, "opportunity", Fault.Unknown);
    public static readonly CohortColumn Student = Required(1, "student", Fault.Unknown, Fault.Duplicate);
    public static readonly CohortColumn Rank = Required(2, "rank", Fault.Malformed, Fault.OutOfRange);

    public static readonly CohortFile File = new("priorities", isOptional: true, Opportunity, Student, Rank);
}
