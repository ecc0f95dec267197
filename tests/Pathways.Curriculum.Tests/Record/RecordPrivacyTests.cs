using System.Text;

namespace Pathways.Curriculum.Tests;

/// <summary>What somebody wrote into a record shows up nowhere but in the record and its file.</summary>
public class RecordPrivacyTests
{
    private const string Canary = "canary";
    private static readonly StudentRecord Empty = new(StudentId.From("s-1"));

    [Fact]
    public void No_text_of_an_entry_is_printed_audited_or_told_in_a_refusal()
    {
        var entries = Entries(out var texts);
        Assert.True(texts > 20);
        var recorded = Assert.IsType<RecordOutcome.Recorded>(StudentRecords.AddAll(Empty, entries, RandomRecords.Now));
        var record = recorded.Record;
        var day = new LocalDate(2026, 11, 15);
        var scope = new ScopeAndSequence { Id = ScopeId.From("x"), Version = 1, Title = "x", EffectiveFrom = day };
        var transcript = ExperienceTranscript.Of(record, scope, day);
        using var json = new MemoryStream();
        transcript.WriteJson(json);

        Silent(string.Join('\n', entries));
        Silent(recorded.ToString());
        Silent(string.Join('\n', recorded.Audit));
        Silent(string.Join('\n', Portfolio.All(record).SelectMany(item => item.Versions.Select(version => version.ToString()).Append(item.ToString()))));
        Silent(string.Join('\n', SectorHistory.Of(record)) + SelfPicture.Of(record, day));
        Silent(string.Join('\n', RecordViews.Barriers(record, day)) + string.Join('\n', RecordViews.Enrollments(record, day)));
        Silent(string.Join('\n', transcript.Sentences()) + transcript + string.Join('\n', transcript.Lines) + Encoding.UTF8.GetString(json.ToArray()));
    }

    [Fact]
    public void Whatever_rule_an_entry_breaks_the_refusal_says_nothing_of_its_texts()
    {
        var entries = Entries(out _);
        var seen = new HashSet<string>();
        foreach (var entry in entries)
        {
            // Nothing it refers to, an unlawful role, a day ahead; then under a name that is taken.
            RecordEntry broken = entry with { By = new(ActorId.From("r-1"), Role.Researcher), On = new(2030, 1, 1) };
            foreach (var outcome in (RecordOutcome[])[StudentRecords.Add(Empty, broken, RandomRecords.Now), StudentRecords.AddAll(Empty, [entry, broken], RandomRecords.Now)])
            {
                var refused = Assert.IsType<RecordOutcome.Refused>(outcome);
                seen.UnionWith(refused.Reasons.Select(reason => reason.Code));
                Silent(refused.ToString() + string.Join('\n', refused.Reasons));
            }
        }

        Assert.Superset(
            new HashSet<string> { "record.entry-taken", "record.role", "record.day-ahead", "record.review-of-nothing", "record.mitigation-of-nothing", "record.revocation-of-nothing", "record.correction-of-nothing" },
            seen);
    }

    [Fact]
    public void The_exception_about_an_identifier_that_comes_twice_says_nothing_else()
    {
        var entries = Entries(out _);

        Silent(Assert.Throws<ArgumentException>(() => StudentRecord.From(Empty.Student, [.. entries, .. entries])).ToString());
    }

    private static List<RecordEntry> Entries(out int texts)
    {
        var count = 0;
        var entries = RandomRecords.OfEveryKind(() => $"{Canary}-{++count}");
        texts = count;
        Assert.Equal(Enum.GetValues<EntryKind>(), entries.Select(EntryKinds.Of));
        Assert.Equal(texts, entries.Sum(entry => EntryTexts.Of(entry).Count(field => field.Text?.StartsWith(Canary, StringComparison.Ordinal) == true)));
        return entries;
    }

    private static void Silent(string text)
    {
        Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("8271", text, StringComparison.Ordinal); // a score of interests
    }
}
