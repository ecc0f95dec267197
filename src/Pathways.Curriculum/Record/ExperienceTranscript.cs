namespace Pathways.Curriculum;

/// <summary>One student's way from awareness to immersion, across schools and years. Has facts alone: nothing that anybody wrote in own words.</summary>
public sealed record ExperienceTranscript
{
    private ExperienceTranscript()
    {
    }

    /// <summary>Whose it is.</summary>
    public required StudentId Student { get; init; }

    /// <summary>The last day that it knows.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The activities, by stage and, within a stage, by first day; those that the scope does not have come last.</summary>
    public ImmutableArray<TranscriptLine> Lines { get; private init; } = [];

    /// <summary>The sectors chosen, one after the other.</summary>
    public ImmutableArray<SectorPeriod> Sectors { get; private init; } = [];

    /// <summary>The credentials that are good on the day.</summary>
    public ImmutableArray<CredentialEarned> Credentials { get; private init; } = [];

    /// <summary>The programs and courses.</summary>
    public ImmutableArray<EnrollmentStanding> Enrollments { get; private init; } = [];

    /// <summary>The hours attended.</summary>
    public decimal Hours { get; private init; }

    /// <summary>The transcript of a record.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="scope">Titles and stages of activities.</param>
    /// <param name="on">The last day that counts.</param>
    public static ExperienceTranscript Of(StudentRecord record, ScopeAndSequence scope, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(scope);
        var activities = scope.Activities.ToDictionary(activity => activity.Id);
        var lines = new Dictionary<ActivityId, TranscriptTally>();
        foreach (var entry in RecordViews.Until(record, on))
        {
            switch (entry)
            {
                case Experience { Attendance: not Attendance.Planned } experience:
                    Tally(experience.Activity).Add(experience);
                    break;
                case ActivityWaived waived:
                    Tally(waived.Activity).Waive(waived.On);
                    break;
            }
        }

        foreach (var artifact in Portfolio.All(record, on))
        {
            if (artifact.Latest.Version.Activity is { } activity)
            {
                Tally(activity).Add(artifact);
            }
        }

        return new()
        {
            Student = record.Student,
            On = on,
            Lines =
            [
                .. lines.Select(line => line.Value.ToLine(line.Key, activities.GetValueOrDefault(line.Key)))
                    .OrderBy(line => line.Stage ?? (Stage)int.MaxValue).ThenBy(line => line.First).ThenBy(line => line.Activity),
            ],
            Sectors = [.. SectorHistory.Of(record).Where(period => period.Choice.On <= on).Select(period => period.Until > on ? period with { Until = null } : period)],
            Credentials = RecordViews.Credentials(record, on),
            Enrollments = RecordViews.Enrollments(record, on),
            Hours = lines.Values.Sum(line => line.Hours),
        };

        TranscriptTally Tally(ActivityId activity) => lines.TryGetValue(activity, out var tally) ? tally : lines[activity] = new();
    }

    /// <summary>The transcript in sentences, one a line.</summary>
    public IEnumerable<string> Sentences() => TranscriptSentences.Of(this);

    /// <summary>Writes the transcript as one JSON object with <c>"format": "pathways/transcript@1"</c>.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        TranscriptWriter.Write(this, stream);
    }

    /// <summary>Whose it is and how many activities it has.</summary>
    public override string ToString() => FormattableString.Invariant($"transcript of {Student}: {Lines.Length} activities");
}
