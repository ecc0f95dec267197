using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads one scope file: the form first, then the meaning, and what is wrong with either is noted in one run.</summary>
/// <remarks>
/// A field with an error gets a stand-in. Its place is kept, and the checks of meaning conclude nothing from it: what they find is wrong whatever
/// the author meant there.
/// </remarks>
internal sealed class ScopeReader
{
    private readonly JsonRecord _root;
    private readonly Dictionary<string, List<JsonRecord>> _items = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Index, string Field)> _unsure = [];

    private ScopeReader(JsonRecord root) => _root = root;

    public static ScopeAndSequence Read(JsonRecord root)
    {
        var reader = new ScopeReader(root);
        var scope = reader.Scope();
        foreach (var note in ScopeCheck.Notes(scope, reader._unsure))
        {
            var place = reader.PlaceOf(note.Place);
            if (note.IsWarning)
            {
                root.Warn(place, note.Fault, note.Message);
            }
            else
            {
                root.Fault(place, note.Fault, note.Message);
            }
        }

        return scope;
    }

    private ScopeAndSequence Scope()
    {
        _ = _root.Has("$schema"); // editors look for it; it says nothing to us
        var scope = new ScopeAndSequence
        {
            Id = _root.Id<ScopeId>("id"),
            Version = Sure("", -1, "version", _root.FaultCount, _root.WholeNumber("version", least: 1)),
            Title = _root.Text("title"),
            EffectiveFrom = _root.Date("effectiveFrom"),
            YearStarts = Sure("", -1, "yearStarts", _root.FaultCount, DayOrNull(_root, "yearStarts")) ?? SchoolYear.DefaultStart,
            Sources = _root.Texts("sources"),
            Terms = List(ScopePlace.Terms, ReadTerm),
            Stages = _root.Has("stages") ? Sure("", -1, "stages", _root.FaultCount, ReadStages()) : ScopeFile.DefaultStages,
            Sectors = _root.Ids<SectorId>("sectors"),
            Competencies = List(ScopePlace.Competencies, ReadCompetency),
            Activities = List(ScopePlace.Activities, ReadActivity),
        };
        if (!_root.Has("activities"))
        {
            _root.Fault("activities", "missing", "\"activities\" is missing. Maybe it is misspelt.");
        }

        return scope;
    }

    private Term ReadTerm(JsonRecord record, int index) => new(
        Sure(ScopePlace.Terms, index, "id", record.FaultCount, record.Id<TermId>("id")),
        record.Text("title"),
        Sure(ScopePlace.Terms, index, "starts", record.FaultCount, Day(record, "starts")),
        Sure(ScopePlace.Terms, index, "ends", record.FaultCount, Day(record, "ends")));

    private ImmutableArray<GradeStage> ReadStages() =>
        [.. List(ScopePlace.Stages, (record, index) => new StageBox(new(
            Sure(ScopePlace.Stages, index, "grade", record.FaultCount, record.Grade("grade")),
            Sure(ScopePlace.Stages, index, "stage", record.FaultCount, record.Choice<Stage>("stage"))))).Select(box => box.Stage)];

    private Competency ReadCompetency(JsonRecord record, int index) => new(
        Sure(ScopePlace.Competencies, index, "id", record.FaultCount, record.Id<CompetencyId>("id")),
        record.Text("statement"),
        record.Flag("isDurable"));

    private Activity ReadActivity(JsonRecord record, int index)
    {
        var (first, last) = Grades(record, index);
        return new()
        {
            Id = Kept("id", record.FaultCount, record.Id<ActivityId>("id")),
            Title = record.Text("title"),
            Kind = record.Choice<ActivityKind>("kind"),
            Stage = Kept("stage", record.FaultCount, record.Choice<Stage>("stage")),
            FirstGrade = first,
            LastGrade = last,
            Mode = record.ChoiceOrNull<ActivityMode>("mode") ?? ActivityMode.Either,
            Settings = record.Choices<ActivitySetting>("settings"),
            Tier = Kept("tier", record.FaultCount, record.ChoiceOrNull<Tier>("tier")) ?? Tier.Universal,
            IsRequired = record.Flag("isRequired", otherwise: true),
            Programs = Kept("programs", record.FaultCount, record.Choices<ProgramType>("programs")),
            Evidence = Kept("evidence", record.FaultCount, List(record, Inner(index, "evidence"), "evidence", (inner, item) => Evidence(inner, Inner(index, "evidence"), item))),
            Occurrences = Kept("occurrences", record.FaultCount, record.WholeNumberOrNull("occurrences", most: 1000)) ?? 1,
            Hours = Kept("hours", record.FaultCount, record.NumberOrNull("hours", most: 10_000)),
            Prerequisites = record.Ids<ActivityId>("prerequisites"),
            Opens = Kept("opens", record.FaultCount, record.IdOrNull<TermId>("opens")),
            Closes = Kept("closes", record.FaultCount, record.IdOrNull<TermId>("closes")),
            Sectors = record.Ids<SectorId>("sectors"),
            Competencies = record.Ids<CompetencyId>("competencies"),
            Sources = record.Texts("sources"),
            Tasks = Kept("tasks", record.FaultCount, List(record, Inner(index, "tasks"), "tasks", (inner, item) => Task(inner, Inner(index, "tasks"), item))),
        };

        T Kept<T>(string field, int before, T value) => Sure(ScopePlace.Activities, index, field, before, value);
    }

    private (GradeLevel First, GradeLevel Last) Grades(JsonRecord record, int index)
    {
        var before = record.FaultCount;
        GradeLevel first, last;
        if (record.Has("grade"))
        {
            first = last = record.Grade("grade");
            if (record.Has("firstGrade") || record.Has("lastGrade"))
            {
                record.Fault("grade", "ambiguous", "\"grade\" says the same as \"firstGrade\" and \"lastGrade\" with one value. Keep one of the two ways.");
            }
        }
        else if (!record.Has("firstGrade") && !record.Has("lastGrade"))
        {
            record.Fault("grade", "missing", "\"grade\" is missing. Write \"grade\": 9, or \"firstGrade\" and \"lastGrade\".");
            first = last = GradeLevel.From(9);
        }
        else
        {
            (first, last) = (record.Grade("firstGrade"), record.Grade("lastGrade"));
        }

        Sure(ScopePlace.Activities, index, "grade", before, first);
        return (first, last);
    }

    private EvidenceRequirement Evidence(JsonRecord record, string list, int item) => new(
        Sure(list, item, "kind", record.FaultCount, record.Choice<ArtifactKind>("kind")),
        record.WholeNumberOrNull("count", least: 1, most: 1000) ?? 1,
        record.Flag("mustBeAccepted", otherwise: true),
        record.WholeNumberOrNull("dueDays", most: 366));

    private ParticipantTask Task(JsonRecord record, string list, int item) => new(
        Sure(list, item, "role", record.FaultCount, record.Choice<Role>("role")),
        Sure(list, item, "text", record.FaultCount, record.Text("text")),
        record.Choice<Responsibility>("responsibility"),
        Sure(list, item, "phase", record.FaultCount, record.Choice<TaskPhase>("phase")),
        Sure(list, item, "days", record.FaultCount, record.WholeNumberOrNull("days", most: 366)));

    private static string Inner(int index, string field) => $"{ScopePlace.Activities}[{index}].{field}";

    // The count is taken before the value is read, as arguments are evaluated from left to right.
    private T Sure<T>(string list, int index, string field, int faultsBefore, T value)
    {
        if (_root.FaultCount > faultsBefore)
        {
            _unsure.Add((list, index, field));
        }

        return value;
    }

    private ImmutableArray<T> List<T>(string field, Func<JsonRecord, int, T> read)
        where T : class => List(_root, field, field, read);

    private ImmutableArray<T> List<T>(JsonRecord record, string list, string field, Func<JsonRecord, int, T> read)
        where T : class
    {
        var items = _items[list] = [];
        return record.List(field, item =>
        {
            items.Add(item);
            return read(item, items.Count - 1);
        });
    }

    private static AnnualDate Day(JsonRecord record, string field)
    {
        if (!record.Has(field))
        {
            record.Fault(field, "missing", $"\"{field}\" is missing. Expected a day of the year, written 09-01.");
        }

        return DayOrNull(record, field) ?? SchoolYear.DefaultStart;
    }

    private static AnnualDate? DayOrNull(JsonRecord record, string field)
    {
        if (record.TextOrNull(field) is not { } text)
        {
            return null;
        }

        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
        {
            return day;
        }

        record.Fault(field, "malformed", "This is no day of the year. Expected month and day, written 09-01.");
        return null;
    }

    private JsonLocation PlaceOf(ScopePlace place)
    {
        if (place.List.Length > 0 && !_items.ContainsKey(place.List))
        {
            return At(_root, place.List); // a list that was left out, and has usual values
        }

        var record = place.List.Length == 0 ? _root : _items[place.List][place.Index];
        if (place.InnerField.Length > 0)
        {
            return At(_items[Inner(place.Index, place.Field)][place.Item], place.InnerField);
        }

        return place.ItemText is { } text ? record.PlaceOf(place.Field, text) : At(record, place.Field);
    }

    private static JsonLocation At(JsonRecord record, string field)
    {
        // Whoever writes one grade for both has neither of the other fields.
        var name = field is "firstGrade" or "lastGrade" && !record.Has(field) ? "grade" : field is "grade" && !record.Has(field) ? "firstGrade" : field;
        return name.Length == 0 ? record.Place : record.PlaceOf(name) with { Path = $"{record.Place.Path}.{name}" };
    }

    // Lists of objects are lists of reference types.
    private sealed record StageBox(GradeStage Stage);
}
