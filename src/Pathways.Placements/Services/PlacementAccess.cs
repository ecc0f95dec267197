namespace Pathways.Placements;

/// <summary>What services see for themselves of how somebody stands to a placement.</summary>
internal static class PlacementAccess
{
    public static Func<AccessFacts, AccessFacts> Of(Placement placement, Actor by, StudentFacts student, bool isAsked = false) => facts => facts with
    {
        IsActive = placement.IsLive,
        IsOwnPlacement = placement.Supervisor == by.Id,
        PartnerConsent = student.DataReleaseConsented,
        IsIdentityRevealed = true, // a placement is with a partner who knows the student
        IsAsked = isAsked,
    };
}
