using Pathways.Tests;
using static Pathways.Curriculum.PipelineState;
using static Pathways.Curriculum.PipelineTrigger;
using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>S52: the recruiting pipeline of ready students.</summary>
public sealed class PipelineLifecycleTests : TableTests<PipelineState, PipelineTrigger, PipelineFacts>
{
    private static readonly PipelineFacts Busy = new()
    {
        HasBegun = true, IsReady = true, LiveApplications = 2, OpenOffers = 1, RunningPlacements = 1, CompletedPlacements = 1, HasGraduated = true, ReasonGiven = true,
    };

    private static readonly PipelineFacts Idle = new() { ReadinessLapsed = true, LiveApplications = 0, OpenOffers = 0, RunningPlacements = 0 };

    protected override Lifecycle<PipelineState, PipelineTrigger, PipelineFacts> Table => PipelineLifecycle.Table;

    protected override IEnumerable<PipelineFacts> Samples =>
        [Busy, Idle, Busy with { LiveApplications = 0, OpenOffers = 0, RunningPlacements = 0 }, Busy with { ReadinessLapsed = true, RunningPlacements = 2 }];

    protected override PipelineFacts NothingGathered => new();

    [Fact]
    public void A_student_gets_from_the_first_visit_to_the_alumni()
    {
        (PipelineTrigger Trigger, Role Role, PipelineFacts Facts)[] steps =
        [
            (Begin, Role.Student, Busy), (BecomeReady, Role.CareerSpecialist, Busy), (Apply, Role.Student, Busy), (ReceiveOffer, Role.PartnerContact, Busy),
            (Place, Role.Coordinator, Busy), (Complete, Role.Coordinator, Busy with { RunningPlacements = 0 }), (Graduate, Role.System, Busy),
        ];
        var end = steps.Aggregate(Table.Start, (state, step) => Assert.IsType<LifecycleOutcome<PipelineState>.Advanced>(
            Table.Advance(state, step.Trigger, step.Facts, new(ActorId.From("a"), step.Role))).To);
        Assert.Equal(Alumni, end);
    }

    [Fact]
    public void Who_is_out_of_it_can_come_back() => Assert.All(
        [Paused, Withdrawn], state => Assert.True(Table.CanAdvance(state, Resume, Busy, Specialist)));

    /// <summary>Run the tests with PATHWAYS_UPDATE_DOCS=1 to write the diagram anew.</summary>
    [Fact]
    public void The_diagram_in_the_documentation_is_that_of_the_table()
    {
        var page = Path.Combine(ReadinessFileTests.Root(), "docs", "concepts", "lifecycles.md");
        var written = File.ReadAllText(page).ReplaceLineEndings("\n");
        var (begin, end) = ("<!-- generated: lifecycle student-pipeline -->\n", "<!-- end -->");
        var from = written.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var expected = $"{written[..from]}```mermaid\n{Table.ToMermaid()}```\n{written[written.IndexOf(end, from, StringComparison.Ordinal)..]}";
        if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(page, expected);
            return;
        }

        Assert.Equal(expected, written);
    }

    [Fact]
    public void The_calculator_gives_every_state_of_the_table() => Assert.Equal(
        Enum.GetValues<PipelineState>(),
        new PipelineFacts[]
        {
            new(), new() { HasBegun = true }, new() { IsReady = true }, new() { IsReady = true, LiveApplications = 1 }, new() { OpenOffers = 1 },
            new() { RunningPlacements = 1 }, new() { CompletedPlacements = 1 }, new() { CompletedPlacements = 1, HasGraduated = true },
            new() { LastStep = PipelineStep.Paused }, new() { LastStep = PipelineStep.Withdrawn }, new() { ReadinessLapsed = true },
        }.Select(PipelineCalculator.StateOf));
}

public sealed class PipelineCalculatorTests
{
    private static readonly ReadinessDefinition Career = Definition(new AssessmentCriterion { Id = "i", Sentence = "Interests.", Of = AssessmentSubject.Interests, WithinMonths = 12 });

    [Fact]
    public void Where_a_student_stands_follows_from_record_and_facts()
    {
        Assert.Equal(Prospect, State(new()));
        Assert.Equal(Preparing, State(new(), Chose("c", "law", Ago(1))));
        Assert.Equal(Ready, State(new(), Interests("i", Ago(1))));
        Assert.Equal(ReadinessExpired, State(new(), Interests("i", Ago(500))));
        Assert.Equal(ReadinessExpired, State(new() { LiveApplications = 1 }, Interests("i", Ago(500))));
        Assert.Equal(Applying, State(new() { LiveApplications = 1 }, Interests("i", Ago(1))));
        Assert.Equal(Offered, State(new() { LiveApplications = 3, OpenOffers = 1 }, Interests("i", Ago(1))));
        Assert.Equal(Placed, State(new() { RunningPlacements = 1, OpenOffers = 1 }));
        Assert.Equal(Completed, State(new() { CompletedPlacements = 1 }, Interests("i", Ago(1))));
        Assert.Equal(Alumni, State(new() { CompletedPlacements = 1, HasGraduated = true }, Step("w", PipelineStep.Withdrawn, Ago(1))));
        Assert.Equal(Preparing, State(new() { HasGraduated = true }, Chose("c", "law", Ago(1))));
    }

    [Fact]
    public void The_last_step_beside_the_way_counts()
    {
        Assert.Equal(Paused, State(new() { OpenOffers = 1 }, Step("p", PipelineStep.Paused, Ago(5))));
        Assert.Equal(Offered, State(new() { OpenOffers = 1 }, Step("p", PipelineStep.Paused, Ago(5)), Step("q", PipelineStep.Resumed, Ago(4))));
        Assert.Equal(Withdrawn, State(new() { OpenOffers = 1 }, Step("p", PipelineStep.Paused, Ago(5)), Step("q", PipelineStep.Withdrawn, Ago(4))));
    }

    [Fact]
    public void Readiness_that_was_taken_back_is_prepared_anew_and_not_merely_over()
    {
        Assert.Equal(ReadinessExpired, State(new(), Granted("g", Ago(9), Ago(1))));
        Assert.Equal(Preparing, State(new(), Granted("g", Ago(9)), Revoked("r", Ago(1))));
    }

    private static PipelineState State(PipelineFacts known, params IEnumerable<RecordEntry> entries)
    {
        var record = RecordOf(entries);
        return PipelineCalculator.StateOf(PipelineCalculator.Gather(record, ReadinessCalculator.Evaluate(Career, record, ReadinessFacts.None, Today), known));
    }
}
