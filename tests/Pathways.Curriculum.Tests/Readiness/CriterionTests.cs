using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>S3, S12, S17, S21 to S28, S168: readiness is said in advance, criterion by criterion.</summary>
public sealed class CriterionTests
{
    private static readonly ArtifactCriterion Resume = new() { Id = "resume", Sentence = "The resume must be accepted.", Kinds = [ArtifactKind.Resume] };

    [Fact]
    public void An_artifact_counts_when_the_latest_version_that_was_reviewed_is_accepted()
    {
        var (first, second) = (Artifact("r", ArtifactKind.Resume, Ago(9)), Artifact("r", ArtifactKind.Resume, Ago(5), version: 2));
        Assert.Equal("artifact-missing", Told(Judge(Resume)));
        Assert.Equal("artifact-missing", Told(Judge(Resume, Accepted("c", ArtifactKind.CoverLetter, Ago(3)))));
        Assert.Equal("artifact-not-reviewed", Told(Judge(Resume, first)));
        Assert.Equal("artifact-returned", Told(Judge(Resume, first, Review("r", Ago(8), ReviewState.Returned))));
        Assert.Equal("met", Told(Judge(Resume, first, Review("r", Ago(8), ReviewState.Accepted))));
        Assert.Equal("met", Told(Judge(Resume, first, Review("r", Ago(8), ReviewState.Accepted), second))); // a better one waits
        Assert.Equal("artifact-returned", Told(Judge(Resume, first, Review("r", Ago(8), ReviewState.Accepted), second, Review("r", Ago(4), ReviewState.Returned, 2))));
        Assert.Equal("met", Told(Judge(Resume, first, Review("r", Ago(8), ReviewState.Returned), second, Review("r", Ago(4), ReviewState.Accepted, 2))));
        Assert.Equal("artifact-not-reviewed", Told(Judge(Resume, first, Review("r", Ago(8), ReviewState.Returned), second))); // who did it again waits
    }

    [Fact]
    public void Of_several_reviews_the_latest_day_counts_and_on_one_day_the_one_that_returns_it()
    {
        var version = Artifact("r", ArtifactKind.Resume, Ago(9));
        Assert.Equal("met", Told(Judge(Resume, version, Review("r", Ago(8), ReviewState.Returned), Review("r", Ago(7), ReviewState.Accepted))));
        Assert.Equal("artifact-returned", Told(Judge(Resume, version, Review("r", Ago(7), ReviewState.Returned, id: "a"), Review("r", Ago(7), ReviewState.Accepted, id: "b"))));
        Assert.Equal("artifact-returned", Told(Judge(Resume, version, Review("r", Ago(7), ReviewState.Returned, id: "b"), Review("r", Ago(7), ReviewState.Accepted, id: "a"))));
    }

    [Fact]
    public void What_lies_after_the_day_or_was_corrected_does_not_count()
    {
        var version = Artifact("r", ArtifactKind.Resume, Ago(9));
        Assert.Equal("artifact-not-reviewed", Told(Judge(Resume, version, Review("r", Today.PlusDays(1), ReviewState.Accepted))));
        Assert.Equal("met", Told(Judge(Resume, version, Review("r", Today, ReviewState.Accepted))));
        Assert.Equal("artifact-missing", Told(Judge(Resume, version, Review("r", Ago(1), ReviewState.Accepted), Corrected("x", "r-v1", Ago(0)))));
    }

