namespace Pathways.Placements;

/// <summary>Keeps the list of the documents that a placement needs in step with what is agreed.</summary>
internal static class Checklists
{
    /// <summary>The commit with each document that is needed and not there yet.</summary>
    public static Commit WithDocuments(
        this Commit commit, Placement placement, ImmutableArray<PlacementDocument> there, OpportunityListing listing, DistrictRules rules, StudentFacts student, Actor by, Instant at)
    {
        foreach (var document in Missing(there, placement, listing, rules, student) ?? [])
        {
            commit = commit.And(Changes.Of(
                document, new(document.Subject, document.Version, "Require", "", document.State.ToString(), by, at), "DocumentRequired", document.Student, document.Opportunity, null));
        }

        return commit;
    }

    /// <summary>The documents of a placement, with those that are needed and that nobody has asked for yet; <see langword="null"/> when it cannot be said what is needed.</summary>
    public static ImmutableArray<PlacementDocument>? Completed(
        ImmutableArray<PlacementDocument> there, Placement placement, OpportunityListing? listing, DistrictRules rules, StudentFacts student) =>
        listing is not null && Missing(there, placement, listing, rules, student) is { } missing ? [.. there, .. missing] : null;

    private static ImmutableArray<PlacementDocument>? Missing(
        ImmutableArray<PlacementDocument> there, Placement placement, OpportunityListing listing, DistrictRules rules, StudentFacts student)
    {
        if (rules.Find(placement.Program) is not { } program || student.Birth?.AgeOn(placement.Dates.Start) is not { } age)
        {
            return null;
        }

        var known = there.Select(document => document.Id).ToHashSet();
        return [.. DocumentChecklist.For(placement, listing, program, rules.Documents, age).Where(document => !known.Contains(document.Id))];
    }
}
