using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>S3, S52, S168: a grant says that a student is ready, by which version, and until when.</summary>
public sealed class ReadinessGrantsTests
{
    private static readonly ReadinessDefinition Career = Definition(new SectorCriterion { Id = "sector", Sentence = "A sector must be chosen." }, new AdvisorCriterion { Id = "adult", Sentence = "An adult must be named." }) with
    {
        GrantDays = 100, GrantEndsWithYear = true,
    };

    private static readonly StudentRecord Met = RecordOf(Chose("c", "law", Ago(9)), Advisor("n", Ago(9), Today.PlusDays(60)));

    [Theory]
    [InlineData(null, false, 60, "2026-07-19")] // the adult is named until then
    [InlineData(20, false, 60, "2026-06-09")]
    [InlineData(100, true, 60, "2026-06-30")]
    [InlineData(null, false, null, null)]
    public void A_grant_lasts_as_long_as_what_it_rests_on_and_no_longer_than_the_definition_says(int? days, bool endsWithYear, int? adult, string? until)
    {
        var definition = Career with { GrantDays = days, GrantEndsWithYear = endsWithYear };
        var record = RecordOf(Chose("c", "law", Ago(9)), Advisor("n", Ago(9), adult is { } number ? Today.PlusDays(number) : null));
        var entry = Assert.IsType<ReadinessGranted>(Assert.IsType<GrantOutcome.Permitted>(Grant(definition, record)).Entry);
        Assert.Equal((until, 1, "career", Today), (entry.Until?.ToString("uuuu-MM-dd", null), entry.Version, entry.Definition.Value, entry.On));
    }

    [Fact]
    public void Who_may_not_grant_before_its_time_and_too_early_for_the_student_hears_every_reason() => Assert.Equal(
        ["readiness.role", "readiness.not-effective", "readiness.sector-missing", "readiness.advisor-missing"],
        Refusals(Grant(Career with { EffectiveFrom = Today.PlusDays(1) }, RecordOf(), new(ActorId.From("t"), Role.Teacher))));

    [Fact]
    public void A_grant_is_not_given_twice_but_may_be_given_for_longer()
    {
        Assert.Equal(["readiness.grant-in-force"], Refusals(Grant(Career, With(Granted("g", Ago(1), new(2026, 6, 30))))));
        Assert.IsType<GrantOutcome.Permitted>(Grant(Career, With(Granted("g", Ago(1), new(2026, 6, 29)))));
        Assert.IsType<GrantOutcome.Permitted>(Grant(Career, With(Granted("g", Ago(1), null, version: 2))));
    }

    [Fact]
    public void A_grant_stands_until_its_last_day_unless_it_is_revoked_or_another_version_applies()
    {
        Assert.Equal(GrantState.None, State(Met));
        Assert.Equal(GrantState.None, State(With(Granted("g", Today.PlusDays(1)))));
        Assert.Equal(GrantState.None, State(With(Granted("g", Ago(1), definition: "life"))));
        Assert.Equal(GrantState.InForce, State(With(Granted("g", Ago(5), Today))));
        Assert.Equal(GrantState.Expired, State(With(Granted("g", Ago(5), Ago(1)))));
        Assert.Equal(GrantState.Outdated, ReadinessGrants.StandingOf(With(Granted("g", Ago(5))), Career with { Version = 2 }, Today).State);
        Assert.Equal(GrantState.Revoked, State(With(Granted("g", Ago(5)), Revoked("r", Ago(5)))));
        Assert.Equal(GrantState.InForce, State(With(Granted("g", Ago(5)), Revoked("r", Ago(5)), Granted("h", Ago(4)))));
        Assert.Equal(GrantState.InForce, State(With(Granted("g", Ago(5)), Revoked("r", Today.PlusDays(1)))));
    }

