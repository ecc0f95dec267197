using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pathways.Json;
using Pathways.Placements.Tests.Placements;

namespace Pathways.Placements.Tests.Canaries;

/// <summary>P14: what is personal never shows in exceptions, printed values, events, audit lines, refusals or JSON.</summary>
public class CanaryTests
{
    private const int Planted = 1_000;
    private static readonly ReasonCode Why = ReasonCode.From("because");
    private readonly Canaries _canaries = new();
    private readonly HashSet<string> _leaks = [];
    private int _texts;

    [Fact]
    public void Every_kind_of_personal_data_has_a_canary()
    {
        Assert.NotEmpty(Canaries.Kinds);
        Assert.All(Canaries.Kinds, kind => Assert.True(Canaries.CanMake(kind), $"There is no canary for {kind}."));
    }

    [Fact]
    public void Nothing_that_holds_personal_data_prints_it_or_writes_it_as_json()
    {
        var holders = new[] { typeof(Note).Assembly, typeof(PlacementDecisions).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsInterface && !type.ContainsGenericParameters && !(type.IsAbstract && type.IsSealed) && !typeof(JsonSerializerContext).IsAssignableFrom(type) && Filler.HoldsPersonal(type)).ToList();
        Assert.Contains(typeof(Student), holders);
        Assert.Contains(typeof(PlacementEntry.OutcomeRevised), holders);
        Assert.Contains(typeof(HoursEntry), holders);
        Assert.Contains(typeof(DocumentReceipt), holders);
        var filler = new Filler(_canaries);
        while (_canaries.Count < 2 * Planted)
        {
            foreach (var holder in holders)
            {
                var planted = _canaries.Count;
                foreach (var value in filler.Each(holder))
                {
                    Look(holder.Name, value.ToString());
                    if (PathwaysJsonContext.Default.GetTypeInfo(holder) is { } json)
                    {
                        Look($"JSON of {holder.Name}", JsonSerializer.Serialize(value, json));
                    }
                }

                Assert.True(_canaries.Count > planted, $"{holder} holds personal data, and the filler put none there.");
            }
        }

        foreach (var kind in Canaries.Kinds)
        {
            var personal = _canaries.Next(kind);
            Look(kind.Name, Canaries.Printed(personal));
            Look($"JSON of {kind.Name}", JsonSerializer.Serialize(personal, kind));
            var refused = Record.Exception(() => JsonSerializer.Deserialize("\"kanarienvogel\"", kind));
            Assert.NotNull(refused);
            Look($"reading {kind.Name}", refused.ToString());
        }

        Clean(200);
    }

    [Fact]
    public void Deciding_about_placements_shows_nothing_personal()
    {
        var filler = new Filler(_canaries);
        var carried = 0;
        foreach (var row in PlacementLifecycle.Table.Transitions)
        {
            var full = (Placement)filler.Each(typeof(Placement)).Single() with { State = row.From, Supervisor = Given.Supervisor };
            var entries = filler.Each(typeof(PlacementEntry)).Cast<PlacementEntry>().ToList();
            var mistaken = entries.Where(entry => !PlacementEntries.Fits(row.Trigger, entry)).Take(2);
            foreach (var entry in entries.Where(entry => PlacementEntries.Fits(row.Trigger, entry)).Concat(mistaken).Append(WithNote(Given.Entry(row.Trigger))).Append(null))
            {
                foreach (var placement in new[] { full, Given.Carrying with { State = row.From } })
                {
                    Try(row.Trigger.ToString(), () => PlacementDecisions.Advance(placement, row.Trigger, AllMet<PlacementFacts>(), Given.By(row.Roles[0]), Given.Now, Why, entry), ref carried);
                }

                Try(row.Trigger.ToString(), () => PlacementDecisions.Advance(full, row.Trigger, new() { Today = Given.Today }, Given.By(Role.Volunteer), Given.Now, null, entry), ref carried);
            }
        }

        Assert.True(carried > 50, $"Only {carried} changes carried a canary."); // or there was nothing to find
        Clean(1_000);
    }

