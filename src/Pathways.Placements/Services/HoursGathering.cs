namespace Pathways.Placements;

/// <summary>Gathers what is known about an entry of the hours log at a moment.</summary>
internal sealed class HoursGathering(IOpportunityStore opportunities, IHoursStore hours, IAuditStore audit, IStudentFacts students, IDistrictRules districts)
{
    private const string Working = nameof(PlacementState.Active);
    private static readonly LocalDate Always = new(1, 1, 1);
    private static readonly LocalDate Never = new(9999, 12, 31);

    public async ValueTask<StudentFacts> StudentAsync(TenantScope scope, Placement placement, Instant now, Grounds grounds, CancellationToken cancellationToken)
    {
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        return grounds.On(await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false)) is { } listing
            ? await students.AboutAsync(scope, placement.Student, new() { Work = listing.Offer, Today = now.InZone(rules.Zone).Date }, cancellationToken).ConfigureAwait(false) ?? new()
            : new();
    }

    public async ValueTask<(HoursSituation Situation, StudentFacts Student)> GatherAsync(
        TenantScope scope, HoursEntry entry, Placement placement, Actor by, Instant now, Grounds grounds, CancellationToken cancellationToken)
    {
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = now.InZone(rules.Zone).Date;

        // Weeks begin on different days by different laws, so all days that can be in one week with this one.
        var around = await Pages.AllAsync(
            new HoursQuery { Student = entry.Student, Days = new(entry.Day.PlusDays(-6), entry.Day.PlusDays(6)), Limit = 1000 },
            (query, token) => hours.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false);
        var listing = grounds.On(await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false));
        var student = listing is null
            ? new()
            : await students.AboutAsync(
                scope, entry.Student, new() { Work = Day(OtherWork.AsPaid(placement, listing.Offer), entry), Others = Others(listing.Offer, entry, around), Today = today }, cancellationToken).ConfigureAwait(false) ?? new();
        var situation = new HoursSituation
        {
            Today = today,
            Placement = placement,
            Pauses = NotAtWork(await audit.HistoryAsync(scope, placement.Subject, cancellationToken).ConfigureAwait(false), rules.Zone),
            Others = [.. around.Where(other => other.Day == entry.Day)],
            Verdict = student.Work,
            CorrectionPermitted = rules.MayUndo.Contains(by.Id),
        };
        return (situation, student);
    }

    /// <summary>
    /// The days on which the student was not at work: before the start, in a pause, after the end. The day of a pause may have been worked before it, and that of the return after it.
    /// </summary>
    internal static ImmutableArray<DateInterval> NotAtWork(ImmutableArray<AuditLine> history, DateTimeZone zone)
    {
        var away = ImmutableArray.CreateBuilder<DateInterval>();
        LocalDate? since = Always;
        foreach (var line in history)
        {
            var day = line.At.InZone(zone).Date;
            if (line.To == Working && line.From != Working && since is { } first)
            {
                Add(away, first, day.PlusDays(-1));
                since = null;
            }
            else if (line.From == Working && line.To != Working && since is null)
            {
                // A start that is taken back never was: its day does not count either.
                since = line.Trigger == nameof(PlacementTrigger.Undo) ? StartOf(away) : day.PlusDays(1);
            }
        }

        if (since is { } open)
        {
            Add(away, open, Never);
        }

        return away.ToImmutable();
    }

    // Taking a start back makes the time before it go on.
    private static LocalDate StartOf(ImmutableArray<DateInterval>.Builder away)
    {
        if (away.Count == 0)
        {
            return Always;
        }

        var first = away[^1].Start;
        away.RemoveAt(away.Count - 1);
        return first;
    }

    private static void Add(ImmutableArray<DateInterval>.Builder away, LocalDate first, LocalDate last)
    {
        if (first <= last)
        {
            away.Add(new(first, last));
        }
    }

    // Work elsewhere adds to the hours; what it holds is judged there. Breaks count as work, which is the stricter reading.
    private static ImmutableArray<Opportunity> Others(Opportunity offer, HoursEntry entry, ImmutableArray<HoursEntry> around) =>
    [
        .. around.Where(other => other.Id != entry.Id && other.Id != entry.Replaces && other.State is HoursEntryState.Submitted or HoursEntryState.Confirmed or HoursEntryState.Approved)
            .Select(other => Day(other.Placement == entry.Placement ? offer : offer with { Id = other.Opportunity, Hazards = [] }, other)),
    ];

    private static Opportunity Day(Opportunity offer, HoursEntry done) => offer with
    {
        Dates = new(done.Day, done.Day),
        Schedule = 0 <= done.Start && done.Start < done.End && done.End <= 24 * 60 ? WeeklyHours.Of(new WeeklyStretch(done.Day.DayOfWeek, done.Start, done.End)) : WeeklyHours.Of(),
    };
}