    [Fact]
    public void A_grant_is_taken_back_by_those_who_give_them_and_with_a_reason()
    {
        var granted = With(Granted("g", Ago(5)));
        Assert.Equal(["readiness.role", "readiness.reason", "readiness.grant-missing"], Refusals(ReadinessGrants.Revoke(Career, Met, EntryId.From("r"), new(ActorId.From("t"), Role.Teacher), Today, " ")));
        var entry = Assert.IsType<ReadinessRevoked>(Assert.IsType<GrantOutcome.Permitted>(
            ReadinessGrants.Revoke(Career, granted, EntryId.From("r"), Specialist, Today, "Gave it up.")).Entry);
        Assert.Equal(GrantState.Revoked, State(With(Granted("g", Ago(5)), entry)));
    }

    [Fact]
    public void Where_a_grant_is_needed_the_criteria_alone_make_nobody_ready()
    {
        var needed = Career with { NeedsGrant = true };
        Assert.Equal(["readiness.grant-missing"], Missing(needed, Met));
        Assert.Equal(["readiness.grant-missing", "readiness.sector-missing", "readiness.advisor-missing"], Missing(needed, RecordOf()));
        Assert.Equal(["readiness.grant-expired"], Missing(needed, With(Granted("g", Ago(5), Ago(1)))));
        Assert.Equal(["readiness.grant-outdated"], Missing(needed with { Version = 2 }, With(Granted("g", Ago(5)))));
        Assert.Empty(Missing(needed, With(Granted("g", Ago(5)))));
        Assert.Empty(Missing(needed, RecordOf(Granted("g", Ago(5))))); // it counts until somebody takes it back
    }

    [Fact]
    public void Where_no_grant_is_needed_the_criteria_are_enough_unless_one_was_taken_back()
    {
        Assert.Empty(Missing(Career, Met));
        Assert.Equal(Today.PlusDays(60), Verdict(Career, Met).Until);
        Assert.Equal(Today.PlusDays(60), Verdict(Career, With(Granted("g", Ago(5), Today.PlusDays(3)))).Until); // whichever lasts longer
        Assert.Equal(["readiness.grant-revoked"], Missing(Career, With(Granted("g", Ago(5)), Revoked("r", Ago(1)))));
        Assert.Equal(["readiness.not-effective"], Missing(Career with { EffectiveFrom = Today.PlusDays(1) }, Met));
    }

    [Fact]
    public void A_grant_is_in_doubt_when_criteria_are_not_met_any_more_or_the_definition_changed()
    {
        Assert.Empty(Doubts(Career, With(Granted("g", Ago(5)))));
        Assert.Empty(Doubts(Career, RecordOf()));
        Assert.Equal(["readiness.sector-missing", "readiness.advisor-missing"], Doubts(Career, RecordOf(Granted("g", Ago(5)))));
        Assert.Equal(["readiness.grant-outdated"], Doubts(Career with { Version = 2 }, With(Granted("g", Ago(5)))));
    }

    private static StudentRecord With(params IEnumerable<RecordEntry> entries) => RecordOf([.. Met.Entries, .. entries]);

    private static ReadinessEvaluation Evaluate(ReadinessDefinition definition, StudentRecord record) =>
        ReadinessCalculator.Evaluate(definition, record, ReadinessFacts.None, Today);

    private static GrantOutcome Grant(ReadinessDefinition definition, StudentRecord record, Actor? by = null) =>
        ReadinessGrants.Grant(Evaluate(definition, record), record, EntryId.From("new"), by ?? Specialist);

    private static GrantState State(StudentRecord record) => ReadinessGrants.StandingOf(record, Career, Today).State;

    private static ReadinessVerdict Verdict(ReadinessDefinition definition, StudentRecord record) => ReadinessGrants.Verdict(Evaluate(definition, record), record);

    private static IEnumerable<string> Missing(ReadinessDefinition definition, StudentRecord record) => Verdict(definition, record).Missing.Select(refusal => refusal.Code);

    private static IEnumerable<string> Doubts(ReadinessDefinition definition, StudentRecord record) =>
        ReadinessGrants.Doubts(Evaluate(definition, record), record).Select(refusal => refusal.Code);

    private static IEnumerable<string> Refusals(GrantOutcome outcome) => Assert.IsType<GrantOutcome.Refused>(outcome).Refusals.Select(refusal => refusal.Code);
}