    [Fact]
    public void An_artifact_may_have_to_be_young_or_of_an_activity_or_in_the_portfolio_or_one_of_several()
    {
        var young = Resume with { WithinDays = 30 };
        Assert.Equal("met until 2026-05-20", Told(Judge(young, Accepted("r", ArtifactKind.Resume, Ago(30)))));
        var old = Judge(young, Accepted("r", ArtifactKind.Resume, Ago(31)));
        Assert.Equal("artifact-too-old", Told(old));
        Assert.Equal("The resume must be accepted. 0 of 1 there; 1 too old, the latest of 2026-04-19.", old.Missing[0].Sentence);

        var evidence = Resume with { MustBeAccepted = false, Activities = [ActivityId.From("resume-10")] };
        Assert.Equal("artifact-missing", Told(Judge(evidence, Artifact("r", ArtifactKind.Resume, Ago(1)))));
        Assert.Equal("met", Told(Judge(evidence, Artifact("r", ArtifactKind.Resume, Ago(1), activity: "resume-10"))));

        var portfolio = new ArtifactCriterion { Id = "p", Sentence = "Two.", Count = 2, InPortfolio = true, WithinDays = 100 };
        Assert.Equal("artifact-missing", Told(Judge(portfolio, [.. Accepted("a", ArtifactKind.ResearchReport, Ago(50), shown: true), .. Accepted("b", ArtifactKind.Resume, Ago(40))])));
        var both = Judge(portfolio, [.. Accepted("a", ArtifactKind.ResearchReport, Ago(50), shown: true), .. Accepted("b", ArtifactKind.Resume, Ago(40), shown: true), .. Accepted("c", ArtifactKind.Video, Ago(90), shown: true)]);
        Assert.Equal("met until 2026-07-09", Told(both)); // until the second youngest is too old
        Assert.Equal(["c-v1", "a-v1", "b-v1"], both.Evidence.Select(id => id.Value));
    }

    [Fact]
    public void A_credential_must_be_held_and_valid_on_the_day()
    {
        var criterion = new CredentialCriterion { Id = "t", Sentence = "The training must be valid.", Credentials = [QualificationId.From("safety"), QualificationId.From("osha-10")] };
        Assert.Equal("credential-missing", Told(Judge(criterion, Credential("a", "cpr", Ago(1)))));
        Assert.Equal("met", Told(Judge(criterion, Credential("a", "osha-10", Ago(1000)))));
        Assert.Equal("met until 2026-05-20", Told(Judge(criterion, Credential("a", "safety", Ago(100), Today))));
        Assert.Equal("credential-expired", Told(Judge(criterion, Credential("a", "safety", Ago(100), Ago(1)))));
        Assert.Equal("met", Told(Judge(criterion, Credential("a", "safety", Ago(100), Ago(1)), Credential("b", "osha-10", Ago(50)))));
        Assert.Equal("credential-expired", Told(Judge(criterion with { WithinDays = 99 }, Credential("a", "safety", Ago(100)))));
        Assert.Equal("met until 2026-05-20", Told(Judge(criterion with { WithinDays = 100 }, Credential("a", "safety", Ago(100), Today.PlusDays(5)))));
    }

    [Fact]
    public void Experiences_count_by_activity_or_kind_when_attended_and_by_hours()
    {
        var criterion = new ExperienceCriterion
        {
            Id = "e", Sentence = "Two visits of four hours in all.", Activities = [ActivityId.From("fair")], Kinds = [ActivityKind.SiteVisit], Count = 2, Hours = 4, WithinDays = 365,
        };
        var facts = new ReadinessFacts { Kinds = ReadinessFacts.KindsOf(Scope(("visit", ActivityKind.SiteVisit), ("talk", ActivityKind.GuestSpeaker))) };
        Assert.Equal("experience-missing hours-missing", Told(Judge(criterion, facts, Attended("1", "visit", Ago(9), 2), Attended("2", "talk", Ago(8), 9), Attended("3", "visit", Ago(7), 9, Attendance.Excused))));
        Assert.Equal("hours-missing", Told(Judge(criterion, facts, Attended("1", "visit", Ago(9), 2), Attended("2", "fair", Ago(8)))));
        Assert.Equal("met until 2027-05-11", Told(Judge(criterion, facts, Attended("1", "visit", Ago(9), 2), Attended("2", "fair", Ago(8), 2))));
        Assert.Equal("met until 2027-05-11", Told(Judge(criterion, facts, Attended("0", "fair", Ago(300), 2), Attended("1", "visit", Ago(9), 2), Attended("2", "fair", Ago(8), 2))));
        Assert.Equal("experience-missing", Told(Judge(criterion, Attended("1", "visit", Ago(9), 2), Attended("2", "fair", Ago(8), 4)))); // nobody said what a visit is
    }

