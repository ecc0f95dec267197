namespace Pathways.Placements;

/// <summary>Gathers what is known about a placement at a moment, from the stores and from the host.</summary>
internal sealed class PlacementGathering(
    IOpportunityStore opportunities, IDocumentStore documents, IHoursStore hours, IStudentFacts students, IDistrictRules districts)
{
    /// <summary>What was gathered.</summary>
    /// <param name="Situation">What decisions look at.</param>
    /// <param name="Listing">The opportunity; <see langword="null"/> when it is not known.</param>
    /// <param name="Rules">The rules of the district.</param>
    /// <param name="Student">What the host knows of the student.</param>
    internal sealed record Gathered(PlacementSituation Situation, OpportunityListing? Listing, DistrictRules Rules, StudentFacts Student);

    public async ValueTask<Gathered> GatherAsync(TenantScope scope, Placement placement, Actor by, Instant now, CancellationToken cancellationToken)
    {
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = now.InZone(rules.Zone).Date;
        var listing = await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false);
        var (student, verdict) = listing is null ? (new(), null) : await JudgeAsync(scope, placement, listing.Offer, today, cancellationToken).ConfigureAwait(false);
        var situation = new PlacementSituation
        {
            Placement = placement,
            Today = today,
            Program = rules.Find(placement.Program),
            Documents = await Pages.AllAsync(
                new DocumentQuery { Placement = placement.Id, Limit = 1000 }, (query, token) => documents.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false),
            Hours = await Pages.AllAsync(
                new HoursQuery { Placement = placement.Id, Limit = 1000 }, (query, token) => hours.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false),
            Verdict = verdict,
            UndoPermitted = rules.MayUndo.Contains(by.Id),
        };
        return new(situation, listing, rules, student);
    }

    /// <summary>What the rules say of each stretch of the work, as it is agreed.</summary>
    private async ValueTask<(StudentFacts Student, WorkVerdict? Verdict)> JudgeAsync(
        TenantScope scope, Placement placement, Opportunity offer, LocalDate today, CancellationToken cancellationToken)
    {
        var work = offer with { Dates = placement.Dates, IsPaid = placement.Record.Pay is { } pay ? pay.Kind != PayKind.Unpaid : offer.IsPaid };
        var stretches = placement.Record.Periods.IsEmpty
            ? [work]
            : placement.Record.Periods.Select(period => work with { Dates = period.Dates, Schedule = period.Week }).ToImmutableArray();
        var known = new StudentFacts();
        var findings = ImmutableArray.CreateBuilder<WorkFinding>();
        var isJudged = true;
        foreach (var stretch in stretches)
        {
            known = await students.AboutAsync(scope, placement.Student, stretch, today, cancellationToken).ConfigureAwait(false) ?? new();
            isJudged &= known.Work is not null;
            findings.AddRange(known.Work?.Findings ?? []);
        }

        return (known, isJudged ? new(findings.ToImmutable()) : null);
    }
}