    [Fact]
    public void Deciding_about_documents_hours_and_forms_shows_nothing_personal()
    {
        var filler = new Filler(_canaries);
        var carried = 0;
        while (_canaries.Count < Planted)
        {
            var document = (PlacementDocument)filler.Each(typeof(PlacementDocument)).Single() with { LastDay = Given.Today };
            foreach (var (trigger, state, role) in from trigger in Enum.GetValues<DocumentTrigger>() from state in Enum.GetValues<DocumentState>() from role in new[] { Role.Coordinator, Role.System } select (trigger, state, role))
            {
                foreach (var receipt in new[] { null, new DocumentReceipt(Given.Signed(Given.Now, Role.Student), Given.Today, _canaries.Text()), new DocumentReceipt([], Given.Today.PlusDays(-1), _canaries.Text()) })
                {
                    Try($"document {trigger}", () => DocumentDecisions.Advance(
                        document with { State = state }, trigger, new() { Today = Given.Today, UndoPermitted = true, PlacementEnded = true }, Given.By(role), Given.Now, Why, receipt), ref carried);
                }
            }

            var active = Given.Carrying with { State = PlacementState.Active };
            var situation = new HoursSituation { Today = Given.Today, Placement = active, Pauses = [], Others = [], Verdict = WorkVerdict.Clear, CorrectionPermitted = true };
            foreach (var worked in new[] { new WorkedHours(Given.Today, 540, 600, 0, _canaries.Text()), new WorkedHours(Given.Today, 600, 540, 99, _canaries.Text()) })
            {
                Try("hours draft", () => HoursDecisions.Draft(HoursEntryId.From("h-1"), active, worked, Given.By(Role.Student), Given.Now), ref carried);
                var entry = (HoursEntry)filler.Each(typeof(HoursEntry)).Single() with { Placement = active.Id, Day = Given.Today, Start = 540, End = 600 };
                foreach (var (trigger, state, role) in from trigger in Enum.GetValues<HoursEntryTrigger>() from state in Enum.GetValues<HoursEntryState>() from role in new[] { Role.Student, Role.Supervisor, Role.Coordinator } select (trigger, state, role))
                {
                    Try($"hours {trigger}", () => HoursDecisions.Advance(entry with { State = state }, trigger, situation, Given.By(role), Given.Now, Why, trigger == HoursEntryTrigger.Revise ? worked : null), ref carried);
                    Try($"hours {trigger}", () => HoursDecisions.Advance(entry with { State = state }, trigger, situation, Given.By(role), Given.Now, null, worked), ref carried);
                    Try("hours correct", () => HoursDecisions.Correct(entry with { State = state }, HoursEntryId.From(role == Role.Student ? "id-1" : "h-2"), worked, situation, Given.By(role), Given.Now, Why), ref carried);
                }
            }

            foreach (var (trigger, state) in from trigger in Enum.GetValues<EvaluationFormTrigger>() from state in Enum.GetValues<EvaluationFormState>() select (trigger, state))
            {
                var form = Given.Form("f-1", EvaluationFormKind.StudentSelf, state) with { Comment = _canaries.Text() };
                var rated = new FormStep(form.Id, trigger) { Rubric = Given.Rubric, Comment = _canaries.Text(), Ratings = [.. Given.Ratings.Select(rating => rating with { Note = _canaries.Text() })] };
                foreach (var step in new[] { rated, rated with { Rubric = null }, rated with { Ratings = rated.Ratings.Add(rated.Ratings[0] with { Level = 9 }) }, new(form.Id, trigger), rated with { Form = EvaluationFormId.From("x") } })
                {
                    Try($"form {trigger}", () => EvaluationDecisions.Advance(form, step, Given.Today, Given.By(Role.Coordinator), true, Why), ref carried);
                }
            }
        }

        Assert.True(carried > 50, $"Only {carried} changes carried a canary.");
        Clean(1_000);
    }

