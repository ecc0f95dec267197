namespace Pathways.Curriculum.Tests;

/// <summary>Progress written straight from its definition, over and over the record: what the calculator is compared with.</summary>
internal static class NaiveProgress
{
    public sealed record Row(ActivityId Id, ActivityStatus Status, LocalDate? Due, LocalDate? CompletedOn, bool IsOutOfOrder);

    public static IReadOnlyList<Row> Of(ScopeAndSequence scope, StudentStanding standing, StudentRecord? record, LocalDate on)
    {
        var past = record?.Standing.Where(entry => entry.On <= on).ToList() ?? [];
        var rows = scope.Activities.Select(activity => Of(scope, activity, standing, record, past, on)).ToDictionary(row => row.Id);
        return [.. scope.Activities.Select(activity => Ordered(activity, rows))];
    }

    private static Row Ordered(Activity activity, Dictionary<ActivityId, Row> rows)
    {
        var row = rows[activity.Id];
        var before = activity.Prerequisites.Select(id => rows[id])
            .Where(other => other.Status is not (ActivityStatus.Waived or ActivityStatus.NotForStudent)).ToList();
        return row.Status switch
        {
            ActivityStatus.Open or ActivityStatus.InProgress when before.Any(other => other.Status != ActivityStatus.Done) =>
                row with { Status = ActivityStatus.Blocked },
            ActivityStatus.Done => row with { IsOutOfOrder = before.Any(other => other.CompletedOn is not { } day || day > row.CompletedOn) },
            _ => row,
        };
    }

    private static Row Of(
        ScopeAndSequence scope, Activity activity, StudentStanding standing, StudentRecord? record, List<RecordEntry> past, LocalDate on)
    {
        var (opens, closes) = Window(scope, activity, standing);
        var waivers = past.OfType<ActivityWaived>().Where(waiver => waiver.Activity == activity.Id).ToList();
        if (waivers.Count > 0)
        {
            return new(activity.Id, ActivityStatus.Waived, closes, waivers.Min(waiver => waiver.On), false);
        }

        var attended = past.OfType<Experience>().Where(e => e.Activity == activity.Id && e.Attendance == Attendance.Attended).Select(e => e).ToList();
        var artifacts = past.OfType<ArtifactVersion>().GroupBy(version => version.Artifact)
            .Select(group => Artifact.Of([.. group], [.. past.OfType<ArtifactReview>().Where(review => review.Artifact == group.Key)]))
            .Where(artifact => artifact.Activity == activity.Id).ToList();
        var days = new List<LocalDate?>();
        var due = new List<LocalDate?>();
        var occurrences = activity is { Occurrences: 0, Evidence: [], Hours: null } ? 1 : activity.Occurrences;
        if (occurrences > 0)
        {
            Ask(attended.Count >= occurrences ? attended[occurrences - 1].On : null, closes);
        }

        if (activity.Hours is { } hours)
        {
            Ask(attended.Select((e, i) => (e.On, Sum: attended.Take(i + 1).Sum(other => other.Hours ?? 0))).Where(pair => pair.Sum >= hours).Select(pair => (LocalDate?)pair.On).FirstOrDefault(), closes);
        }

        foreach (var asked in activity.Evidence)
        {
            var good = artifacts.Where(artifact => artifact.Kind == asked.Kind)
                .Select(artifact => asked.MustBeAccepted ? artifact.AcceptedSince : artifact.HandedIn)
                .Where(day => day is not null).Order().ToList();
            Ask(good.Count >= asked.Count ? good[asked.Count - 1] : null, asked.DueDays is { } late && attended.Count > 0 ? attended[^1].On.PlusDays(late) : closes);
        }

        if (days.All(day => day is not null))
        {
            return new(activity.Id, ActivityStatus.Done, closes, days.Max(), false);
        }

        var outstanding = due.Any(day => day is not null) ? due.Where(day => day is not null).Min() : null;
        var started = attended.Count > 0 || artifacts.Any(artifact => activity.Evidence.Any(asked => asked.Kind == artifact.Kind));
        var mentioned = artifacts.Count > 0 || (record?.Standing.OfType<Experience>().Any(e => e.Activity == activity.Id && (e.On <= on || e.Attendance == Attendance.Planned)) ?? false);
        var isFor = (activity.Programs.IsEmpty || activity.Programs.Intersect(standing.Programs).Any()) && activity.Tier switch
        {
            Tier.Universal => true,
            Tier.Targeted => activity.Sectors.IsEmpty || (standing.Sector is { } sector && activity.Sectors.Contains(sector)),
            _ => mentioned,
        };
        var status = !isFor ? ActivityStatus.NotForStudent
            : !started && (opens is null ? standing.Grade < activity.FirstGrade : on < opens) ? ActivityStatus.NotYetOpen
            : activity.IsRequired && outstanding < on ? ActivityStatus.Late
            : closes < on ? ActivityStatus.Closed
            : started ? ActivityStatus.InProgress : ActivityStatus.Open;
        return new(activity.Id, status, outstanding, null, false);

        void Ask(LocalDate? metOn, LocalDate? until)
        {
            days.Add(metOn);
            if (metOn is null)
            {
                due.Add(until);
            }
        }
    }

    private static (LocalDate? Opens, LocalDate? Closes) Window(ScopeAndSequence scope, Activity activity, StudentStanding standing)
    {
        LocalDate? opens = null, closes = null;
        if (Calendar.YearOf(activity.FirstGrade, standing.Grade, standing.Year) is { } first)
        {
            opens = activity.Opens is { } term ? scope.Terms.Single(t => t.Id == term).In(first, scope.YearStarts).Start : scope.YearStarts.InYear(first.StartsIn);
        }

        if (Calendar.YearOf(activity.LastGrade, standing.Grade, standing.Year) is { } last)
        {
            closes = activity.Closes is { } term ? scope.Terms.Single(t => t.Id == term).In(last, scope.YearStarts).End : scope.YearStarts.InYear(last.StartsIn + 1).PlusDays(-1);
        }

        return (opens, closes);
    }

    private sealed record Artifact(ActivityId? Activity, ArtifactKind Kind, LocalDate? HandedIn, LocalDate? AcceptedSince)
    {
        public static Artifact Of(ArtifactVersion[] versions, ArtifactReview[] reviews)
        {
            var days = reviews.Select(review => review.On).Distinct().Order().ToList();
            LocalDate? since = null;
            foreach (var day in days)
            {
                since = !IsAccepted(versions, reviews, day) ? null : since ?? day;
            }

            return new(
                versions.Where(version => version.Activity is not null).OrderBy(version => version.Version).LastOrDefault()?.Activity,
                versions.OrderBy(version => version.Version).Last().Kind, versions.Min(version => version.On), since);
        }

        private static bool IsAccepted(ArtifactVersion[] versions, ArtifactReview[] reviews, LocalDate until)
        {
            var known = reviews.Where(review => review.On <= until && versions.Any(version => version.Version == review.Version)).ToList();
            if (known.Count == 0)
            {
                return false;
            }

            var last = known.Where(review => review.Version == known.Max(other => other.Version)).ToList();
            return last.Where(review => review.On == last.Max(other => other.On)).All(review => review.State == ReviewState.Accepted);
        }
    }
}
