namespace Pathways.Curriculum;

/// <summary>Tells the reasons behind progress, by walking the record once more.</summary>
internal static class ProgressDetails
{
    public static ImmutableArray<ActivityProgress> Of(StudentProgress progress, Func<int, bool> selects)
    {
        var scope = progress.Scope;
        var tallies = new Tallies(new ActivityTally[scope.Rows.Length], new EvidenceTally[scope.Evidence.Length], new LocalDate[scope.EvidenceDays]);
        RecordWalk.Fill(scope, progress.Record, progress.On, tallies);
        var barriers = Barriers(progress);
        var found = ImmutableArray.CreateBuilder<ActivityProgress>();
        for (var i = 0; i < scope.Rows.Length; i++)
        {
            if (selects(i))
            {
                found.Add(Of(progress, tallies, barriers, i));
            }
        }

        return found.ToImmutable();
    }

    private static ActivityProgress Of(
        StudentProgress progress, scoped in Tallies tallies, List<(BarrierReported Barrier, int Position)> barriers, int position)
    {
        var scope = progress.Scope;
        ref readonly var row = ref scope.Rows[position];
        ref readonly var tally = ref tallies.Activities[position];
        ref readonly var mark = ref progress.Marks[position];
        var (opens, closes) = scope.Window(position, progress.Standing);
        var isOutstanding = !mark.IsMet && mark.Status != ActivityStatus.NotForStudent;
        var evidence = ImmutableArray.CreateBuilder<EvidenceProgress>();
        for (var i = row.EvidenceFrom; i < row.EvidenceEnd; i++)
        {
            ref readonly var counted = ref tallies.Evidence[i];
            var due = ProgressCalculator.DueOf(scope.Evidence[i], tally, closes);
            evidence.Add(new(
                row.Activity.Evidence[i - row.EvidenceFrom], counted.HandedIn, counted.Accepted, counted.Waiting, counted.Returned,
                tallies.EnoughOn(scope, i) == default ? StudentProgress.Day(due) : null));
        }

        var (blockedBy, outOfOrder) = Order(progress, position);
        var described = new ActivityProgress
        {
            Activity = row.Activity,
            Status = mark.Status,
            Opens = StudentProgress.Day(opens),
            Closes = StudentProgress.Day(closes),
            Due = isOutstanding ? StudentProgress.Day(mark.Due) : null,
            LateSince = mark.Status == ActivityStatus.Late ? mark.Due.PlusDays(1) : null,
            CompletedOn = StudentProgress.Day(mark.CompletedOn),
            Attended = tally.Attended,
            Missed = tally.Missed,
            Hours = tally.Hours,
            PlannedOn = StudentProgress.Day(tally.Planned),
            Evidence = evidence.ToImmutable(),
            BlockedBy = blockedBy,
            OutOfOrder = outOfOrder,
        };
        return described with { Reasons = [.. Reasons(progress, described, row, tally, barriers, position)] };
    }

    private static (ImmutableArray<ActivityId> BlockedBy, ImmutableArray<ActivityId> OutOfOrder) Order(StudentProgress progress, int position)
    {
        var scope = progress.Scope;
        ref readonly var row = ref scope.Rows[position];
        ref readonly var mark = ref progress.Marks[position];
        var (blockedBy, outOfOrder) = (ImmutableArray.CreateBuilder<ActivityId>(), ImmutableArray.CreateBuilder<ActivityId>());
        for (var i = row.PrerequisitesFrom; i < row.PrerequisitesEnd; i++)
        {
            var which = scope.Prerequisites[i];
            ref readonly var before = ref progress.Marks[which];
            if (before.Status is ActivityStatus.Waived or ActivityStatus.NotForStudent)
            {
                continue;
            }

            var isDone = before.Status == ActivityStatus.Done;
            if (mark.Status == ActivityStatus.Done)
            {
                if (!isDone || before.CompletedOn > mark.CompletedOn)
                {
                    outOfOrder.Add(scope.Rows[which].Activity.Id);
                }
            }
            else if (!isDone && mark.Status is not (ActivityStatus.Waived or ActivityStatus.NotForStudent))
            {
                blockedBy.Add(scope.Rows[which].Activity.Id);
            }
        }

        return (blockedBy.ToImmutable(), outOfOrder.ToImmutable());
    }

