namespace Pathways.Placements;

/// <summary>Gathers what is known about an entry of the hours log at a moment.</summary>
internal sealed class HoursGathering(IOpportunityStore opportunities, IHoursStore hours, IAuditStore audit, IStudentFacts students, IDistrictRules districts)
{
    private static readonly LocalDate Never = new(9999, 12, 31);

    public async ValueTask<StudentFacts> StudentAsync(TenantScope scope, Placement placement, Instant now, CancellationToken cancellationToken)
    {
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        return await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false) is { } listing
            ? await students.AboutAsync(scope, placement.Student, listing.Offer, now.InZone(rules.Zone).Date, cancellationToken).ConfigureAwait(false) ?? new()
            : new();
    }

    public async ValueTask<(HoursSituation Situation, StudentFacts Student)> GatherAsync(
        TenantScope scope, HoursEntry entry, Placement placement, Actor by, Instant now, CancellationToken cancellationToken)
    {
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = now.InZone(rules.Zone).Date;
        var monday = entry.Day.PlusDays(1 - (int)entry.Day.DayOfWeek);
        var week = await Pages.AllAsync(
            new HoursQuery { Student = entry.Student, Days = new(monday, monday.PlusDays(6)), Limit = 1000 }, (query, token) => hours.ListAsync(scope, query, token), cancellationToken)
            .ToImmutableAsync().ConfigureAwait(false);
        var listing = await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false);
        var student = listing is null
            ? new()
            : await students.AboutAsync(scope, entry.Student, AsDone(listing.Offer, placement, entry, week, monday), today, cancellationToken).ConfigureAwait(false) ?? new();
        var situation = new HoursSituation
        {
            Today = today,
            Placement = placement,
            Pauses = Pauses(await audit.HistoryAsync(scope, placement.Subject, cancellationToken).ConfigureAwait(false), rules.Zone),
            Others = [.. week.Where(other => other.Day == entry.Day)],
            Verdict = student.Work,
            CorrectionPermitted = rules.MayUndo.Contains(by.Id),
        };
        return (situation, student);
    }

    /// <summary>The whole days on which a placement was paused: the day of the pause may have been worked before it, and that of the return after it.</summary>
    internal static ImmutableArray<DateInterval> Pauses(ImmutableArray<AuditLine> history, DateTimeZone zone)
    {
        var pauses = ImmutableArray.CreateBuilder<DateInterval>();
        LocalDate? since = null;
        foreach (var line in history)
        {
            if (line.To == nameof(PlacementState.Paused) && line.From != line.To)
            {
                since = line.At.InZone(zone).Date.PlusDays(1);
            }
            else if (line.From == nameof(PlacementState.Paused) && line.From != line.To && since is { } first)
            {
                Add(pauses, first, line.At.InZone(zone).Date.PlusDays(-1));
                since = null;
            }
        }

        if (since is { } open)
        {
            Add(pauses, open, Never);
        }

        return pauses.ToImmutable();
    }

    private static void Add(ImmutableArray<DateInterval>.Builder pauses, LocalDate first, LocalDate last)
    {
        if (first <= last)
        {
            pauses.Add(new(first, last));
        }
    }

    // The work of the whole week as it was done, wherever it was, since limits of a week add up; breaks count as work, which is the stricter reading.
    private static Opportunity AsDone(Opportunity offer, Placement placement, HoursEntry entry, ImmutableArray<HoursEntry> week, LocalDate monday) => offer with
    {
        Dates = new(monday, monday.PlusDays(6)),
        IsPaid = placement.Record.Pay is { } pay ? pay.Kind != PayKind.Unpaid : offer.IsPaid,
        Schedule = WeeklyHours.Of(
            week.Where(other => other.Id != entry.Id && other.Id != entry.Replaces && other.State is HoursEntryState.Submitted or HoursEntryState.Confirmed or HoursEntryState.Approved)
                .Append(entry).Where(done => 0 <= done.Start && done.Start < done.End && done.End <= 24 * 60)
                .Select(done => new WeeklyStretch(done.Day.DayOfWeek, done.Start, done.End))),
    };
}
