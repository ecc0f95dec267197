using FsCheck;
using FsCheck.Fluent;
using Pathways.Placements.Tests.Placements;
using static Pathways.Placements.HoursEntryTrigger;

namespace Pathways.Placements.Tests.Hours;

public class HoursDecisionsTests
{
    private static readonly Placement Active = Given.Bare with { State = PlacementState.Active };
    private static readonly WorkedHours Two = new(Given.Today, 14 * 60, 16 * 60);
    private static readonly ReasonCode Why = ReasonCode.From("wrong-day");
    private static readonly HoursSituation Known = new() { Today = Given.Today, Placement = Active, Pauses = [], Others = [], Verdict = WorkVerdict.Clear, CorrectionPermitted = true };
    private static readonly HoursEntry Entry = Draft("h-1", Two);

    [Fact]
    public void Hours_go_from_the_student_over_the_supervisor_to_the_coordinator()
    {
        var approved = new[] { (Submit, Role.Student), (Confirm, Role.Supervisor), (Approve, Role.Coordinator) }
            .Aggregate(Entry, (entry, step) => Changed(entry, step.Item1, Known, step.Item2));
        Assert.Equal((HoursEntryState.Approved, 4, 120), (approved.State, approved.Version, approved.Minutes));
    }

    [Theory]
    [InlineData(0, 1440, 0, "")]
    [InlineData(-1, 60, 0, "hours-entry.times")]
    [InlineData(60, 60, 0, "hours-entry.times")]
    [InlineData(60, 1441, 0, "hours-entry.times")]
    [InlineData(60, 120, 59, "")]
    [InlineData(60, 120, 60, "hours-entry.break")]
    [InlineData(60, 120, -1, "hours-entry.break")]
    public void Times_are_within_one_day_and_longer_than_the_break(int start, int end, int pause, string code)
    {
        var decision = HoursDecisions.Draft(HoursEntryId.From("h"), Active, new(Given.Today, start, end, pause), Given.By(Role.Student), Given.Now);
        Assert.Equal(code, decision is Decision<HoursEntry>.Refused { Reasons: var reasons } ? Assert.Single(reasons).Code : "");
    }