    [Fact]
    public void An_assessment_must_be_there_and_young_enough_whatever_came_out_of_it()
    {
        var criterion = new AssessmentCriterion { Id = "i", Sentence = "Interests.", Of = AssessmentSubject.Interests, WithinMonths = 12 };
        Assert.Equal("assessment-missing", Told(Judge(criterion, Strengths("s", Ago(1)))));
        Assert.Equal("assessment-too-old", Told(Judge(criterion, Interests("i", new(2025, 5, 19)))));
        Assert.Equal("met until 2026-05-20", Told(Judge(criterion, Interests("i", new(2025, 5, 20)))));
        Assert.Equal("met", Told(Judge(criterion with { Of = AssessmentSubject.Strengths, WithinMonths = null }, Strengths("s", Ago(1)))));
    }

    [Fact]
    public void A_sector_an_adult_a_grade_and_an_intent_are_asked_for()
    {
        Assert.Equal("sector-missing", Told(Judge(new SectorCriterion { Id = "s", Sentence = "S." })));
        Assert.Equal(["b"], Judge(new SectorCriterion { Id = "s", Sentence = "S." }, Chose("a", "art", Ago(9)), Chose("b", "law", Ago(8))).Evidence.Select(id => id.Value));

        var advisor = new AdvisorCriterion { Id = "a", Sentence = "A.", Roles = [Role.Counselor] };
        Assert.Equal("advisor-missing", Told(Judge(advisor, Advisor("a", Ago(9), Ago(1)), Advisor("b", Ago(9), role: Role.Teacher))));
        Assert.Equal("met until 2026-05-25", Told(Judge(advisor, Advisor("a", Ago(9), Today.PlusDays(5)))));

        var grade = new GradeCriterion { Id = "g", Sentence = "G.", Least = GradeLevel.From(10) };
        Assert.Equal("grade-unknown", Told(Judge(grade)));
        Assert.Equal("grade-too-low", Told(Judge(grade, new ReadinessFacts { Grade = GradeLevel.From(9) })));
        Assert.Equal("met", Told(Judge(grade, new ReadinessFacts { Grade = GradeLevel.From(10) })));

        var intent = new IntentCriterion { Id = "n", Sentence = "N.", MustBeDecided = true };
        Assert.Equal("intent-missing", Told(Judge(intent)));
        Assert.Equal("intent-missing", Told(Judge(intent, Intends("a", PostsecondaryIntent.Work, Ago(9)), Intends("b", PostsecondaryIntent.Undecided, Ago(8)))));
        Assert.Equal("met", Told(Judge(intent with { MustBeDecided = false }, Intends("b", PostsecondaryIntent.Undecided, Ago(8)))));
    }

    [Fact]
    public void Every_open_barrier_is_named_by_its_kind()
    {
        var criterion = new BarrierCriterion { Id = "b", Sentence = "No barrier may stand.", Kinds = [BarrierKind.Transport, BarrierKind.Cost] };
        Assert.Equal("met", Told(Judge(criterion, Barrier("x", BarrierKind.Language, Ago(3)))));
        var result = Judge(criterion, Barrier("x", BarrierKind.Transport, Ago(9)), Barrier("y", BarrierKind.Cost, Ago(3)), Barrier("z", BarrierKind.Cost, Ago(2)), Mitigated("m", "z", Ago(1)));
        Assert.Equal(
            ["No barrier may stand. transport, reported on 2026-05-11.", "No barrier may stand. cost, reported on 2026-05-17."],
            result.Missing.Select(refusal => refusal.Sentence));
    }

