namespace Pathways.Curriculum;

/// <summary>Computes how far a student's plan is.</summary>
/// <remarks>
/// <para>Pure: the same template, record and situation give the same report, and the order in which entries were added does not matter.</para>
/// <para>One more entry never takes back that an element is met, but for entries that say so: corrections, reviews that return, withdrawals.
/// An excuse counts only from somebody whom the template permits, and evidence outweighs it.</para>
/// <para>Of an element that returns each year the verdict is that of the present year: a year that went by without it cannot be made good, so
/// it is told as a remark and keeps nobody from completing the plan. Years are counted back as if the student went up a grade each year.</para>
/// </remarks>
public static class PlanCalculator
{
    /// <summary>Judges a student's plan.</summary>
    /// <param name="template">What is asked.</param>
    /// <param name="record">What the student did.</param>
    /// <param name="situation">The grade, the day and what the school says beside the record.</param>
    public static PlanReport Assess(PlanTemplate template, StudentRecord record, PlanSituation situation)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(situation);
        var evidence = new PlanEvidence(record, situation.On);
        var judge = new PlanJudge(template, evidence, situation);
        ImmutableArray<PlanElementResult> results =
        [
            .. template.Elements
                .Where(element => element.OnlyIf is not { } circumstance || situation.Circumstances.Contains(circumstance))
                .Select(element => Assess(element, template, evidence, judge, situation)),
        ];
        return new()
        {
            Template = template,
            Student = record.Student,
            Grade = situation.Grade,
            On = situation.On,
            Elements = results,
            AgainstGraduation = [.. Against(template, results, situation.On)],
        };
    }

    private static PlanElementResult Assess(
        PlanElement element, PlanTemplate template, PlanEvidence evidence, PlanJudge judge, PlanSituation situation)
    {
        var timing = PlanTiming.Of(element.Due, situation);
        var judgement = judge.Judge(element.Criterion, timing.Now);
        var excuses = new PlanExcuses(element, template, evidence);
        var excuse = judgement.IsMet ? null : excuses.Valid(ExcuseWindow(element, timing));
        var status = judgement.IsMet ? PlanElementStatus.Met
            : excuse is { } given ? given.Status
            : judgement.Evidence.IsEmpty ? PlanElementStatus.Missing
            : PlanElementStatus.InProgress;
        var isSettled = judgement.IsMet || excuse is not null;
        return new()
        {
            Element = element,
            Status = status,
            Evidence = judgement.EvidenceIds(),
            Missing = isSettled ? [] : judgement.Missing,
            Excuse = excuse?.Excuse,
            MetOn = judgement.MetOn,
            DueOn = timing.DueOn,
            NextDueOn = isSettled ? timing.Ahead.FirstOrDefault().DueOn : timing.DueOn,
            IsOverdue = !isSettled && timing.DueOn < situation.On,
            Ahead = [.. timing.Ahead.Select(year => year.Grade)],
            Remarks = [.. Remarks(element, timing, excuses, judge)],
        };
    }

    // What comes once may be excused at any time; what returns is excused for the year in which somebody says so.
    private static PlanWindow ExcuseWindow(PlanElement element, PlanTiming timing) => element.Due is PlanDue.InEach ? timing.Now : default;

    private static IEnumerable<Refusal> Remarks(PlanElement element, PlanTiming timing, PlanExcuses excuses, PlanJudge judge)
    {
        var missed = timing.Before
            .Where(year => !judge.Judge(element.Criterion, year.Window).IsMet && excuses.Valid(year.Window) is null)
            .Select(year => year.Grade).ToList();
        if (missed.Count > 0)
        {
            yield return new("plan.year-missed", $"It was not there in {PlanWords.Grades(missed)}.");
        }

        foreach (var refusal in excuses.NotPermitted())
        {
            yield return refusal;
        }

        if (!element.IsVerified)
        {
            yield return new("plan.unverified", "A number or a detail of this element is not confirmed from its source.");
        }
    }

    private static IEnumerable<Refusal> Against(PlanTemplate template, ImmutableArray<PlanElementResult> results, LocalDate on)
    {
        if (!template.IsInForce(on))
        {
            yield return new("plan.not-in-force", $"The template {template} does not apply on {DayWord.Of(on)}.");
        }

        foreach (var result in results.Where(result => result.Element.IsRequired))
        {
            if (!result.IsSettled)
            {
                yield return new("plan.element-missing", $"{result.Element.Title}: {string.Join(' ', result.Missing.Select(missing => missing.Sentence))}");
            }

            if (!result.Ahead.IsEmpty)
            {
                yield return new("plan.year-ahead", $"{result.Element.Title}: it is still to come in {PlanWords.Grades(result.Ahead)}.");
            }
        }
    }
}