    [Fact]
    public void Nobody_writes_down_hours_for_a_student_but_a_coordinator() => Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(
        role is Role.Student or Role.Coordinator, HoursDecisions.Draft(HoursEntryId.From("h"), Active, Two, Given.By(role), Given.Now) is Decision<HoursEntry>.Changed));

    [Theory]
    [InlineData("first day", true)]
    [InlineData("day before", false)]
    [InlineData("paused", false)]
    [InlineData("pauses not gathered", false)]
    [InlineData("not begun", false)]
    [InlineData("after it was broken off", false)]
    public void Hours_lie_within_the_placement_and_in_no_pause(string what, bool within)
    {
        var (situation, entry) = what switch
        {
            "day before" => (Known, Entry with { Day = Given.Today.PlusDays(-1) }),
            "paused" => (Known with { Pauses = [new(Given.Today.PlusDays(-2), Given.Today)] }, Entry),
            "pauses not gathered" => (Known with { Pauses = null }, Entry),
            "not begun" => (Known with { Placement = Given.Bare }, Entry),
            "after it was broken off" => (Known with { Placement = Active with { Record = new() { Termination = new(TerminationParty.Student, TerminationCause.Personal, Given.Today.PlusDays(-1), true) } } }, Entry),
            _ => (Known, Entry),
        };
        Assert.Equal(within ? [] : ["hours-entry.within-placement"], Codes(entry, Submit, situation, Role.Student));
    }

    /// <summary>Minute by minute, no time is counted twice; what is given back, voided or replaced claims none.</summary>
    [Fact]
    public void An_overlap_is_found_exactly_where_two_entries_share_a_minute()
    {
        var times = from start in Gen.Choose(0, 40) from length in Gen.Choose(1, 20) select (start, end: start + length);
        var cases = from one in times from two in times from state in Gen.Elements(Enum.GetValues<HoursEntryState>()) from replaced in Gen.Elements(false, true) select (one, two, state, replaced);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var other = Draft("h-2", Two with { Start = given.two.start, End = given.two.end }) with { State = given.state };
            var entry = Draft("h-1", Two with { Start = given.one.start, End = given.one.end }) with { Replaces = given.replaced ? other.Id : null };
            var counts = !given.replaced && given.state is HoursEntryState.Submitted or HoursEntryState.Confirmed or HoursEntryState.Approved && !given.replaced;
            var shared = Enumerable.Range(given.one.start, given.one.end - given.one.start).Any(minute => minute >= given.two.start && minute < given.two.end);
            return (Known with { Others = [other, entry] }).Facts(entry).OverlapRuledOut == !(counts && shared);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>What happened is logged whether lawful or not; nobody approves it unseen.</summary>
    [Fact]
    public void Work_against_the_rules_is_logged_and_approved_only_with_an_answer()
    {
        var finding = new WorkFinding
        {
            Code = "work.federal.hours-school-day", Jurisdiction = "US", Citation = "29 CFR", Sentence = "Too long.", Severity = WorkSeverity.Block, When = new(Given.Today, Given.Today),
            Cure = new(WorkCureKind.ShortenDay, "Work less."),
        };
        var broken = Known with { Verdict = new([finding, finding with { Code = "work.other-day", When = new(Given.Today.PlusDays(1), Given.Today.PlusDays(1)) }]) };
        var confirmed = Changed(Changed(Entry, Submit, broken, Role.Student), Confirm, broken, Role.Supervisor);
        Assert.Equal(["work.federal.hours-school-day"], confirmed.Violations.AsEnumerable());
        Assert.Equal(["hours-entry.violations-answered"], Codes(confirmed, Approve, Known, Role.Coordinator)); // found before, and not forgotten
        Assert.Equal(["hours-entry.violations-answered"], Codes(Entry with { State = HoursEntryState.Confirmed }, Approve, Known with { Verdict = null }, Role.Coordinator));
        var approved = Assert.IsType<Decision<HoursEntry>.Changed>(HoursDecisions.Advance(confirmed, Approve, broken, Given.By(Role.Coordinator), Given.Now, answer: Why)).Value;
        Assert.Equal((Given.Me, Why), (approved.Answer!.By, approved.Answer.Reason));
    }

    [Fact]
    public void A_correction_voids_the_old_entry_and_writes_the_new_one_together()
    {
        var approved = Entry with { State = HoursEntryState.Approved, Version = 4 };
        var corrected = Assert.IsType<HoursCorrection.Corrected>(Correct(approved, Two with { End = 15 * 60 }, Known));
        Assert.Equal((HoursEntryState.Voided, 5), (corrected.Voided.Value.State, corrected.Voided.Value.Version));
        Assert.Equal((HoursEntryState.Draft, approved.Id, 60), (corrected.Written.Value.State, corrected.Written.Value.Replaces!.Value, corrected.Written.Value.Minutes));
        Assert.Equal(60, HoursSums.Of([corrected.Voided.Value, corrected.Written.Value]).In(HoursEntryState.Draft));
        Assert.Equal(0, HoursSums.Of([corrected.Voided.Value, corrected.Written.Value]).Approved);

        var refused = Assert.IsType<HoursCorrection.Refused>(Correct(approved, Two with { End = 0 }, Known with { CorrectionPermitted = false }));
        Assert.Equal(["hours-entry.correction-permitted", "hours-entry.times"], refused.Reasons.Select(reason => reason.Code));
        Assert.Equal(["hours-entry.not-possible"], Assert.IsType<HoursCorrection.Refused>(Correct(Entry, Two with { End = 0 }, Known)).Reasons.Select(reason => reason.Code));
        Assert.Throws<ArgumentException>(() => HoursDecisions.Advance(approved, HoursEntryTrigger.Correct, Known, Given.By(Role.Coordinator), Given.Now, Why));
    }

    [Fact]
    public void What_was_given_back_is_written_anew()
    {
        var rejected = Entry with { State = HoursEntryState.Rejected, Violations = ["work.x"] };
        var revised = Assert.IsType<Decision<HoursEntry>.Changed>(HoursDecisions.Advance(rejected, Revise, Known, Given.By(Role.Student), Given.Now, worked: Two with { End = 15 * 60 })).Value;
        Assert.Equal((HoursEntryState.Draft, 60, 0), (revised.State, revised.Minutes, revised.Violations.Length));
        Assert.Throws<ArgumentException>(() => HoursDecisions.Advance(rejected, Revise, Known, Given.By(Role.Student), Given.Now));
        Assert.Throws<ArgumentException>(() => HoursDecisions.Advance(Entry, Submit, Known, Given.By(Role.Student), Given.Now, answer: Why));
    }

    [Fact]
    public void Sums_add_up_every_state_but_the_voided_one()
    {
        var entries = Gen.Elements(Enum.GetValues<HoursEntryState>()).Zip(Gen.Choose(1, 600)).ListOf().ToArbitrary();
        Prop.ForAll(entries, drawn =>
        {
            var log = drawn.Select((one, index) => Draft($"h-{index}", Two with { Start = 0, End = one.Item2 }) with { State = one.Item1 }).ToList();
            var sums = HoursSums.Of(log.Concat(log));
            return Enum.GetValues<HoursEntryState>().All(state => sums.In(state) == (state == HoursEntryState.Voided ? 0 : log.Where(entry => entry.State == state).Sum(entry => entry.Minutes)));
        }).QuickCheckThrowOnFailure();
    }

    private static HoursEntry Draft(string id, WorkedHours worked) =>
        Assert.IsType<Decision<HoursEntry>.Changed>(HoursDecisions.Draft(HoursEntryId.From(id), Active, worked with { End = Math.Max(worked.End, worked.Start + 1) }, Given.By(Role.Student), Given.Now)).Value;

    private static HoursCorrection Correct(HoursEntry entry, WorkedHours worked, HoursSituation situation) =>
        HoursDecisions.Correct(entry, HoursEntryId.From("h-9"), worked, situation, Given.By(Role.Coordinator), Given.Now, Why);

    private static HoursEntry Changed(HoursEntry entry, HoursEntryTrigger trigger, HoursSituation situation, Role role) =>
        Assert.IsType<Decision<HoursEntry>.Changed>(HoursDecisions.Advance(entry, trigger, situation, Given.By(role), Given.Now)).Value;

    private static IEnumerable<string> Codes(HoursEntry entry, HoursEntryTrigger trigger, HoursSituation situation, Role role) =>
        HoursDecisions.Advance(entry, trigger, situation, Given.By(role), Given.Now) is Decision<HoursEntry>.Refused { Reasons: var reasons } ? reasons.Select(reason => reason.Code) : [];
}
