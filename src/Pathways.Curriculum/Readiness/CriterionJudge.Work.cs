namespace Pathways.Curriculum;

// What students do and hand in.
internal ref partial struct CriterionJudge
{
    private CriterionVerdict Artifacts(ArtifactCriterion criterion, CriterionAccount? told)
    {
        if (!_artifacts.IsFilled)
        {
            _artifacts.Fill(_entries);
        }

        var versions = _artifacts.Versions;
        Span<LocalDate> days = criterion.WithinDays is null ? default : versions.Length <= MostOnStack ? stackalloc LocalDate[versions.Length] : new LocalDate[versions.Length];
        var oldest = Oldest(criterion.WithinDays);
        var (found, waiting, returned, old) = (0, 0, 0, 0);
        LocalDate? latestOld = null;
        foreach (ref readonly var version in versions)
        {
            // Each artifact is looked at once, at the latest of its versions.
            ref readonly var artifact = ref _artifacts.Of(version);
            var latest = (ArtifactVersion)_entries[version.Entry];
            if (artifact.Latest != version.Entry || !IsAsked(criterion, latest))
            {
                continue;
            }

            var state = criterion.MustBeAccepted ? StateOf(artifact) : ReviewState.Accepted;
            if (state == ReviewState.Submitted)
            {
                waiting++;
            }
            else if (state == ReviewState.Returned)
            {
                returned++;
            }
            else
            {
                var counted = criterion.MustBeAccepted && artifact.Accepted >= 0 ? _entries[artifact.Accepted] : latest;
                if (counted.On < oldest)
                {
                    old++;
                    latestOld = latestOld > counted.On ? latestOld : counted.On;
                    continue;
                }

                told?.Found(counted);
                if (!days.IsEmpty)
                {
                    Keep(days[..(found + 1)], counted.On);
                }

                found++;
            }
        }

        if (found >= criterion.Count)
        {
            return new(true, criterion.WithinDays is { } number && criterion.Count > 0 ? days[found - criterion.Count].PlusDays(number) : null);
        }

        var code = waiting > 0 ? ReadinessCodes.ArtifactNotReviewed
            : returned > 0 ? ReadinessCodes.ArtifactReturned
            : old > 0 ? ReadinessCodes.ArtifactTooOld
            : ReadinessCodes.ArtifactMissing;
        told?.Lack(code, $"{(waiting + returned + old + found == 0 ? "None is there." : FormattableString.Invariant($"{found} of {criterion.Count} there")
            + (waiting > 0 ? FormattableString.Invariant($"; {waiting} not reviewed") : "")
            + (returned > 0 ? FormattableString.Invariant($"; {returned} to be done again") : "")
            + (old > 0 ? FormattableString.Invariant($"; {old} too old, the latest of {latestOld:uuuu-MM-dd}") : "") + ".")}");
        return CriterionVerdict.Unmet(code);
    }

    private ReviewState StateOf(in ArtifactStanding artifact) => ArtifactRule.StateOf(
        artifact.Reviewed < 0 ? 0 : ((ArtifactVersion)_entries[artifact.Reviewed]).Version,
        artifact.State == ReviewState.Accepted,
        ((ArtifactVersion)_entries[artifact.Latest]).Version);

    private static bool IsAsked(ArtifactCriterion criterion, ArtifactVersion version) =>
        (criterion.Kinds.IsEmpty || criterion.Kinds.Contains(version.Kind))
        && (criterion.Activities.IsEmpty || (version.Activity is { } activity && criterion.Activities.Contains(activity)))
        && (!criterion.InPortfolio || version.InPortfolio);

    // Keeps days in order. They come nearly so, and the last so many of them say until when there are enough.
    private static void Keep(Span<LocalDate> days, LocalDate day)
    {
        var place = days.Length - 1;
        for (; place > 0 && days[place - 1] > day; place--)
        {
            days[place] = days[place - 1];
        }

        days[place] = day;
    }

    private readonly CriterionVerdict Experiences(ExperienceCriterion criterion, CriterionAccount? told)
    {
        var oldest = Oldest(criterion.WithinDays);
        var (count, hours) = (0, 0m);
        foreach (var entry in _entries)
        {
            if (entry is Experience experience && Counts(criterion, experience, oldest))
            {
                told?.Found(experience);
                count++;
                hours += criterion.Hours is null ? 0 : experience.Hours ?? 0;
            }
        }

        if (count >= criterion.Count && !(hours < criterion.Hours))
        {
            return new(true, criterion.WithinDays is { } days ? LastDay(criterion, oldest, days) : null);
        }

        if (count < criterion.Count)
        {
            told?.Lack(ReadinessCodes.ExperienceMissing, $"The student took part {Times(count)} of {criterion.Count}.");
        }

        if (hours < criterion.Hours)
        {
            told?.Lack(ReadinessCodes.HoursMissing, $"{hours:0.##} of {criterion.Hours:0.##} hours are there.");
        }

        return new(false);
    }

    private readonly bool Counts(ExperienceCriterion criterion, Experience experience, LocalDate? oldest) =>
        experience.Attendance == Attendance.Attended
        && !(experience.On < oldest)
        && (criterion.Activities.Contains(experience.Activity)
            || (!criterion.Kinds.IsEmpty && _facts.Kinds.TryGetValue(experience.Activity, out var kind) && criterion.Kinds.Contains(kind)));

    // Entries come by day, so that the last of them last longest: until the day on which too few of these are left.
    private readonly LocalDate? LastDay(ExperienceCriterion criterion, LocalDate? oldest, int days)
    {
        LocalDate? until = null;
        var (count, hours) = (0, 0m);
        for (var i = _entries.Length - 1; i >= 0 && (count < criterion.Count || hours < criterion.Hours); i--)
        {
            if (_entries[i] is Experience experience && Counts(criterion, experience, oldest))
            {
                count++;
                hours += experience.Hours ?? 0;
                until = experience.On.PlusDays(days);
            }
        }

        return until;
    }

    private readonly CriterionVerdict Credential(CredentialCriterion criterion, CriterionAccount? told)
    {
        var isHeld = false;
        LocalDate? longest = null, over = null;
        foreach (var entry in _entries)
        {
            if (entry is not CredentialEarned earned || !criterion.Credentials.Contains(earned.Credential))
            {
                continue;
            }

            var until = Validity.Earlier(earned.Expires, criterion.WithinDays is { } days ? earned.On.PlusDays(days) : null);
            if (until < _on)
            {
                over = over > until ? over : until;
            }
            else
            {
                told?.Found(earned);
                longest = isHeld && Validity.Compare(longest, until) <= 0 ? longest : until;
                isHeld = true;
            }
        }

        if (isHeld)
        {
            return new(true, longest);
        }

        if (over is { } last)
        {
            told?.Lack(ReadinessCodes.CredentialExpired, $"It was good until {last:uuuu-MM-dd}.");
            return CriterionVerdict.Unmet(ReadinessCodes.CredentialExpired);
        }

        told?.Lack(ReadinessCodes.CredentialMissing, $"{string.Join(" or ", criterion.Credentials)} is not there.");
        return CriterionVerdict.Unmet(ReadinessCodes.CredentialMissing);
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    // The first day of which something is not too old.
    private readonly LocalDate? Oldest(int? days) => days is { } number ? _on.PlusDays(-number) : null;
}