    /// <summary>The negative control: what does leak is found, in each of the places that are looked at.</summary>
    [Fact]
    public void A_record_that_leaks_is_found()
    {
        foreach (var kind in Canaries.Kinds)
        {
            var personal = _canaries.Next(kind);
            var raw = kind.GetMethod("Reveal")?.Invoke(personal, [Purpose.Access]) ?? string.Join(' ', ((InterestProfile)personal).Scores);
            foreach (var leak in new object[] { new Leaking(raw), new InvalidOperationException($"{raw}"), new Refusal("a.b", $"{raw} is late.") })
            {
                var before = _leaks.Count;
                Look($"{kind.Name} in {leak.GetType().Name}", leak.ToString());
                Assert.Equal(before + 1, _leaks.Count);
            }

            var stored = _leaks.Count;
            Look($"JSON of {kind.Name}", JsonSerializer.Serialize(new Leaking($"{raw}")));
            Assert.Equal(stored + 1, _leaks.Count);
        }
    }

    private static PlacementEntry? WithNote(PlacementEntry? entry) => entry switch
    {
        PlacementEntry.VisitMade made => made with { Visit = made.Visit with { Observation = Note.From("kanarienvogel-visit") } },
        PlacementEntry.OutcomeRevised revised => revised with { Text = Note.From("kanarienvogel-outcome") },
        PlacementEntry.IncidentSettled settled => settled with { Settlement = Note.From("kanarienvogel-settlement") },
        _ => entry,
    };

    private void Try<T>(string what, Func<T> decide, ref int carried)
    {
        T decided;
        try
        {
            decided = decide();
        }
        catch (ArgumentException misuse)
        {
            Look($"exception of {what}", misuse.ToString());
            return;
        }

        Look($"outcome of {what}", decided!.ToString());
        foreach (var property in decided.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            switch (property.GetValue(decided))
            {
                case AuditLine audit:
                    Look($"audit of {what}", audit.ToString());
                    Look($"stored audit of {what}", JsonSerializer.Serialize(audit, StoredJsonContext.Default.AuditLine));
                    break;
                case ImmutableArray<TransitionEvent> events:
                    Assert.All(events, happened => Look($"event of {what}", $"{happened} {JsonSerializer.Serialize(happened, StoredJsonContext.Default.TransitionEvent)}"));
                    break;
                case ImmutableArray<Refusal> reasons:
                    Assert.All(reasons, reason => Look($"refusal of {what}", $"{reason} {JsonSerializer.Serialize(reason, PathwaysJsonContext.Default.Refusal)}"));
                    break;
                case Placement placement:
                    Look($"value of {what}", placement.ToString());
                    carried += Canaries.IsIn(JsonSerializer.Serialize(placement, StoredJsonContext.Default.Placement)) ? 1 : 0;
                    break;
                case HoursEntry hours:
                    Look($"value of {what}", hours.ToString());
                    carried += Canaries.IsIn(JsonSerializer.Serialize(hours, StoredJsonContext.Default.HoursEntry)) ? 1 : 0;
                    break;
                case { } other:
                    Look($"value of {what}", other.ToString());
                    break;
            }
        }
    }

    private static T AllMet<T>()
    {
        var facts = Activator.CreateInstance<T>()!;
        foreach (var fact in typeof(T).GetProperties().Where(fact => fact.PropertyType == typeof(bool)))
        {
            fact.SetValue(facts, true);
        }

        typeof(T).GetProperty("Today")!.SetValue(facts, Given.Today);
        return facts;
    }

    private void Look(string where, string? text)
    {
        _texts++;
        if (text is not null && Canaries.IsIn(text))
        {
            _leaks.Add($"{where}: {text}");
        }
    }

    private void Clean(int texts)
    {
        Assert.True(_canaries.Count >= Planted, $"Only {_canaries.Count} canaries were planted.");
        Assert.True(_texts >= texts, $"Only {_texts} texts were looked at.");
        Assert.Empty(_leaks);
    }

    private sealed record Leaking(object Text);
}
