namespace Pathways;

// What several rules serve, in a class of its own so that it is there before the rows of the other files are made.
internal static class AccessPurposes
{
    public static ImmutableArray<Purpose> ForPlacement { get; } = [Purpose.Placement];

    public static ImmutableArray<Purpose> ByRight { get; } = [Purpose.Placement, Purpose.Access, Purpose.Guidance];

    public static ImmutableArray<Purpose> ByStaff { get; } = [Purpose.Eligibility, Purpose.Placement, Purpose.Guidance];
}
