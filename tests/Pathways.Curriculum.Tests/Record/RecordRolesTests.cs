namespace Pathways.Curriculum.Tests;

public class RecordRolesTests
{
    private static readonly LocalDate Day = new(2026, 10, 1);

    [Fact]
    public void Every_kind_of_entry_has_somebody_who_may_enter_it() =>
        Assert.All(Enum.GetValues<EntryKind>(), kind => Assert.NotEmpty(RecordRoles.Of(kind)));

    [Fact]
    public void Every_kind_is_called_like_its_type() =>
        Assert.All(RandomRecords.OfEveryKind(() => "text"), entry => Assert.Equal(entry.GetType().Name, EntryKinds.Of(entry).ToString()));

    [Fact]
    public void Students_hand_in_and_choose_but_judge_waive_and_grant_nothing()
    {
        Assert.All(
            [EntryKind.ArtifactVersion, EntryKind.SectorChoice, EntryKind.GoalSet, EntryKind.InterestResult, EntryKind.StrengthResult],
            kind => Assert.True(RecordRoles.MayEnter(Role.Student, kind)));
        Assert.All(
            [EntryKind.Experience, EntryKind.ArtifactReview, EntryKind.ActivityWaived, EntryKind.PlanElementExcused, EntryKind.ReadinessGranted, EntryKind.CredentialEarned],
            kind => Assert.False(RecordRoles.MayEnter(Role.Student, kind)));
    }

    [Fact]
    public void Readiness_is_granted_by_staff_alone() =>
        Assert.All(RecordRoles.Of(EntryKind.ReadinessGranted), role => Assert.True(RecordRoles.IsStaff(role)));

    [Theory]
    [InlineData(Role.Researcher)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Volunteer)]
    [InlineData(Role.DistrictSignatory)]
    [InlineData((Role)99)]
    public void Whoever_is_not_in_the_table_enters_nothing(Role role) =>
        Assert.All(Enum.GetValues<EntryKind>(), kind => Assert.False(RecordRoles.MayEnter(role, kind)));

    [Fact]
    public void Others_than_staff_correct_only_what_they_entered_themselves()
    {
        var (one, other) = (Actor("u-1", Role.Student), Actor("u-2", Role.Student));
        var choice = new SectorChoice { Id = EntryId.From("e1"), On = Day, By = one, Sector = SectorId.From("computing") };

        Assert.True(RecordRoles.MayCorrect(one, choice));
        Assert.False(RecordRoles.MayCorrect(other, choice));
        Assert.True(RecordRoles.MayCorrect(Actor("t-1", Role.Teacher), choice));
        Assert.Equal("record.role-correction", Code(
            new Correction { Id = EntryId.From("e2"), On = Day, By = other, Corrected = choice.Id, Reason = "Mistaken" }, choice));
    }

    [Fact]
    public void A_teacher_takes_no_grant_back_by_correcting_it()
    {
        var grant = new ReadinessGranted { Id = EntryId.From("e1"), On = Day, By = Actor("c-1", Role.Counselor), Definition = ReadinessDefinitionId.From("career"), Version = 1 };

        Assert.Equal("record.role-correction", Code(
            new Correction { Id = EntryId.From("e2"), On = Day, By = Actor("t-1", Role.Teacher), Corrected = grant.Id, Reason = "Mistaken" }, grant));
    }

    [Fact]
    public void Guardians_opt_out_and_sign_for_themselves_alone()
    {
        var guardian = Actor("g-1", Role.Guardian);
        var excused = new PlanElementExcused
        {
            Id = EntryId.From("e1"), On = Day, By = guardian, Template = PlanTemplateId.From("mycap"), Element = PlanElementId.From("aid"), Reason = "By wish", ByOwnWish = true,
        };
        var signed = new PlanSigned { Id = EntryId.From("e1"), On = Day, By = guardian, Template = PlanTemplateId.From("mycap"), Signer = Role.Guardian };

        Assert.Null(Code(excused));
        Assert.Equal("record.role-opt-out", Code(excused with { ByOwnWish = false }));
        Assert.Null(Code(signed));
        Assert.Equal("record.role-signer", Code(signed with { Signer = Role.Counselor }));
        Assert.Null(Code(signed with { By = Actor("c-1", Role.Counselor) }));
    }

    [Fact]
    public void A_student_who_paused_comes_back_through_the_staff()
    {
        var change = new PipelineChange { Id = EntryId.From("e1"), On = Day, By = Actor("u-1", Role.Student), Step = PipelineStep.Paused, Reason = "Family" };

        Assert.Null(Code(change));
        Assert.Equal("record.role-resume", Code(change with { Step = PipelineStep.Resumed }));
    }

    private static string? Code(RecordEntry entry, params RecordEntry[] before) =>
        StudentRecords.Add(StudentRecord.From(StudentId.From("s-1"), before), entry, RandomRecords.Now) is RecordOutcome.Refused refused
            ? Assert.Single(refused.Reasons).Code
            : null;

    private static Actor Actor(string id, Role role) => new(ActorId.From(id), role);
}
