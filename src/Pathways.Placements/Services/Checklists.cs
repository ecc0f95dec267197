namespace Pathways.Placements;

/// <summary>Puts the documents that a new placement needs into the commit that opens it.</summary>
internal static class Checklists
{
    /// <summary>The commit with one document for each that is needed; without, where no program or no age is known, so that nothing can be cleared to start.</summary>
    public static Commit WithDocuments(this Commit commit, Placement placement, OpportunityListing listing, DistrictRules rules, StudentFacts student, Actor by, Instant at)
    {
        if (rules.Find(placement.Program) is not { } program || student.Birth?.AgeOn(placement.Dates.Start) is not { } age)
        {
            return commit;
        }

        foreach (var document in DocumentChecklist.For(placement, listing, program, rules.Documents, age))
        {
            commit = commit.And(Changes.Of(
                document, new(document.Subject, document.Version, "Require", "", document.State.ToString(), by, at), "DocumentRequired", document.Student, document.Opportunity, null));
        }

        return commit;
    }
}
