using static Pathways.Curriculum.PlanJudgement;

namespace Pathways.Curriculum;

/// <summary>Holds criteria against one student's evidence.</summary>
internal sealed partial class PlanJudge(PlanTemplate template, PlanEvidence evidence, PlanSituation situation)
{
    public PlanJudgement Judge(PlanCriterion criterion, PlanWindow window) => criterion switch
    {
        PlanCriterion.Artifacts artifacts => Artifacts(artifacts, window),
        PlanCriterion.InterestAssessed => Enough(All<InterestResult>(window), 1, "plan.interest-result-missing", "the result of an interest inventory"),
        PlanCriterion.StrengthsAssessed => Enough(
            All<StrengthResult>(window), 1, "plan.strength-result-missing", "the result of an inventory of strengths or skills"),
        PlanCriterion.Goal goal => Enough(
            All<GoalSet>(window).Where(set => goal.Kind is not { } kind || set.Kind == kind),
            1, "plan.goal-missing", goal.Kind is { } wanted ? $"a goal ({PlanWords.Of(wanted)})" : "a goal"),
        PlanCriterion.Intent intent => Intent(intent, window),
        PlanCriterion.Advisor advisor => Advisor(advisor, window),
        PlanCriterion.FamilyContacted contacted => Enough(
            All<FamilyContact>(window).Where(contact => IsOneOf(contacted.Topics, contact.Topic)),
            contacted.Count, "plan.family-contact-missing",
            contacted.Topics.IsEmpty ? "contact with the family" : $"contact with the family about {PlanWords.Or(contacted.Topics)}"),
        PlanCriterion.Experiences experiences => Experiences(experiences, window),
        PlanCriterion.FinancialAid aid => FinancialAid(aid, window),
        PlanCriterion.Credential credential => Credential(credential, window),
        PlanCriterion.SectorChosen => Enough(All<SectorChoice>(window), 1, "plan.sector-missing", "the choice of a sector"),
        PlanCriterion.Enrolled enrolled => Enrolled(enrolled, window),
        PlanCriterion.Signature signed => Signed(signed.Roles, PlanWords.Or(signed.Roles, "anybody"), window),
        PlanCriterion.Reviewed => All([.. template.Signers.Select(signer => Signed(signer.Roles, signer.Title, window))]),
        PlanCriterion.AnyOf any => Any([.. any.Of.Select(one => Judge(one, window))]),
        PlanCriterion.AllOf all => All([.. all.Of.Select(one => Judge(one, window))]),
        _ => throw new InvalidOperationException($"There is no rule for {criterion.GetType().Name}."),
    };

    private IEnumerable<T> All<T>(PlanWindow window)
        where T : RecordEntry => evidence.All<T>().Where(entry => window.Holds(entry.On));

    private PlanJudgement Intent(PlanCriterion.Intent intent, PlanWindow window)
    {
        var declared = All<IntentDeclared>(window).ToList();
        var counting = declared.Where(entry => !intent.MustBeDecided || entry.Intent != PostsecondaryIntent.Undecided).ToList();
        return counting.Count == 0 && declared.Count > 0
            ? Unmet("plan.intent-undecided", "The student has not decided what to do after high school.", [.. declared])
            : Enough(counting, 1, "plan.intent-missing", "what the student means to do after high school");
    }

    private PlanJudgement Advisor(PlanCriterion.Advisor advisor, PlanWindow window) => Enough(
        evidence.All<AdvisorNamed>().Where(named =>
            Lasts(named.On, named.Until, window) && (advisor.Roles.IsEmpty || advisor.Roles.Contains(named.AdvisorRole))),
        1, "plan.advisor-missing", advisor.Roles.IsEmpty ? "an adult the student can turn to" : $"a named {PlanWords.Or(advisor.Roles, "")}");

