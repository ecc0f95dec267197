namespace Pathways.Placements;

/// <summary>How much work is in each state of the log. What was voided is in none.</summary>
public sealed record HoursSums
{
    /// <summary>Minutes by state, without voided ones; a state without minutes is not there.</summary>
    public required ImmutableSortedDictionary<HoursEntryState, int> Minutes { get; init; }

    /// <summary>Minutes that the school counts.</summary>
    public int Approved => In(HoursEntryState.Approved);

    /// <summary>Minutes that the student handed in and the school does not count yet.</summary>
    public int Pending => In(HoursEntryState.Submitted) + In(HoursEntryState.Confirmed);

    /// <summary>Minutes in a state; 0 for none, and always for voided ones.</summary>
    /// <param name="state">The state.</param>
    public int In(HoursEntryState state) => Minutes.GetValueOrDefault(state);

    /// <summary>Adds up entries, each counted once however often it is listed.</summary>
    /// <param name="entries">The entries.</param>
    public static HoursSums Of(IEnumerable<HoursEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new()
        {
            Minutes = entries.Where(entry => entry.State != HoursEntryState.Voided).DistinctBy(entry => entry.Id)
                .GroupBy(entry => entry.State).ToImmutableSortedDictionary(same => same.Key, same => same.Sum(entry => entry.Minutes)),
        };
    }
}
