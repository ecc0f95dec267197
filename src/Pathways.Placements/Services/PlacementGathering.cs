namespace Pathways.Placements;

/// <summary>Gathers what is known about a placement at a moment, from the stores and from the host.</summary>
internal sealed class PlacementGathering(
    IOpportunityStore opportunities, IPlacementStore placements, IDocumentStore documents, IHoursStore hours, IStudentFacts students, IDistrictRules districts)
{
    /// <summary>What was gathered.</summary>
    /// <param name="Situation">What decisions look at.</param>
    /// <param name="Listing">The opportunity; <see langword="null"/> when it is not known.</param>
    /// <param name="Rules">The rules of the district.</param>
    /// <param name="Student">What the host knows of the student.</param>
    /// <param name="There">The documents that are on the list already.</param>
    internal sealed record Gathered(
        PlacementSituation Situation, OpportunityListing? Listing, DistrictRules Rules, StudentFacts Student, ImmutableArray<PlacementDocument> There);

    /// <summary>Gathers what is known of a placement, as it is or as an entry would make it.</summary>
    public async ValueTask<Gathered> GatherAsync(
        TenantScope scope, Placement placement, Actor by, Instant now, Grounds grounds, CancellationToken cancellationToken, PlacementEntry? entry = null)
    {
        await grounds.OnAsync(scope, placement.Student, cancellationToken).ConfigureAwait(false);
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = now.InZone(rules.Zone).Date;
        var listing = grounds.On(await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false));
        var student = listing is null
            ? new()
            : await JudgeAsync(scope, AsAgreed(placement, entry), listing.Offer, today, grounds, cancellationToken).ConfigureAwait(false);
        var there = await Pages.AllAsync(
            new DocumentQuery { Placement = placement.Id, Limit = 1000 }, (query, token) => documents.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false);
        var situation = new PlacementSituation
        {
            Placement = placement,
            Today = today,
            Program = rules.Find(placement.Program),
            Opportunity = listing?.State,
            Documents = Checklists.Completed(there, placement, listing, rules, student),
            Hours = await Pages.AllAsync(
                new HoursQuery { Placement = placement.Id, Limit = 1000 }, (query, token) => hours.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false),
            Verdict = student.Work,
            UndoPermitted = rules.MayUndo.Contains(by.Id),
        };
        return new(situation, listing, rules, student, there);
    }

    // New hours and new pay are judged before they are agreed, not after.
    private static Placement AsAgreed(Placement placement, PlacementEntry? entry) => entry switch
    {
        PlacementEntry.PeriodsAgreed agreed when !agreed.Periods.IsDefault => placement with { Record = placement.Record with { Periods = agreed.Periods } },
        PlacementEntry.PayAgreed agreed => placement with { Record = placement.Record with { Pay = agreed.Pay } },
        _ => placement,
    };

    /// <summary>What the host knows, and what the rules say of all stretches of the work together with all other work of the student.</summary>
    private async ValueTask<StudentFacts> JudgeAsync(TenantScope scope, Placement placement, Opportunity offer, LocalDate today, Grounds grounds, CancellationToken cancellationToken)
    {
        var stretches = OtherWork.Stretches(placement, offer);
        var others = await OtherWork.OfAsync(scope, opportunities, placements, placement.Student, placement.Id, grounds, cancellationToken).ConfigureAwait(false);
        var question = new WorkQuestion
        {
            Work = stretches[0],
            Others = [.. stretches.Skip(1), .. others],
            Today = today,
            Stage = placement.State is PlacementState.Onboarding or PlacementState.ReadyToStart ? WorkStage.Clearing : WorkStage.Working,
        };
        return await students.AboutAsync(scope, placement.Student, question, cancellationToken).ConfigureAwait(false) ?? new();
    }
}
