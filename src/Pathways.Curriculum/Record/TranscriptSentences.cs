using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>A transcript in words.</summary>
internal static class TranscriptSentences
{
    public static IEnumerable<string> Of(ExperienceTranscript transcript)
    {
        yield return $"Experiences of {transcript.Student} until {DayWord.Of(transcript.On)}: {Count(transcript.Lines.Length, "activity", "activities")}, {Number(transcript.Hours)} hours.";
        foreach (var stage in transcript.Lines.GroupBy(line => line.Stage))
        {
            yield return stage.Key is { } known ? $"{known}:" : "Activities of another curriculum:";
            foreach (var line in stage)
            {
                yield return $"- {Line(line)}";
            }
        }

        foreach (var period in transcript.Sectors)
        {
            yield return $"Chose the sector {period.Choice.Sector} on {DayWord.Of(period.Choice.On)}{(period.Until is { } until ? $", until {DayWord.Of(until)}" : "")}.";
        }

        foreach (var credential in transcript.Credentials)
        {
            yield return $"Holds {credential.Credential} since {DayWord.Of(credential.On)}{(credential.Expires is { } last ? $", good until {DayWord.Of(last)}" : "")}.";
        }

        foreach (var standing in transcript.Enrollments)
        {
            yield return $"{Word(standing.Latest.Program)} program {standing.Latest.Pathway?.Value ?? ""}".TrimEnd()
                + $": {Word(standing.Latest.State)}, since {DayWord.Of(standing.Since)}{(standing.Credits > 0 ? $", {Number(standing.Credits)} college credits" : "")}.";
        }
    }

    private static string Line(TranscriptLine line)
    {
        List<string> parts = [];
        Add(line.IsWaived, "waived by the school");
        Add(line.Attended > 0, $"attended {Times(line.Attended)}{(line.Hours > 0 ? $" ({Number(line.Hours)} hours)" : "")}");
        Add(line.Missed > 0, $"missed {Times(line.Missed)}");
        Add(!line.Partners.IsEmpty, $"with {string.Join(", ", line.Partners)}");
        Add(!line.Sectors.IsEmpty, $"about {string.Join(", ", line.Sectors)}");
        Add(!line.Accepted.IsEmpty, $"accepted: {Kinds(line.Accepted)}");
        Add(!line.Open.IsEmpty, $"handed in: {Kinds(line.Open)}");
        var days = line.First == line.Last ? DayWord.Of(line.First) : $"{DayWord.Of(line.First)} to {DayWord.Of(line.Last)}";
        return $"{line.Title} ({days}): {string.Join("; ", parts)}.";

        void Add(bool applies, string text)
        {
            if (applies)
            {
                parts.Add(text);
            }
        }
    }

    private static string Kinds(ImmutableArray<ArtifactKind> kinds) => string.Join(", ", kinds.CountBy(kind => kind)
        .Select(kind => kind.Value == 1 ? Word(kind.Key) : $"{kind.Value} x {Word(kind.Key)}"));

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    private static string Count(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");

    private static string Number(decimal number) => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumWords<TEnum>.Word(value).Replace('-', ' ');
}
