namespace Pathways.WorkRules;

/// <summary>What is known of a student before the rules for minors at work are asked.</summary>
public sealed record WorkStudent
{
    /// <summary>Which student.</summary>
    public required StudentId Student { get; init; }

    /// <summary>When the student was born.</summary>
    public required BirthDate BirthDate { get; init; }

    /// <summary>When the student's school is in session.</summary>
    public SchoolCalendar Calendar { get; init; } = SchoolCalendar.Unknown;

    /// <summary>The papers that are held.</summary>
    public ImmutableArray<WorkAgreement> Agreements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Work that the student has already.</summary>
    public ImmutableArray<Work> OtherWork { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Student.ToString();
}

/// <summary>Says whether the rules for minors at work permit a student to take an opportunity, from facts that were gathered before.</summary>
/// <remarks>
/// Paid work, and unpaid internships, are taken for employment; job shadows and mentoring without pay are watching, all other unpaid work is training without
/// employment. Papers that are still to be got can be left out of what blocks (<see cref="PapersComeLater"/>): at matching nobody has them yet. An opportunity
/// that says it runs under a student-learner agreement is then judged as if that agreement were signed on the first day.
/// </remarks>
public sealed class WorkRuleGate : IWorkRules
{
    private const string StudentLearner = "student-learner";
    private static readonly WeeklyHours OneMinute = WeeklyHours.Parse("Mon-Sun 12:00-12:01");
    private readonly WorkRuleEngine _engine;
    private readonly Dictionary<StudentId, WorkStudent> _students = [];
    private readonly Func<Opportunity, ImmutableArray<string>> _jurisdictions;

    /// <summary>A gate.</summary>
    /// <param name="engine">The rules.</param>
    /// <param name="students">What is known, one a student.</param>
    /// <param name="jurisdictions">Whose law applies to an opportunity; pure.</param>
    /// <exception cref="ArgumentException">A student is given twice.</exception>
    public WorkRuleGate(WorkRuleEngine engine, IEnumerable<WorkStudent> students, Func<Opportunity, ImmutableArray<string>> jurisdictions)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(students);
        ArgumentNullException.ThrowIfNull(jurisdictions);
        (_engine, _jurisdictions) = (engine, jurisdictions);
        foreach (var student in students)
        {
            if (!_students.TryAdd(student.Student, student))
            {
                throw new ArgumentException($"Student {student.Student} is given twice. Maybe join the two.", nameof(students));
            }
        }
    }

    /// <summary>Whether papers that are missing or not complete only warn, as they do before somebody has a seat.</summary>
    public bool PapersComeLater { get; init; }

    /// <summary>Whether the program applies the same limits where nobody is employed.</summary>
    public bool LimitsApplyToAll { get; init; }

    /// <inheritdoc/>
    public WorkVerdict Assess(StudentId student, Opportunity opportunity) => Assess(student, opportunity, []);

    /// <summary>Judges the work of an opportunity together with other work of the student, since limits of hours add up.</summary>
    /// <param name="student">Which student.</param>
    /// <param name="opportunity">The work.</param>
    /// <param name="others">All other work at the time, each with its days and hours; one without hours is passed over.</param>
    public WorkVerdict Assess(StudentId student, Opportunity opportunity, ImmutableArray<Opportunity> others)
    {
        ArgumentNullException.ThrowIfNull(opportunity);
        if (!_students.TryGetValue(student, out var known))
        {
            return new([FindingText.Unknown(
                WorkRuleCodes.StudentUnknown, "", opportunity.Dates, WorkSeverity.Block, $"Nothing is known of student {student}.", "Give the birth date and the school calendar.")]);
        }

        // Without hours one minute of each day stands for them: hazards, ages and papers can be judged, hours can not.
        var isOpen = opportunity.Schedule is null;
        var facts = new WorkCase
        {
            BirthDate = known.BirthDate,
            Work = new()
            {
                Name = opportunity.Id.Value,
                Schedule = WorkSchedule.Weekly(opportunity.Schedule ?? OneMinute, opportunity.Dates),
                Relation = RelationOf(opportunity),
                Hazards = opportunity.Hazards,
            },
            OtherWork =
            [
                .. known.OtherWork,
                .. others.IsDefaultOrEmpty ? [] : others.Select((other, index) => (other, index)).Where(pair => pair.other.Schedule is not null).Select(pair => new Work
                {
                    Name = $"{pair.other.Id} ({pair.index + 1})",
                    Schedule = WorkSchedule.Weekly(pair.other.Schedule!, pair.other.Dates),
                    Relation = RelationOf(pair.other),
                    Hazards = pair.other.Hazards,
                }),
            ],
            Calendar = known.Calendar,
            Agreements = known.Agreements,
            Jurisdictions = _jurisdictions(opportunity),
            LimitsApplyToAll = LimitsApplyToAll,
        };
        var verdict = _engine.Assess(facts);
        ImmutableArray<WorkFinding> findings =
        [
            .. isOpen
                ? [FindingText.Unknown(WorkRuleCodes.ScheduleOpen, "", opportunity.Dates, WorkSeverity.Warn, "The hours are agreed later; rules about hours were not looked at.", "Agree on the hours.")]
                : ImmutableArray<WorkFinding>.Empty,
            .. verdict.Findings.Where(finding => !isOpen || !IsAboutHours(finding.Cure.Kind)),
        ];
        return PapersComeLater ? Later(facts, opportunity, findings) : new(findings);
    }

    // What a paper that is still to come permits only warns: one that a rule asks for, and the agreement that a student-learner's opportunity says it runs under.
    private WorkVerdict Later(WorkCase facts, Opportunity opportunity, ImmutableArray<WorkFinding> findings)
    {
        var mayBeLifted = opportunity.IsStudentLearner && findings.Any(finding => finding.Cure is { Kind: WorkCureKind.RemoveHazard, Document: StudentLearner });
        var withAgreement = mayBeLifted ? _engine.Assess(facts with { Agreements = facts.Agreements.Add(Promised(opportunity)) }).Findings : findings;
        return new([.. findings.Select(finding => finding.Cure.Kind switch
        {
            WorkCureKind.GetDocument or WorkCureKind.CompleteAgreement => finding with { Severity = WorkSeverity.Warn },

            // The agreement may permit it from a birthday on alone: what remains has other days.
            WorkCureKind.RemoveHazard => withAgreement.FirstOrDefault(remains => (remains.Code, remains.Work) == (finding.Code, finding.Work)) ?? finding with { Severity = WorkSeverity.Warn },
            _ => finding,
        })]);
    }

    private static WorkAgreement Promised(Opportunity opportunity) => new()
    {
        Kind = StudentLearner, From = opportunity.Dates.Start, Work = opportunity.Id.Value,
        Signers = [.. Enum.GetValues<AgreementSigner>()], Terms = [.. Enum.GetValues<AgreementTerm>()],
    };

    private static WorkRelation RelationOf(Opportunity opportunity) => opportunity switch
    {
        { IsPaid: true } or { Kind: OpportunityKind.UnpaidInternship or OpportunityKind.PaidInternship or OpportunityKind.Other } => WorkRelation.Employment,
        { Kind: OpportunityKind.JobShadowing or OpportunityKind.Mentorship } => WorkRelation.Observation,
        _ => WorkRelation.UnpaidTraining,
    };

    private static bool IsAboutHours(WorkCureKind kind) =>
        kind is WorkCureKind.ShortenDay or WorkCureKind.ShortenWeek or WorkCureKind.DropDays or WorkCureKind.MoveTime or WorkCureKind.Supervise;
}
