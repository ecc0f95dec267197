using System.Text.Json;
using Pathways.Json;

namespace Pathways.Placements.Tests.Canaries;

/// <summary>A field that a view does not hold never comes out; the whole view is the thing itself.</summary>
public class AccessCutTests
{
    // What comes out of a thing every field of which is filled, to somebody who wrote nothing of it. Whoever adds a field must decide here who sees it.
    private static readonly Dictionary<(Type Kind, AccessView View), string[]> Held = new()
    {
        [(typeof(Placement), AccessView.ForPartner)] =
        [
            .. Shell, "record.periods", "record.pay.kind", "record.pay.amount", "record.pay.currency", .. Outcome, "record.orientation", "record.partnerreviewrequested",
        ],
        [(typeof(Placement), AccessView.Course)] =
        [
            .. Shell, "group", "record.periods", .. Outcome, "record.orientation", "record.visits.id", "record.visits.on", "record.visits.by", "record.visits.isremote", "record.reflections",
            "record.presentation", "record.thankyou", "record.credit",
        ],
        [(typeof(Placement), AccessView.Codes)] = [.. Shell, "group", "application"],
        [(typeof(Application), AccessView.ForPartner)] = ["id", "student", "opportunity", "state", "version", "offerexpires"],
        [(typeof(Application), AccessView.Unnamed)] = ["id", "student", "opportunity", "state", "version", "offerexpires"],
        [(typeof(Application), AccessView.Codes)] = ["id", "student", "opportunity", "state", "version", "offerexpires"],
        [(typeof(PlacementDocument), AccessView.ForPartner)] = ["id", "placement", "student", "opportunity", "requirement", "state", "version", "lastday", "earlierlastday"],
        [(typeof(PlacementDocument), AccessView.Codes)] = ["id", "placement", "student", "opportunity", "requirement", "state", "version", "lastday", "earlierlastday", "signatures"],
        [(typeof(HoursEntry), AccessView.ForPartner)] = ["id", "placement", "student", "opportunity", "day", "start", "end", "breakminutes", "minutes", "text", "replaces", "state", "version"],
        [(typeof(HoursEntry), AccessView.Codes)] =
            ["id", "placement", "student", "opportunity", "day", "start", "end", "breakminutes", "minutes", "violations", "answer", "replaces", "state", "version"],
    };

    private static readonly ActorId Stranger = ActorId.From("stranger");

    private static string[] Shell => ["id", "student", "opportunity", "dates", "program", "coordinator", "supervisor", "state", "version", "origin", "isexclusive", "islive", "subject", "seatholder"];

    private static string[] Outcome =>
    [
        "record.outcomes.id", "record.outcomes.text", "record.outcomes.competencies", "record.outcomes.wording", "record.outcomes.signatures", "record.outcomes.mark.isdelivered",
        "record.outcomes.mark.by", "record.outcomes.mark.on",
    ];

    public static TheoryData<Type> Kinds => [typeof(Placement), typeof(Application), typeof(PlacementDocument), typeof(HoursEntry), typeof(OpportunityListing), typeof(MatchRun)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_that_a_view_does_not_hold_never_comes_out(Type kind)
    {
        var whole = Filled(kind);
        foreach (var view in Enum.GetValues<AccessView>().Append((AccessView)99))
        {
            var cut = AccessCut.Of(whole, view, Stranger);
            if (view == AccessView.Full || kind == typeof(OpportunityListing))
            {
                Assert.True(cut is null ? view is AccessView.Nothing or AccessView.Aggregate or AccessView.Deidentified or (AccessView)99 : ReferenceEquals(whole, cut));
                continue;
            }

            if (!Held.TryGetValue((kind, view), out var held))
            {
                Assert.Null(cut);
                continue;
            }

            var shown = Leaves(cut!).ToList();
            Assert.All(shown, leaf => Assert.True(held.Any(path => leaf.Path == path || leaf.Path.StartsWith($"{path}.", StringComparison.Ordinal)), $"{view} of {kind.Name} shows {leaf.Path}."));
            Assert.True(shown.Count >= 5, $"{view} of {kind.Name} shows {shown.Count} values."); // or there was nothing to look at
            Assert.True(Leaves(whole).Count() >= shown.Count);
        }
    }

    /// <summary>The negative control: what is shown of the whole is more than any view holds.</summary>
    [Fact]
    public void The_whole_shows_what_no_view_holds()
    {
        var notes = Leaves(Filled(typeof(Placement))).Where(leaf => Canaries.IsIn(leaf.Value)).Select(leaf => leaf.Path).ToHashSet();
        Assert.Subset(notes, new HashSet<string> { "record.incidents.account", "record.visits.observation", "record.debrief.needsattention", "record.transport.note", "record.evaluations.comment" });
        Assert.DoesNotContain(Held[(typeof(Placement), AccessView.ForPartner)], path => path != "record.outcomes.text" && notes.Contains(path));
    }

    [Fact]
    public void What_somebody_wrote_they_may_read_again()
    {
        var own = ActorId.From("id-1"); // who did everything in what is filled
        var placement = (Placement)Filled(typeof(Placement));
        foreach (var view in new[] { AccessView.ForPartner, AccessView.Course })
        {
            var cut = AccessCut.Of(placement, view, own)!.Record;
            Assert.NotNull(Assert.Single(cut.Incidents).Account);
            Assert.Null(cut.Incidents[0].Settlement);
            Assert.NotNull(Assert.Single(cut.Evaluations).Comment);
            Assert.NotNull(Assert.Single(cut.Outcomes).Mark!.Note);
        }

        Assert.Single(AccessCut.Of((PlacementDocument)Filled(typeof(PlacementDocument)), AccessView.ForPartner, own)!.Signatures);
    }

    [Fact]
    public void An_unnamed_application_does_not_say_who_applies() =>
        Assert.Equal(AccessCut.Unnamed, AccessCut.Of((Application)Filled(typeof(Application)), AccessView.Unnamed)!.Student);

    private static IStored Filled(Type kind) => (IStored)new Filler(new()).Each(kind).Single();

    private static IEnumerable<(string Path, string Value)> Leaves(IStored thing)
    {
        var json = JsonSerializer.SerializeToElement(thing, StoredJsonContext.Default.GetTypeInfo(thing.GetType())!);
        return Leaves(json, "");
    }

    private static IEnumerable<(string Path, string Value)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Leaves(property.Value, $"{path}{(path.Length == 0 ? "" : ".")}{property.Name.ToLowerInvariant()}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Leaves(item, path)),
        JsonValueKind.Null => [],
        _ => [(path, element.ToString())],
    };
}
