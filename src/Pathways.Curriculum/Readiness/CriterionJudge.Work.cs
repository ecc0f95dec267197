namespace Pathways.Curriculum;

// What students do and hand in.
internal readonly ref partial struct CriterionJudge
{
    private CriterionResult Artifacts(ArtifactCriterion criterion)
    {
        List<Item>? counted = null;
        var (waiting, returned, old) = (0, 0, 0);
        LocalDate? latestOld = null;
        foreach (var entry in _entries)
        {
            // Each artifact is looked at once, at the latest of its versions.
            if (entry is not ArtifactVersion version || !IsAsked(criterion, version) || !ReferenceEquals(Latest(version), version))
            {
                continue;
            }

            switch (State(criterion, version, out var item))
            {
                case null:
                    waiting++;
                    break;
                case ReviewState.Returned:
                    returned++;
                    break;
                case var _ when item.Until < _on:
                    old++;
                    latestOld = latestOld is { } day && day > item.On ? day : item.On;
                    break;
                default:
                    (counted ??= []).Add(item);
                    break;
            }
        }

        var found = counted?.Count ?? 0;
        if (found >= criterion.Count)
        {
            return Met(criterion, counted ?? [], criterion.Count, null);
        }

        var detail = waiting + returned + old + found == 0 ? "None is there." : FormattableString.Invariant($"{found} of {criterion.Count} there")
            + (waiting > 0 ? FormattableString.Invariant($"; {waiting} not reviewed") : "")
            + (returned > 0 ? FormattableString.Invariant($"; {returned} to be done again") : "")
            + (old > 0 ? FormattableString.Invariant($"; {old} too old, the latest of {latestOld:uuuu-MM-dd}") : "") + ".";
        var code = waiting > 0 ? ReadinessCodes.ArtifactNotReviewed
            : returned > 0 ? ReadinessCodes.ArtifactReturned
            : old > 0 ? ReadinessCodes.ArtifactTooOld
            : ReadinessCodes.ArtifactMissing;
        return Unmet(criterion, code, $"{detail}", Evidence(counted));
    }

    private static bool IsAsked(ArtifactCriterion criterion, ArtifactVersion version) =>
        (criterion.Kinds.IsEmpty || criterion.Kinds.Contains(version.Kind))
        && (criterion.Activities.IsEmpty || (version.Activity is { } activity && criterion.Activities.Contains(activity)))
        && (!criterion.InPortfolio || version.InPortfolio);

    private ArtifactVersion Latest(ArtifactVersion version)
    {
        var latest = version;
        foreach (var entry in _entries)
        {
            if (entry is ArtifactVersion other && other.Artifact == version.Artifact && Follows(other, latest))
            {
                latest = other;
            }
        }

        return latest;
    }

    // Two entries of one number are a fault of the record; the later identifier counts, so that the answer is the same every time.
    private static bool Follows(ArtifactVersion other, ArtifactVersion version) =>
        other.Version > version.Version || (other.Version == version.Version && other.Id > version.Id);

    /// <summary>How far an artifact is, by the latest of its versions that counts; null when nobody looked at any.</summary>
    private ReviewState? State(ArtifactCriterion criterion, ArtifactVersion latest, out Item item)
    {
        item = Aged(latest.Id, latest.On, criterion.WithinDays);
        if (!criterion.MustBeAccepted)
        {
            return ReviewState.Submitted;
        }

        ArtifactVersion? reviewed = null;
        ReviewState? state = null;
        foreach (var entry in _entries)
        {
            if (entry is ArtifactVersion version && version.Artifact == latest.Artifact && Review(version) is { } judged)
            {
                if (judged == ReviewState.Accepted && (state != ReviewState.Accepted || version.On > item.On))
                {
                    item = Aged(version.Id, version.On, criterion.WithinDays);
                }

                (reviewed, state) = reviewed is null || Follows(version, reviewed) ? (version, judged) : (reviewed, state);
            }
        }

        return state;
    }

    private ReviewState? Review(ArtifactVersion version)
    {
        ArtifactReview? latest = null;
        foreach (var entry in _entries)
        {
            // In the order of days, so that a later one counts; on one day the one that returns it.
            if (entry is ArtifactReview review && review.Artifact == version.Artifact && review.Version == version.Version
                && (latest is null || review.On > latest.On || review.State == ReviewState.Returned))
            {
                latest = review;
            }
        }

        return latest?.State;
    }

    private CriterionResult Experiences(ExperienceCriterion criterion)
    {
        var counted = new List<Item>();
        foreach (var entry in _entries)
        {
            if (entry is Experience { Attendance: Attendance.Attended } experience
                && (criterion.Activities.Contains(experience.Activity)
                    || (_facts.Kinds.TryGetValue(experience.Activity, out var kind) && criterion.Kinds.Contains(kind)))
                && Aged(experience.Id, experience.On, criterion.WithinDays) is var item && !(item.Until < _on))
            {
                counted.Add(item with { Hours = experience.Hours ?? 0 });
            }
        }

        var hours = counted.Sum(item => item.Hours);
        var missing = ImmutableArray.CreateBuilder<Refusal>();
        if (counted.Count < criterion.Count)
        {
            missing.Add(Say(ReadinessCodes.ExperienceMissing, criterion, $"The student took part {Times(counted.Count)} of {criterion.Count}."));
        }

        if (hours < criterion.Hours)
        {
            missing.Add(Say(ReadinessCodes.HoursMissing, criterion, $"{hours:0.##} of {criterion.Hours:0.##} hours are there."));
        }

        return missing.Count > 0
            ? new() { Criterion = criterion, Evidence = Evidence(counted), Missing = missing.ToImmutable() }
            : Met(criterion, counted, criterion.Count, criterion.Hours);
    }

    private CriterionResult Credential(CredentialCriterion criterion)
    {
        List<Item>? held = null;
        LocalDate? over = null;
        foreach (var entry in _entries)
        {
            if (entry is CredentialEarned earned && criterion.Credentials.Contains(earned.Credential))
            {
                var until = Validity.Earlier(earned.Expires, Aged(earned.Id, earned.On, criterion.WithinDays).Until);
                if (until < _on)
                {
                    over = over > until ? over : until;
                }
                else
                {
                    (held ??= []).Add(new(earned.Id, earned.On, until));
                }
            }
        }

        return held is not null ? Met(criterion, held, 1, null)
            : over is { } last ? Unmet(criterion, ReadinessCodes.CredentialExpired, $"It was good until {last:uuuu-MM-dd}.")
            : Unmet(criterion, ReadinessCodes.CredentialMissing, $"{string.Join(" or ", criterion.Credentials)} is not there.");
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    private static Item Aged(EntryId id, LocalDate on, int? days) => new(id, on, days is { } number ? on.PlusDays(number) : null);

    /// <summary>Met, until the day on which so few are left that it would not be.</summary>
    private static CriterionResult Met(ReadinessCriterion criterion, List<Item> items, int count, decimal? hours)
    {
        var evidence = Evidence(items);
        items.Sort((left, right) => Validity.Compare(left.Until, right.Until));
        LocalDate? until = null;
        var sum = 0m;
        for (var i = 0; i < items.Count && (i < count || sum < hours); i++)
        {
            sum += items[i].Hours;
            until = items[i].Until;
        }

        return new() { Criterion = criterion, Evidence = evidence, Until = until };
    }

    private static ImmutableArray<EntryId> Evidence(List<Item>? items) => items is null ? [] : [.. items.Select(item => item.Id)];

    /// <summary>Something that counts, and the last day on which it does.</summary>
    private readonly record struct Item(EntryId Id, LocalDate On, LocalDate? Until, decimal Hours = 0);
}
