using System.Text;

namespace Pathways.Placements.Tests.Files;

/// <summary>What is recorded with a trigger, as a file.</summary>
public class PlacementEntryFileTests
{
    private static readonly ImmutableArray<string> Examples =
    [
        """ "entry": "visit-made", "visit": "v", "on": "2026-10-07", "by": "u", "remote": true, "observation": "Fine." """,
        """ "entry": "incident-reported", "incident": "i", "on": "2026-10-07", "severity": "high" """,
        """ "entry": "incident-settled", "incident": "i", "on": "2026-10-07" """,
        """ "entry": "reflection-written", "artifact": "a", "on": "2026-10-07" """,
        """ "entry": "outcome-agreed", "outcome": "o", "text": "Reads drawings." """,
        """ "entry": "outcome-signed", "outcome": "o", "wording": 2 """,
        """ "entry": "outcome-revised", "outcome": "o", "text": "Draws.", "consents": [{ "by": "u", "role": "student", "at": "2026-10-07T13:00:00Z" }] """,
        """ "entry": "outcome-marked", "outcome": "o", "delivered": true, "on": "2026-10-07" """,
        """ "entry": "periods-agreed", "periods": [{ "from": "2026-10-01", "to": "2026-12-01", "hours": "Mon 14:30-17:00" }] """,
        """ "entry": "pay-agreed", "pay": "unpaid", "assessment": { "forStudent": ["training-like-school"], "studentGainsMost": true, "by": "u", "on": "2026-10-07" } """,
        """ "entry": "orientation-held", "on": "2026-10-07", "by": "u" """,
        """ "entry": "transport-settled", "mode": "bus" """,
        """ "entry": "supervisor-checked", "supervisor": "s", "by": "u", "on": "2026-10-07" """,
        """ "entry": "supervisor-named", "supervisor": "s", "check": { "by": "u", "on": "2026-10-07" } """,
        """ "entry": "coordinator-named", "coordinator": "u" """,
        """ "entry": "form-planned", "form": "f", "about": "supervisor-final", "rubric": "employability@1", "evaluator": "u", "opens": "2026-10-07" """,
        """ "entry": "form-moved", "form": "f", "step": "submit", "rubric": "employability@1", "ratings": [{ "criterion": "attendance", "level": 3 }] """,
        """ "entry": "hours-waived", "reason": "storm", "by": "u", "on": "2026-10-07" """,
        """ "entry": "presentation-held", "on": "2026-10-07", "audience": ["class"] """,
        """ "entry": "debrief-held", "on": "2026-10-07", "student": { "there": true }, "company": { "there": false, "absence": "ill" }, "specialist": { "there": true }, "nextSteps": [] """,
        """ "entry": "thanks-sent", "on": "2026-10-07" """,
        """ "entry": "credit-given", "credits": 0.5, "on": "2026-10-07", "by": "u" """,
        """ "entry": "review-requested", "on": "2026-10-07" """,
        """ "entry": "broken-off", "party": "school", "cause": "safety", "lastDay": "2026-10-07", "immediate": true """,
    ];

    [Fact]
    public void Every_kind_of_entry_can_be_read()
    {
        var read = Examples.Select(example => Read(example)).ToList();

        Assert.All(read, reading => Assert.Empty(reading.Warnings));
        Assert.Equal(
            typeof(PlacementEntry).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(PlacementEntry))).Select(type => type.Name).Order(),
            read.Select(reading => reading.Get().GetType().Name).Order());
    }

    [Fact]
    public void What_is_read_is_what_is_written()
    {
        Assert.Equal(
            new PlacementEntry.VisitMade(new(VisitId.From("v"), new(2026, 10, 7), ActorId.From("u"), true, Note.From("Fine."))), Read(Examples[0]).Get());
        var debrief = Assert.IsType<PlacementEntry.DebriefHeld>(Read(Examples[19]).Get()).Debrief;
        Assert.Equal(
            (DebriefPresence.Present, DebriefPresence.AbsentFor(ReasonCode.From("ill")), DebriefPresence.Present, false),
            (debrief.Student, debrief.Company, debrief.Specialist, debrief.NextSteps.IsDefault));
        var pay = Assert.IsType<PlacementEntry.PayAgreed>(Read(Examples[9]).Get()).Pay;
        Assert.Equal((PayKind.Unpaid, FactorFinding.ForStudent), (pay.Kind, pay.Unpaid!.Findings[UnpaidFactor.TrainingLikeSchool]));
        var consent = Assert.Single(Assert.IsType<PlacementEntry.OutcomeRevised>(Read(Examples[6]).Get()).Consents);
        Assert.Equal(new(new(ActorId.From("u"), Role.Student), Instant.FromUtc(2026, 10, 7, 13, 0)), consent);
    }

    [Theory]
    [InlineData(""" "entry": "party" """, "placement-entry.entry.unknown")]
    [InlineData(""" "on": "2026-10-07" """, "placement-entry.entry.missing")]
    [InlineData(""" "entry": "review-requested" """, "placement-entry.on.missing")]
    [InlineData(""" "entry": "periods-agreed", "periods": [{ "from": "2026-10-02", "to": "2026-10-01", "hours": "Mon 14:30-17:00" }] """, "placement-entry.periods.to.out-of-order")]
    [InlineData(""" "entry": "form-moved", "form": "f", "step": "lock", "comment": "x" """, "placement-entry.comment.unsuitable")]
    [InlineData(""" "entry": "form-moved", "form": "f", "step": "submit", "rubric": "other@1" """, "placement-entry.rubric.unknown")]
    public void What_is_wrong_is_told_with_its_place(string fields, string code)
    {
        var error = Assert.Single(Read(fields).Errors);

        Assert.Equal((code, "entry.json", 1), (error.Code, error.File, error.Line));
    }

    [Fact]
    public void What_somebody_wrote_is_never_shown()
    {
        var reading = Read(""" "entry": "outcome-agreed", "text": "the words of a student" """);

        Assert.NotEmpty(reading.Errors);
        Assert.DoesNotContain(reading.Errors, error => error.Message.Contains("words of a student", StringComparison.Ordinal));
    }

    private static Reading<PlacementEntry> Read(string fields) =>
        PlacementEntryFile.Parse(Encoding.UTF8.GetBytes($$"""{ "format": "{{PlacementEntryFile.Format}}", {{fields}} }"""), "entry.json");
}