    private static IEnumerable<ProgressReason> Reasons(
        StudentProgress progress, ActivityProgress described, ActivityRow row, ActivityTally tally, List<(BarrierReported Barrier, int Position)> barriers, int position)
    {
        switch (described.Status)
        {
            case ActivityStatus.Waived:
                return [];
            case ActivityStatus.Done:
                return described.OutOfOrder.Select(before => new ProgressReason.OutOfOrder(
                    before, Title(progress, before), described.CompletedOn!.Value, progress.CompletedOn(before)));
            case ActivityStatus.NotForStudent:
                return [WhyNot(progress, row, tally)];
            case ActivityStatus.NotYetOpen:
                return [new ProgressReason.NotYetOpen(described.Opens)];
            default:
                return (progress.HasRecord ? [] : new ProgressReason[] { new ProgressReason.NoRecord() })
                    .Concat(described.BlockedBy.Select(before => new ProgressReason.PrerequisiteMissing(before, Title(progress, before))))
                    .Concat(Missing(described, row, tally))
                    .Concat(barriers.Where(barrier => barrier.Position < 0 || barrier.Position == position).Select(barrier =>
                        new ProgressReason.BarrierOpen(barrier.Barrier.Id, barrier.Barrier.Kind, barrier.Barrier.On, barrier.Position < 0)));
        }
    }

    private static ProgressReason WhyNot(StudentProgress progress, in ActivityRow row, in ActivityTally tally) =>
        !ProgressCalculator.IsOfProgram(row, progress.Standing) ? new ProgressReason.OtherProgram(row.Activity.Programs)
        : row.Activity.Tier == Tier.IndividualSupport && !tally.IsMentioned ? new ProgressReason.OwnPlanOnly()
        : new ProgressReason.OtherSector(row.Activity.Sectors);

    private static IEnumerable<ProgressReason> Missing(ActivityProgress described, ActivityRow row, ActivityTally tally)
    {
        if (tally.Unrecorded != default)
        {
            yield return new ProgressReason.AttendanceUnrecorded(tally.Unrecorded);
        }

        if (tally.Attended < row.Occurrences)
        {
            yield return new ProgressReason.ExperienceMissing(tally.Attended, row.Occurrences, tally.Missed);
        }

        if (row.Hours > 0 && tally.EnoughHours == default)
        {
            yield return new ProgressReason.HoursMissing(tally.Hours, row.Hours);
        }

        foreach (var evidence in described.Evidence.Where(evidence => !evidence.IsMet))
        {
            // Of those still needed, first those that wait for a look, then those to be done again; the rest was never handed in.
            var needed = evidence.Asked.Count - (evidence.Asked.MustBeAccepted ? evidence.Accepted : evidence.HandedIn);
            var waiting = evidence.Asked.MustBeAccepted ? Math.Min(needed, evidence.Waiting) : 0;
            var returned = evidence.Asked.MustBeAccepted ? Math.Min(needed - waiting, evidence.Returned) : 0;
            if (returned > 0)
            {
                yield return new ProgressReason.EvidenceReturned(evidence.Asked.Kind, returned, evidence.Due);
            }

            if (needed - waiting - returned is > 0 and var missing)
            {
                yield return new ProgressReason.EvidenceMissing(evidence.Asked.Kind, missing, evidence.Asked.Count, evidence.Due);
            }

            if (waiting > 0)
            {
                yield return new ProgressReason.EvidenceUnreviewed(evidence.Asked.Kind, waiting);
            }
        }
    }

    // Those reported by the day and not dealt with by it, with the position of the activity they stand before, -1 for every.
    private static List<(BarrierReported Barrier, int Position)> Barriers(StudentProgress progress)
    {
        var open = new List<(BarrierReported Barrier, int Position)>();
        if (progress.Record is null)
        {
            return open;
        }

        var past = progress.Record.Standing.Where(entry => entry.On <= progress.On);
        HashSet<EntryId> mitigated = [.. past.OfType<BarrierMitigated>().Select(entry => entry.Barrier)];
        foreach (var barrier in past.OfType<BarrierReported>().Where(barrier => !mitigated.Contains(barrier.Id)))
        {
            var position = barrier.Activity is { } activity ? progress.Scope.Find(activity) : -1;
            if (barrier.Activity is null || position >= 0)
            {
                open.Add((barrier, position));
            }
        }

        return open;
    }

    private static string Title(StudentProgress progress, ActivityId activity) => progress.Scope.Rows[progress.Scope.Get(activity)].Activity.Title;
}