    private PlanJudgement Credential(PlanCriterion.Credential credential, PlanWindow window)
    {
        var earned = evidence.All<CredentialEarned>()
            .Where(entry => credential.Ids.IsEmpty || credential.Ids.Contains(entry.Credential)).ToList();
        var held = earned.Where(entry => Lasts(entry.On, entry.Expires, window)).ToList();
        return Enough(held, 1, "plan.credential-missing", $"{PlanWords.Or(credential.Ids.Select(id => id.Value)) switch
        {
            "" => "a credential",
            var ids => $"the credential {ids}",
        }}{(earned.Count > held.Count ? ", not expired" : "")}");
    }

    private PlanJudgement FinancialAid(PlanCriterion.FinancialAid aid, PlanWindow window)
    {
        var reached = All<AidReached>(window)
            .Where(entry => entry.Milestone != FinancialAidMilestone.OptedOut && IsOneOf(aid.Programs, entry.Program)).ToList();
        var counting = reached.Where(entry => entry.Milestone >= aid.Least).ToList();
        var what = $"{(aid.Programs.IsEmpty ? "financial aid" : PlanWords.Or(aid.Programs))}: {PlanWords.Of(aid.Least)}";
        return counting.Count > 0
            ? Met(counting[0].On, [.. counting])
            : Unmet("plan.aid-missing", PlanWords.NotYet(0, 1, what), [.. reached]);
    }

    private PlanJudgement Enrolled(PlanCriterion.Enrolled enrolled, PlanWindow window)
    {
        var entries = evidence.All<Enrollment>().Where(entry => enrolled.Programs.IsEmpty || enrolled.Programs.Contains(entry.Program)).ToList();
        var running = entries.Where(entry => entry.State == EnrollmentState.Enrolled && window.Holds(entry.On)
            && !entries.Any(other => other.State == EnrollmentState.Withdrawn && other.On >= entry.On
                && (other.Program, other.Pathway, other.Course) == (entry.Program, entry.Pathway, entry.Course))).ToList();
        var counting = entries
            .Where(entry => (entry.State == EnrollmentState.Completed && window.Holds(entry.On)) || (!enrolled.MustBeCompleted && running.Contains(entry)))
            .ToList(); // nobody withdraws from what is completed
        var what = $"{(enrolled.MustBeCompleted ? "a completed enrollment" : "an enrollment")} ({PlanWords.Or(enrolled.Programs, "any program")})";
        return counting.Count > 0
            ? Met(counting[0].On, [.. counting])
            : Unmet("plan.enrollment-missing", PlanWords.NotYet(0, 1, what), [.. running.Where(_ => enrolled.MustBeCompleted)]);
    }

    private PlanJudgement Signed(ImmutableArray<Role> roles, string title, PlanWindow window) => Enough(
        All<PlanSigned>(window).Where(signed => signed.Template == template.Id && (roles.IsEmpty || roles.Contains(signed.Signer))),
        1, "plan.signature-missing", $"a signature ({title})");

    private bool Lasts(LocalDate first, LocalDate? last, PlanWindow window)
    {
        var day = Day(window);
        return first <= day && !(last < day) && !(day < window.From);
    }

    // Today, or the last day of a year gone by.
    private LocalDate Day(PlanWindow window) => window.To is { } end && end < situation.On ? end : situation.On;

    private static PlanJudgement All(ImmutableArray<PlanJudgement> parts) => new(
        parts.All(part => part.IsMet) ? parts.Max(part => part.MetOn) : null,
        [.. parts.SelectMany(part => part.Evidence)],
        [.. parts.SelectMany(part => part.Missing).Distinct()]);

    private static PlanJudgement Any(ImmutableArray<PlanJudgement> parts)
    {
        ImmutableArray<RecordEntry> found = [.. parts.SelectMany(part => part.Evidence)];
        var met = parts.Where(part => part.IsMet).Min(part => part.MetOn);
        return met is { } day
            ? Met(day, found)
            : Unmet("plan.one-of-missing", $"One of these is enough: {string.Join("; ", parts.SelectMany(part => part.Missing).Select(PlanWords.Bare).Distinct())}.", found);
    }

    private static bool IsOneOf(ImmutableArray<string> words, string word) =>
        words.IsEmpty || words.Any(other => string.Equals(other, word.Trim(), StringComparison.OrdinalIgnoreCase));
}
