namespace Pathways.Placements;

/// <summary>What decisions about an entry of the hours log look at. What was not gathered is left out, and opens no door.</summary>
public sealed record HoursSituation
{
    /// <summary>The day of the decision, where the school is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The placement of the entry.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The days on which the placement was paused; <see langword="null"/> when not gathered.</summary>
    public ImmutableArray<DateInterval>? Pauses { get; init; }

    /// <summary>Entries of the student on the same day, of any placement; the entry itself is passed over; <see langword="null"/> when not gathered.</summary>
    public ImmutableArray<HoursEntry>? Others { get; init; }

    /// <summary>What the rules for minors at work say of the work as it was done; <see langword="null"/> when nobody asked.</summary>
    public WorkVerdict? Verdict { get; init; }

    /// <summary>Whether the district lets the actor correct approved hours.</summary>
    public bool CorrectionPermitted { get; init; }

    /// <summary>The facts that <see cref="HoursEntryRequirements"/> look at.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">The entry is of another placement.</exception>
    public HoursEntryFacts Facts(HoursEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Placement != Placement.Id)
        {
            throw new ArgumentException($"Entry {entry.Id} is of placement {entry.Placement}, and this is {Placement.Id}.", nameof(entry));
        }

        return new()
        {
            Today = Today,
            Day = entry.Day,
            Minutes = entry.Minutes,
            WithinPlacement = IsWithin(entry.Day),
            OverlapRuledOut = Others is { } others && !others.Any(other => Clashes(entry, other)),
            ViolationsAnswered = Verdict is not null && (entry.Answer is not null || Violations(entry).IsEmpty),
            CorrectionPermitted = CorrectionPermitted,
        };
    }

    /// <summary>The codes of the rules that the work broke: those found before, and those that the verdict finds on the day, warnings among them.</summary>
    /// <param name="entry">The entry.</param>
    public ImmutableArray<string> Violations(HoursEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var found = Verdict is null ? [] : Verdict.Findings.Where(finding => finding.When.Contains(entry.Day)).Select(finding => finding.Code);
        return [.. entry.Violations.Concat(found).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private bool IsWithin(LocalDate day) =>
        Placement.State is not (PlacementState.Onboarding or PlacementState.ReadyToStart or PlacementState.CancelledBeforeStart)
        && Placement.Dates.Contains(day)
        && !(Placement.Record.Termination?.LastDay < day)
        && Pauses is { } pauses && !pauses.Any(pause => pause.Contains(day));

    // An entry that was given back or never handed in claims no time, nor does the one that this entry takes the place of.
    private static bool Clashes(HoursEntry entry, HoursEntry other) =>
        other.Id != entry.Id && other.Id != entry.Replaces && other.Student == entry.Student && other.Day == entry.Day
        && other.State is (HoursEntryState.Submitted or HoursEntryState.Confirmed or HoursEntryState.Approved)
        && other.Start < entry.End && entry.Start < other.End;
}
