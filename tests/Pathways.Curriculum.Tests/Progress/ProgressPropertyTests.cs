namespace Pathways.Curriculum.Tests;

/// <summary>What holds for every scope and every record.</summary>
public class ProgressPropertyTests
{
    [Fact]
    public void Progress_is_what_its_definition_says() => ForAll((scope, standing, seed) =>
    {
        var record = seed.Split("none").DrawBelow(20) == 0 ? null : Drawn.Record(seed, standing, scope, 60);
        var on = Drawn.Day(seed.Split("on"));
        var progress = ProgressCalculator.Of(CompiledScope.Compile(scope), standing, record, on);
        var expected = NaiveProgress.Of(scope, standing, record, on);
        var actual = scope.Activities.Select(a => new NaiveProgress.Row(
            a.Id, progress.StatusOf(a.Id), progress.DueOf(a.Id), progress.CompletedOn(a.Id), progress.IsOutOfOrder(a.Id)));
        Assert.Equal(expected, actual);
        return true;
    });

    [Fact]
    public void The_order_in_which_entries_came_does_not_matter_nor_what_they_are_called() => ForAll((scope, standing, seed) =>
    {
        var entries = Drawn.Entries(seed, scope, 40).Where(entry => entry is not (Correction or BarrierReported)).ToList();
        var renamed = entries.OrderBy(entry => seed.Split(entry.Id.Value).Draw())
            .Select((entry, i) => entry with { Id = EntryId.From($"r{1000 + i}") });
        var compiled = CompiledScope.Compile(scope);
        var on = Drawn.Day(seed.Split("on"));
        var (one, other) = (
            ProgressCalculator.Of(compiled, standing, StudentRecord.From(standing.Student, entries), on),
            ProgressCalculator.Of(compiled, standing, StudentRecord.From(standing.Student, renamed), on));
        return one.Describe().Zip(other.Describe()).All(pair => Same(pair.First, pair.Second))
            && (one.SectorsExperienced, one.SectorsBeforeImmersion) == (other.SectorsExperienced, other.SectorsBeforeImmersion);
    });

    [Fact]
    public void Adding_evidence_never_takes_back_what_was_met() => ForAll((scope, standing, seed) =>
    {
        var compiled = CompiledScope.Compile(scope);
        var on = Drawn.Day(seed.Split("on"));
        var entries = Drawn.Entries(seed, scope, 50);
        var before = ProgressCalculator.Of(compiled, standing, StudentRecord.From(standing.Student, entries), on);
        foreach (var more in Drawn.Entries(seed.Split("more"), scope, 12).Where(entry => entry is ArtifactVersion
            or ArtifactReview { State: ReviewState.Accepted } or Experience { Attendance: Attendance.Attended } or ActivityWaived))
        {
            entries = [.. entries, more with { Id = EntryId.From($"more-{more.Id}") }];
        }

        var after = ProgressCalculator.Of(compiled, standing, StudentRecord.From(standing.Student, entries), on);
        return before.Describe().Zip(after.Describe()).All(pair =>
            (!pair.First.IsMet || pair.Second.IsMet)
            && pair.First.Evidence.Zip(pair.Second.Evidence).All(evidence => !evidence.First.IsMet || evidence.Second.IsMet));
    });

    [Fact]
    public void A_prerequisite_never_completes_after_its_dependent_without_being_reported() => ForAll((scope, standing, seed) =>
    {
        var progress = ProgressCalculator.Of(CompiledScope.Compile(scope), standing, Drawn.Record(seed, standing, scope, 80), Drawn.Day(seed.Split("on")));
        return progress.Describe().Where(described => described.Status == ActivityStatus.Done).All(described => described.Activity.Prerequisites.All(before =>
        {
            var isLater = progress.StatusOf(before) is not (ActivityStatus.Waived or ActivityStatus.NotForStudent)
                && !(progress.CompletedOn(before) <= described.CompletedOn);
            return isLater == described.OutOfOrder.Contains(before)
                && isLater == described.Reasons.Any(reason => reason is ProgressReason.OutOfOrder order && order.Prerequisite == before);
        }));
    });

    [Fact]
    public void What_is_outstanding_has_a_reason_and_what_is_met_only_its_order() => ForAll((scope, standing, seed) =>
    {
        var progress = ProgressCalculator.Of(CompiledScope.Compile(scope), standing, Drawn.Record(seed, standing, scope, 60), Drawn.Day(seed.Split("on")));
        return progress.Describe().All(described => described.Status switch
        {
            ActivityStatus.Waived => described.Reasons.IsEmpty,
            ActivityStatus.Done => described.Reasons.All(reason => reason is ProgressReason.OutOfOrder),
            ActivityStatus.Late => described.Reasons.Any(IsMissing) && described.LateSince <= progress.On && described.Due < progress.On,
            ActivityStatus.Blocked => described.Reasons.Any(reason => reason is ProgressReason.PrerequisiteMissing) && described.BlockedBy.Length > 0,
            ActivityStatus.Open or ActivityStatus.InProgress or ActivityStatus.Closed => described.Reasons.Any(IsMissing),
            _ => described.Reasons.Length == 1,
        });

        static bool IsMissing(ProgressReason reason) => reason is ProgressReason.ExperienceMissing or ProgressReason.HoursMissing
            or ProgressReason.EvidenceMissing or ProgressReason.EvidenceReturned or ProgressReason.EvidenceUnreviewed;
    });

