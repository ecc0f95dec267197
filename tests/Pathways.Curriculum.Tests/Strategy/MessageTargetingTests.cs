namespace Pathways.Curriculum.Tests.Strategy;

public class MessageTargetingTests
{
    private static readonly LocalDate Today = new(2027, 2, 15);
    private static readonly StudentId Ana = Readiness.Given.Ana;
    private static readonly Message Trades = Given.Register.Messages[0];
    private static readonly Message Clinic = Given.Register.Messages[1];

    /// <summary>S183, S188: who gets which message about which option is decided by a rule, and the answer says why.</summary>
    [Fact]
    public void A_message_is_for_the_grades_it_names_while_it_goes_out()
    {
        var decision = Decide(Trades, Standing(11));
        Assert.True(decision.IsFor);
        Assert.Equal<string>(["The student is in grade 11."], decision.Because);
        Assert.Empty(decision.Against);

        Assert.Equal("message.not-now: It goes out from 2027-02-01 to 2027-03-03.", Decide(Trades, Standing(11), Today.PlusDays(17)).Against.Single().ToString());
        Assert.True(Decide(Trades, Standing(11), new(2027, 3, 3)).IsFor);
        Assert.True(Decide(Trades, Standing(11), new(2027, 2, 1)).IsFor);
        Assert.False(Decide(Trades, Standing(11), new(2027, 1, 31)).IsFor);
        Assert.Equal("message.other-grade: The student is in grade 09. It is for: grade 10, grade 11, grade PS.", Decide(Trades, Standing(9)).Against.Single().ToString());
    }

    /// <summary>S188: every reason against is told at once.</summary>
    [Fact]
    public void All_reasons_against_a_message_are_told() => Assert.Equal(
        [
            "message.other-sector: The student chose no sector. It is for: healthcare.",
            "message.other-intent: What the student means to do: military. It is for: undecided, work.",
            "message.other-program: The student is enrolled in none of its programs. It is for: innovation pathway.",
            "message.not-yet: The student chose a sector. None is chosen.",
            "message.no-longer: The student has an accepted resume.",
        ],
        Decide(Clinic, Standing(10), Today,
        [
            Readiness.Given.Intends("i", PostsecondaryIntent.Military, new(2026, 10, 1)),
            .. Readiness.Given.Accepted("r", ArtifactKind.Resume, new(2026, 11, 1)),
        ]).Against.Select(reason => reason.ToString()));

    [Fact]
    public void What_the_record_says_up_to_the_day_decides()
    {
        var chose = Readiness.Given.Chose("c", "healthcare", new(2026, 10, 1));
        var standing = Standing(10) with { Sector = SectorId.From("healthcare"), Programs = [ProgramType.InnovationPathway] };
        Assert.Equal<string>(
            ["The student chose healthcare.", "What the student means to do: undecided.", "The student is enrolled in innovation pathway.", "The student chose a sector."],
            Decide(Clinic, standing, Today, chose).Because);

        var later = Readiness.Given.Accepted("r", ArtifactKind.Resume, Today.PlusDays(1));
        Assert.True(Decide(Clinic, standing, Today, [chose, .. later]).IsFor);
        Assert.False(Decide(Clinic, standing, Today.PlusDays(1), [chose, .. later]).IsFor);

        var work = Readiness.Given.Intends("i1", PostsecondaryIntent.FourYearCollege, new(2026, 10, 2));
        var changed = Readiness.Given.Intends("i2", PostsecondaryIntent.Work, new(2026, 12, 2));
        Assert.False(Decide(Clinic, standing, Today, chose, work).IsFor);
        Assert.True(Decide(Clinic, standing, Today, chose, changed, work).IsFor); // the latest counts, in whatever order they came in
    }