    [Fact]
    public void All_signatures_and_goals_that_are_asked_for_must_be_there()
    {
        var plan = new PlanSignedCriterion { Id = "p", Sentence = "P.", Template = PlanTemplateId.From("mycap"), Signers = [Role.Student, Role.Guardian], WithinDays = 100 };
        Assert.Equal("signature-missing signature-missing", Told(Judge(plan, Signed("a", Role.Student, Ago(1), "hsbp"))));
        Assert.Equal("signature-too-old signature-missing", Told(Judge(plan, Signed("a", Role.Student, Ago(101)))));
        Assert.Equal("met until 2026-05-30", Told(Judge(plan, Signed("a", Role.Student, Ago(90)), Signed("b", Role.Guardian, Ago(5)))));

        var goals = new GoalCriterion { Id = "g", Sentence = "G.", Kinds = [GoalKind.Career, GoalKind.PersonalSocial], WithinDays = 10 };
        var result = Judge(goals, Goal("a", GoalKind.Career, Ago(11)));
        Assert.Equal("goal-too-old goal-missing", Told(result));
        Assert.Equal("G. There is no personal-social goal.", result.Missing[1].Sentence);
    }

    [Theory]
    [InlineData(FinancialAidMilestone.AccountMade, "aid-missing")]
    [InlineData(FinancialAidMilestone.Submitted, "met")]
    [InlineData(FinancialAidMilestone.Complete, "met")]
    [InlineData(FinancialAidMilestone.OptedOut, "met")]
    public void Aid_is_reached_when_the_milestone_or_a_later_one_is_or_somebody_opted_out(FinancialAidMilestone reached, string expected) =>
        Assert.Equal(expected, Told(Judge(new AidCriterion { Id = "a", Sentence = "A.", Least = FinancialAidMilestone.Submitted }, Aid("a", reached, Ago(1)))));

    [Fact]
    public void A_group_holds_when_enough_of_its_parts_do()
    {
        var sector = new SectorCriterion { Id = "s", Sentence = "Sector." };
        var advisor = new AdvisorCriterion { Id = "a", Sentence = "Adult." };
        var any = new GroupCriterion { Id = "g", Sentence = "One of two.", Parts = [Resume with { WithinDays = 30 }, sector, advisor], Least = 2 };
        var all = any with { Least = null };

        Assert.Equal("group-unmet", Told(Judge(any, Chose("c", "law", Ago(1)))));
        Assert.Equal("met until 2026-06-18", Told(Judge(any, [Chose("c", "law", Ago(1)), .. Accepted("r", ArtifactKind.Resume, Ago(1))])));
        Assert.Equal("met", Told(Judge(any, [Chose("c", "law", Ago(1)), Advisor("n", Ago(1)), .. Accepted("r", ArtifactKind.Resume, Ago(1))])));
        Assert.Equal("artifact-missing advisor-missing", Told(Judge(all, Chose("c", "law", Ago(1)))));
        Assert.Equal([false, true, false], Judge(all, Chose("c", "law", Ago(1))).Parts.Select(part => part.IsMet));
    }

    [Fact]
    public void Who_need_not_do_an_activity_meets_what_it_is_for_and_it_shows()
    {
        var result = Judge(Resume with { WaivedWith = [ActivityId.From("resume-10")] }, Waived("w", "resume-10", Ago(1)));
        Assert.True(result.IsMet);
        Assert.True(result.IsWaived);
        Assert.Equal(["w"], result.Evidence.Select(id => id.Value));
        Assert.False(Judge(Resume, Waived("w", "resume-10", Ago(1))).IsMet);
    }

    private static ScopeAndSequence Scope(params IEnumerable<(string Id, ActivityKind Kind)> activities) => new()
    {
        Id = ScopeId.From("scope"), Version = 1, Title = "Scope", EffectiveFrom = Today,
        Activities = [.. activities.Select(a => new Activity { Id = ActivityId.From(a.Id), Title = a.Id, Kind = a.Kind, Stage = Stage.Awareness, FirstGrade = GradeLevel.From(9), LastGrade = GradeLevel.From(9) })],
    };
}