    [Fact]
    public void Progress_of_a_cohort_is_the_sum_of_its_students() => ForAll((scope, _, seed) =>
    {
        var compiled = CompiledScope.Compile(scope);
        var on = Drawn.Day(seed.Split("on"));
        var students = Enumerable.Range(0, 12).Select(i =>
        {
            var part = seed.Split((ulong)i);
            var standing = Drawn.Standing(part, i);
            return ProgressCalculator.Of(compiled, standing, i % 5 == 0 ? null : Drawn.Record(part, standing, scope, 40), on);
        }).ToList();
        var cohort = CohortProgress.Of(compiled, students.OrderBy(student => seed.Split(student.Student.Value).Draw()));
        var required = scope.Activities.Where(activity => activity.IsRequired).ToList();
        Assert.Equal(Sum(students.Select(student => student.Total)), cohort.Total);
        Assert.Equal(cohort.Total, Sum(Enum.GetValues<Stage>().Select(cohort.Of)));
        Assert.Equal(cohort.Total, Sum(GradeLevel.All.Select(cohort.DueIn)));
        foreach (var dimension in new[] { CohortDimension.School, CohortDimension.Grade, CohortDimension.Sector })
        {
            Assert.Equal(cohort.Total, Sum(cohort.By(dimension).Select(slice => slice.Progress.Total)));
            Assert.Equal(students.Count, cohort.By(dimension).Sum(slice => slice.Progress.Students.Length));
        }

        var coverage = cohort.Coverage();
        Assert.Equal(required.Select(activity => activity.Id), coverage.Select(claim => claim.Activity.Id));
        Assert.Equal(cohort.Total, Sum(coverage.Select(claim => claim.Count)));
        Assert.All(coverage, claim => Assert.Equal(claim.Count.Opened, claim.Count.Met + claim.Exceptions.Length));
        Assert.All(coverage, claim => Assert.Equal(claim.Count.Late, claim.Exceptions.Count(gap => gap.IsLate)));
        Assert.All(coverage.SelectMany(claim => claim.Exceptions), gap => Assert.NotEmpty(gap.Reasons()));
        Assert.Equal(students.Sum(student => NextActions.Of(student).Length), cohort.Actions().Sum(action => action.Actions.Length));
        return true;
    });

    [Fact]
    public void Actions_come_earliest_first_and_roles_have_their_share() => ForAll((scope, standing, seed) =>
    {
        var progress = ProgressCalculator.Of(CompiledScope.Compile(scope), standing, Drawn.Record(seed, standing, scope, 40), Drawn.Day(seed.Split("on")));
        var all = NextActions.Of(progress);
        var due = all.Select(action => action.Due ?? LocalDate.MaxIsoValue).ToList();
        return due.SequenceEqual(due.Order())
            && all.SequenceEqual(NextActions.Of(progress))
            && Enum.GetValues<Role>().Sum(role => NextActions.For(progress, role).Length) == all.Length
            && all.All(action => action.IsLate == action.Due < progress.On);
    });

    private static ProgressCount Sum(IEnumerable<ProgressCount> counts) => counts.Aggregate(default(ProgressCount), (sum, count) => sum + count);

    private static bool Same(ActivityProgress one, ActivityProgress other) =>
        (one.Status, one.Due, one.CompletedOn, one.LateSince, one.Attended, one.Missed, one.Hours, one.PlannedOn)
            == (other.Status, other.Due, other.CompletedOn, other.LateSince, other.Attended, other.Missed, other.Hours, other.PlannedOn)
        && one.Evidence.SequenceEqual(other.Evidence)
        && one.Reasons.Select(reason => reason.ToString()).SequenceEqual(other.Reasons.Select(reason => reason.ToString()));

    [Fact]
    public void What_is_drawn_has_every_status()
    {
        var seen = new HashSet<ActivityStatus>();
        ForAll((scope, standing, seed) =>
        {
            var progress = ProgressCalculator.Of(CompiledScope.Compile(scope), standing, Drawn.Record(seed, standing, scope, 60), Drawn.Day(seed.Split("on")));
            seen.UnionWith(scope.Activities.Select(activity => progress.StatusOf(activity.Id)));
            return true;
        });
        Assert.Equal(Enum.GetValues<ActivityStatus>(), seen.Order());
    }

    private static void ForAll(Func<ScopeAndSequence, StudentStanding, Seed, bool> holds)
    {
        for (var number = 0; number < 60; number++)
        {
            var seed = Seed.From(number).Split("progress");
            var scope = Drawn.Scope(seed.Split("scope"), 1 + seed.Split("size").DrawBelow(14));
            Assert.True(holds(scope, Drawn.Standing(seed.Split("standing")), seed), $"It does not hold for seed {number}.");
        }
    }
}