    /// <summary>S188: no rule can ask who a student is, or how an interest inventory came out.</summary>
    [Fact]
    public void Interests_change_no_decision()
    {
        var plain = Decide(Trades, Standing(10));
        var other = Decide(Trades, Standing(10), Today, Readiness.Given.Interests("p", new(2026, 10, 1), [40, 0, 0, 0, 0, 0]));
        Assert.Equal(plain.Because.AsEnumerable(), other.Because);
        Assert.Equal(plain.Against.AsEnumerable(), other.Against);
    }

    /// <summary>S187: messages about ways other than a four-year college, and the list of those who hear of none.</summary>
    [Fact]
    public void Whoever_hears_of_no_alternative_to_a_four_year_college_is_listed()
    {
        Message college = Trades with { Id = MessageId.From("college-fair"), Options = [PostsecondaryIntent.FourYearCollege], Grades = [] };
        ImmutableArray<Message> messages = [Trades, college];
        var reach = Reach(messages, ("cy", 9), ("ben", 10));

        Assert.Equal([(Trades.Id, 1), (college.Id, 2)], reach.Messages.Select(count => (count.What, count.Students)));
        Assert.Equal(1, reach.Options.Single(count => count.What == PostsecondaryIntent.Apprenticeship).Students);
        Assert.Equal(0, reach.Options.Single(count => count.What == PostsecondaryIntent.Military).Students);
        Assert.Equal(7, reach.Options.Length);
        Assert.True(reach.Claims[0].IsTrue);
        var gap = Assert.Single(reach.Claims[1].Exceptions);
        Assert.Equal(("cy", "message.no-alternative"), (gap.Subject, gap.Reasons.Single().Code));
        Assert.Equal("message.none", Reach([Trades], ("cy", 9)).Claims[0].Exceptions.Single().Reasons.Single().Code);
    }

    /// <summary>S183: what partners are told reaches no student, and where there is no message at all everybody is an exception by name.</summary>
    [Fact]
    public void What_only_others_are_told_is_heard_by_no_student()
    {
        var reach = Reach([Trades with { Audiences = [Role.PartnerContact] }], ("ana", 10));
        Assert.Equal(1, reach.Messages.Single().Students);
        Assert.All(reach.Options, count => Assert.Equal(0, count.Students));
        Assert.All(reach.Claims, claim => Assert.Equal("ana", claim.Exceptions.Single().Subject));
        Assert.Equal(["ana", "ben"], Reach([], ("ben", 9), ("ana", 9)).Claims[0].Exceptions.Select(gap => gap.Subject));
    }

    [Fact]
    public void A_record_of_somebody_else_is_a_bug_of_the_caller() => Assert.Throws<ArgumentException>(
        () => MessageTargeting.Of([Trades], Standing(9), new StudentRecord(StudentId.From("ben")), Today));

    [Fact]
    public void What_is_printed_holds_nothing_of_the_record()
    {
        var decision = Decide(Clinic, Standing(10), Today, Readiness.Given.Chose("c", "arts", new(2026, 10, 1)));
        Assert.DoesNotContain("CANARY", decision.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", string.Join(' ', decision.Against), StringComparison.Ordinal);
    }

    private static MessageReach Reach(ImmutableArray<Message> messages, params (string Name, int Grade)[] students) =>
        MessageReach.Of(messages, students.ToDictionary(student => StudentId.From(student.Name), student => Of(messages, student.Name, student.Grade)));

    private static ImmutableArray<MessageDecision> Of(ImmutableArray<Message> messages, string student, int grade) => MessageTargeting.Of(
        messages, Standing(grade) with { Student = StudentId.From(student) }, new StudentRecord(StudentId.From(student)), Today);

    private static MessageDecision Decide(Message message, StudentStanding standing, LocalDate? on = null, params IEnumerable<RecordEntry> entries) =>
        MessageTargeting.Of([message], standing, Readiness.Given.RecordOf(entries), on ?? Today).Single();

    private static StudentStanding Standing(int grade) => new()
    {
        Student = Ana, School = SchoolId.From("mhs"), Grade = GradeLevel.From(grade), Year = new(2026),
    };
}
