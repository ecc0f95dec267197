namespace Pathways.Curriculum;

/// <summary>The texts of entries that people write as they like, with the names of their fields.</summary>
internal static class EntryTexts
{
    private const int MaximumLength = 10_000;

    public static IEnumerable<(string Field, string? Text, bool IsRequired)> Of(RecordEntry entry) => entry switch
    {
        Experience x => [("group", x.Group, false)],
        ArtifactVersion x => [("title", x.Title, false), ("location", x.Location, false)],
        ArtifactReview x => [("comment", x.Comment, false)],
        SectorChoice x => [("reason", x.Reason, false)],
        GoalSet x => [("text", x.Text, true)],
        InterestResult x => [("instrument", x.Instrument, true)],
        StrengthResult x => [("instrument", x.Instrument, true), .. x.Strengths.Select(strength => ("strengths", (string?)strength, true))],
        ExpectationChecked x => [("expectation", x.Expectation, true), ("finding", x.Finding, true)],
        FamilyContact x => [("channel", x.Channel, true), ("topic", x.Topic, true)],
        Enrollment x => [("course", x.Course, false)],
        AidReached x => [("program", x.Program, true)],
        BarrierReported x => [("text", x.Text, false)],
        BarrierMitigated x => [("mitigation", x.Mitigation, true)],
        ActivityWaived x => [("reason", x.Reason, true)],
        PlanElementExcused x => [("reason", x.Reason, true)],
        ReadinessRevoked x => [("reason", x.Reason, true)],
        PipelineChange x => [("reason", x.Reason, true)],
        Correction x => [("reason", x.Reason, true)],
        _ => [],
    };

    /// <summary>The fields whose text no file could keep, each once.</summary>
    public static IEnumerable<string> Faults(RecordEntry entry) => Of(entry)
        .Where(field => field.Text is { } text ? !IsSound(text) : field.IsRequired)
        .Select(field => field.Field)
        .Distinct();

    private static bool IsSound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return !string.IsNullOrWhiteSpace(text) && text.Length <= MaximumLength;
    }
}
