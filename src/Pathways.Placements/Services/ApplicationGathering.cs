using static Pathways.ApplicationState;

namespace Pathways.Placements;

/// <summary>Gathers what is known about an application at a moment, from the stores and from the host.</summary>
internal sealed class ApplicationGathering(
    IOpportunityStore opportunities, IApplicationStore applications, IPlacementStore placements, IStudentFacts students, IDistrictRules districts)
{
    /// <summary>What was gathered.</summary>
    /// <param name="Facts">What the tables look at.</param>
    /// <param name="Listing">The opportunity; <see langword="null"/> when it is not known.</param>
    /// <param name="Rules">The rules of the district.</param>
    /// <param name="Live">The student's applications that have not ended, the one in question among them.</param>
    /// <param name="Student">What the host knows of the student.</param>
    internal sealed record Gathered(ApplicationFacts Facts, OpportunityListing? Listing, DistrictRules Rules, ImmutableArray<Application> Live, StudentFacts Student);

    public async ValueTask<Gathered> GatherAsync(
        TenantScope scope, StudentId student, OpportunityId opportunity, StudentApplicationId id, Instant now, Grounds grounds, CancellationToken cancellationToken)
    {
        await grounds.OnAsync(scope, student, cancellationToken).ConfigureAwait(false);
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = now.InZone(rules.Zone).Date;
        var listing = grounds.On(await opportunities.FindAsync(scope, opportunity, cancellationToken).ConfigureAwait(false));
        var live = await LiveAsync(scope, student, cancellationToken).ConfigureAwait(false);
        var facts = new ApplicationFacts
        {
            Now = now,
            DuplicateRuledOut = !live.Any(other => other.Opportunity == opportunity && other.Id != id),
        };
        if (listing is null)
        {
            return new(facts, null, rules, live, new());
        }

        var offer = listing.Offer;
        var known = await students.AboutAsync(
            scope, student, new() { Work = offer, Today = today, Stage = WorkStage.Applying, Others = await OtherWork.OfAsync(scope, opportunities, placements, student, null, grounds, cancellationToken).ConfigureAwait(false) },
            cancellationToken).ConfigureAwait(false) ?? new();
        var seats = await opportunities.CountSeatsAsync(scope, opportunity, cancellationToken).ConfigureAwait(false);
        facts = facts with
        {
            Opportunity = listing.State,
            MinimumGradeReached = offer.MinimumGrade is not { } grade || known.Grade >= grade,
            MinimumAgeReached = offer.MinimumAge is not { } age || known.Birth?.AgeOn(offer.Dates.Start) >= age,
            ApplicationWindowOpen = listing.ApplicationWindow?.Contains(today) ?? true,
            ResumeApproved = known.ResumeApproved,
            QuestionsAnswered = known.QuestionsAnswered,
            StudentIsAdult = known.Birth?.AgeOn(today) >= 18,
            GuardianNotified = known.GuardianNotified,
            GuardianConsents = known.GuardianConsents,
            StudentReady = known.Readiness is { IsReady: true } ready && (ready.Until is not { } until || today <= until),
            ReadinessWaived = known.ReadinessWaived,
            Eligible = known.Eligible,
            CaseloadHasRoom = rules.CaseloadLimit is not { } limit
                || (known.Coordinator is { } coordinator && await CaseloadAsync(scope, coordinator, limit, cancellationToken).ConfigureAwait(false) < limit),
            DataReleaseConsented = known.DataReleaseConsented,
            FreeSeats = seats.Free,
            ComplianceClear = known.Work is { IsLawful: true },
            OverlapRuledOut = rules.Find(listing.Program) is { IsExclusive: false }
                || await IsFreeAsync(scope, student, offer.Dates, cancellationToken).ConfigureAwait(false),
            SeasonClosed = rules.IsOver(listing.Season, today),
        };
        return new(facts, listing, rules, live, known);
    }

    private async ValueTask<ImmutableArray<Application>> LiveAsync(TenantScope scope, StudentId student, CancellationToken cancellationToken)
    {
        var live = ImmutableArray.CreateBuilder<Application>();
        var query = new ApplicationQuery
        {
            Student = student, Limit = 1000, States = [Draft, Submitted, Returned, Endorsed, Shortlisted, InterviewScheduled, Interviewed, Offered, Waitlisted],
        };
        while (true)
        {
            var page = await applications.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
            live.AddRange(page.Items);
            if (page.Next is not { } next)
            {
                return live.ToImmutable();
            }

            query = query with { From = next };
        }
    }

    private async ValueTask<bool> IsFreeAsync(TenantScope scope, StudentId student, DateInterval dates, CancellationToken cancellationToken)
    {
        var query = new PlacementQuery { Student = student, Days = dates, Limit = 1000 };
        var page = await placements.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
        return !page.HasMore && !page.Items.Any(other => other is { IsExclusive: true, IsLive: true });
    }

    private async ValueTask<int> CaseloadAsync(TenantScope scope, ActorId coordinator, int limit, CancellationToken cancellationToken)
    {
        var query = new PlacementQuery
        {
            Coordinator = coordinator, Limit = Math.Clamp(limit, 1, 1000),
            States = [.. PlacementLifecycle.Table.States.Except(PlacementLifecycle.Table.EndStates)],
        };
        var page = await placements.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
        return page.Items.Length;
    }
}
