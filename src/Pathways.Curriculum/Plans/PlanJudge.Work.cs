using static Pathways.Curriculum.PlanJudgement;

namespace Pathways.Curriculum;

// What the student handed in and took part in.
internal sealed partial class PlanJudge
{
    private PlanJudgement Artifacts(PlanCriterion.Artifacts wanted, PlanWindow window)
    {
        // Each artifact by its first version that counts; the others tell why they do not.
        var counting = new SortedDictionary<(LocalDate, EntryId), ArtifactVersion>();
        var others = new List<ArtifactVersion>();
        foreach (var versions in All<ArtifactVersion>(window).Where(version => Fits(version, wanted)).GroupBy(version => version.Artifact))
        {
            if (versions.FirstOrDefault(version => IsRecent(version, wanted, window) && IsGood(version, wanted)) is { } first)
            {
                counting.Add((first.On, first.Id), first);
            }
            else
            {
                others.Add(versions.Last());
            }
        }

        List<RecordEntry> found = [.. counting.Values, .. others];
        found.AddRange(found.OfType<ArtifactVersion>().Select(evidence.ReviewOf).OfType<ArtifactReview>().ToList());
        if (counting.Count >= wanted.Count)
        {
            return Met(counting.Values.ElementAt(wanted.Count - 1).On, [.. found]);
        }

        var what = $"{(wanted.MustBeAccepted ? "accepted " : "")}{PlanWords.Or(wanted.Kinds, "artifact")}{(wanted.InPortfolio ? " in the portfolio" : "")}";
        return new(null, [.. found],
        [
            new("plan.artifact-missing", PlanWords.NotYet(counting.Count, wanted.Count, what)),
            .. others.OrderBy(version => version.On).ThenBy(version => version.Id).Select(version => WhyNot(version, wanted, window)),
        ]);
    }

    private PlanJudgement Experiences(PlanCriterion.Experiences wanted, PlanWindow window)
    {
        List<Experience> attended = [.. All<Experience>(window).Where(experience => Fits(experience, wanted))];
        var (count, hours) = (0, 0m);
        LocalDate? met = null;
        foreach (var experience in attended)
        {
            count++;
            hours += decimal.Max(0, experience.Hours ?? 0);
            if (met is null && count >= wanted.Count && hours >= (wanted.Hours ?? 0))
            {
                met = experience.On;
            }
        }

        var what = $"{Named(wanted)}{(wanted.WithPartner ? " with a partner" : "")}";
        return new(met, [.. attended], met is not null ? [] :
        [
            .. count >= wanted.Count ? Array.Empty<Refusal>() : [new("plan.experience-missing", PlanWords.NotYet(count, wanted.Count, what))],
            .. hours >= (wanted.Hours ?? 0) ? Array.Empty<Refusal>()
                : [new("plan.hours-missing", PlanWords.Say($"{hours:0.##} of {wanted.Hours:0.##} hours there: {what}."))],
        ]);
    }

    private static bool Fits(ArtifactVersion version, PlanCriterion.Artifacts wanted) =>
        (wanted.Kinds.IsEmpty || wanted.Kinds.Contains(version.Kind)) && (!wanted.InPortfolio || version.InPortfolio);

    private bool IsRecent(ArtifactVersion version, PlanCriterion.Artifacts wanted, PlanWindow window) =>
        wanted.NotOlderThanDays is not { } days || version.On >= Day(window).PlusDays(-days);

    private bool IsGood(ArtifactVersion version, PlanCriterion.Artifacts wanted) =>
        !wanted.MustBeAccepted || evidence.ReviewOf(version)?.State == ReviewState.Accepted;

    private Refusal WhyNot(ArtifactVersion version, PlanCriterion.Artifacts wanted, PlanWindow window)
    {
        var which = $"The {PlanWords.Of(version.Kind)} of {DayWord.Of(version.On)}";
        return !IsRecent(version, wanted, window)
            ? new("plan.artifact-too-old", PlanWords.Say($"{which} is older than {wanted.NotOlderThanDays} days."))
            : evidence.ReviewOf(version) is null
                ? new("plan.artifact-not-reviewed", $"{which} waits for a review.")
                : new("plan.artifact-returned", $"{which} was returned. A new version is needed.");
    }

    private bool Fits(Experience experience, PlanCriterion.Experiences wanted) =>
        experience.Attendance == Attendance.Attended
        && (!wanted.WithPartner || experience.Partner is not null || experience.Opportunity is not null)
        && ((wanted.Kinds.IsEmpty && wanted.Activities.IsEmpty)
            || wanted.Activities.Contains(experience.Activity)
            || (situation.Kinds.TryGetValue(experience.Activity, out var kind) && wanted.Kinds.Contains(kind)));

    private static string Named(PlanCriterion.Experiences wanted) =>
        PlanWords.Or([.. wanted.Kinds.Select(PlanWords.Of), .. wanted.Activities.Select(activity => $"\"{activity}\"")]) is { Length: > 0 } named
            ? named
            : "an activity";
}
