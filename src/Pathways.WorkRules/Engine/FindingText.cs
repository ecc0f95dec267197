namespace Pathways.WorkRules;

/// <summary>Puts broken rules into words, with what would cure them.</summary>
internal static class FindingText
{
    public static WorkFinding DayHours(WorkRulePack pack, WorkRule rule, int day, int minutes, int limit) => Of(
        pack, rule, Day(day), $"On {Text(day)} it is {Clock.Length(minutes)}, {Clock.Length(minutes - limit)} too long.",
        Less(WorkCureKind.ShortenDay, minutes - limit, $"Work {Clock.Length(minutes - limit)} less on {Text(day)}.")) with { By = Minutes(minutes - limit) };

    public static WorkFinding WeekHours(WorkRulePack pack, WorkRule rule, int week, int minutes, int limit) => Of(
        pack, rule, Week(week), $"In the week from {Text(week)} it is {Clock.Length(minutes)}, {Clock.Length(minutes - limit)} too long.",
        Less(WorkCureKind.ShortenWeek, minutes - limit, $"Work {Clock.Length(minutes - limit)} less in the week from {Text(week)}.")) with { By = Minutes(minutes - limit) };

    public static WorkFinding WeekDays(WorkRulePack pack, WorkRule rule, int week, int days, int limit)
    {
        var more = new WorkAmount(days - limit, WorkUnit.Days);
        return Of(
            pack, rule, Week(week), $"In the week from {Text(week)} it is {new WorkAmount(days, WorkUnit.Days)}.",
            new(WorkCureKind.DropDays, $"Work on {more} fewer in the week from {Text(week)}.") { Amount = more }) with { By = more };
    }

    public static WorkFinding RollingHours(WorkRulePack pack, WorkRule rule, int day, int minutes, int limit) => Of(
        pack, rule, Day(day), $"In 24 hours that end on {Text(day)} it is {Clock.Length(minutes)}, {Clock.Length(minutes - limit)} too long.",
        Less(WorkCureKind.ShortenDay, minutes - limit, $"Work {Clock.Length(minutes - limit)} less on {Text(day)} or the day before.")) with { By = Minutes(minutes - limit) };

    public static WorkFinding TimeOfDay(WorkRulePack pack, TimeOfDayRule rule, int day, Work work, int minutes) => Of(
        pack, rule, Day(day), $"On {Text(day)} {Clock.Length(minutes)} of {work} are at other times.",
        Less(WorkCureKind.MoveTime, minutes, $"Work on {Text(day)} between {Clock.Text(rule.From)} and {Clock.Text(rule.Until)} only.")) with { By = Minutes(minutes), Work = work.Name };

    public static WorkFinding SchoolHours(WorkRulePack pack, WorkRule rule, int day, Work work, int minutes) => Of(
        pack, rule, Day(day), $"On {Text(day)} {Clock.Length(minutes)} of {work} are during school hours.",
        Less(WorkCureKind.MoveTime, minutes, $"Work on {Text(day)} before or after school{Or(pack, rule)}.") with { Document = rule.Unless.FirstOrDefault() }) with
    { By = Minutes(minutes), Work = work.Name };

    public static WorkFinding Supervision(WorkRulePack pack, WorkRule rule, int day, Work work, int minutes) => Of(
        pack, rule, Day(day), $"On {Text(day)} {Clock.Length(minutes)} of {work} are later, and nobody says that an adult supervises.",
        new(WorkCureKind.Supervise, "Have an adult supervise, or end earlier.") { Amount = Minutes(minutes) }) with { By = Minutes(minutes), Work = work.Name };

    public static WorkFinding Employment(WorkRulePack pack, WorkRule rule, DateInterval when, Work work) => Of(
        pack, rule, when, $"{work} is employment {Over(when)}.", new(WorkCureKind.Wait, $"Wait until the student is {rule.Below}, or let the student watch without being employed.")) with { Work = work.Name };

    public static WorkFinding Hazard(
        WorkRulePack pack, WorkRule rule, DateInterval when, Work work, IEnumerable<HazardId> hazards, ImmutableArray<AgreementCondition> missing) => Of(
        pack, rule, when, $"{work} holds {string.Join(", ", hazards.Select(Named))} {Over(when)}.", HazardCure(pack, rule, missing)) with { Work = work.Name };

    public static WorkFinding Kind(WorkRulePack pack, WorkRule rule, DateInterval when, Work work) => Of(
        pack, rule, when, $"{work} holds it {Over(when)}.", new(WorkCureKind.ChangeWork, $"Take it out of the work, or wait until the student is {rule.Below}.")) with { Work = work.Name };

    public static WorkFinding Document(
        WorkRulePack pack, WorkRule rule, DateInterval when, Work work, string document, ImmutableArray<AgreementCondition> missing) => Of(
        pack, rule, when, missing.IsEmpty ? $"There is none for {work} {Over(when)}." : $"That for {work} is not complete {Over(when)}.",
        missing.IsEmpty
            ? new(WorkCureKind.GetDocument, $"Get it: {Title(pack, document)}.") { Document = document }
            : new(WorkCureKind.CompleteAgreement, string.Join(' ', missing.Select(condition => condition.Sentence))) { Document = document }) with { Work = work.Name };

    public static WorkFinding Condition(WorkRulePack pack, AgreementRule agreement, AgreementCondition condition, DateInterval when, Work work) => new()
    {
        Code = condition.Code, Jurisdiction = pack.Jurisdiction, Citation = condition.Citation, Severity = WorkSeverity.Warn, When = when, Work = work.Name, IsVerified = condition.IsVerified,
        Sentence = $"{condition.Sentence} The paper for {work} ({agreement.Title}) does not say so {Over(when)}.",
        Cure = new(WorkCureKind.CompleteAgreement, $"Complete it: {agreement.Title}.") { Document = agreement.Kind },
    };

    public static WorkFinding NotCovered(string jurisdiction, DateInterval when) => Unknown(
        WorkRuleCodes.NotCovered, jurisdiction, when, WorkSeverity.Block, $"No rules of {jurisdiction} are known {Over(when)}.", "Give a pack of rules for these days.");

    public static WorkFinding Unknown(string code, string jurisdiction, DateInterval when, WorkSeverity severity, string sentence, string cure) => new()
    {
        Code = code, Jurisdiction = jurisdiction, Citation = "", Severity = severity, When = when, Sentence = sentence, Cure = new(WorkCureKind.GiveFacts, cure),
    };

    public static string Over(DateInterval when) => when.Length == 1 ? $"on {when.Start:R}" : $"from {when.Start:R} to {when.End:R}";

    private static WorkCure HazardCure(WorkRulePack pack, WorkRule rule, ImmutableArray<AgreementCondition> missing)
    {
        if (!missing.IsEmpty)
        {
            return new(WorkCureKind.CompleteAgreement, string.Join(' ', missing.Select(condition => condition.Sentence))) { Document = rule.Unless[0] };
        }

        return rule.Unless.IsEmpty
            ? new(WorkCureKind.RemoveHazard, $"Take it out of the work, or wait until the student is {rule.Below}.")
            : new(WorkCureKind.RemoveHazard, $"Take it out of the work{Or(pack, rule)}.") { Document = rule.Unless[0] };
    }

    private static WorkFinding Of(WorkRulePack pack, WorkRule rule, DateInterval when, string detail, WorkCure cure) => new()
    {
        Code = rule.Code, Jurisdiction = pack.Jurisdiction, Citation = rule.Citation, Severity = rule.Severity, When = when, Sentence = $"{rule.Sentence} {detail}", Cure = cure,
        IsVerified = rule.IsVerified,
    };

    private static string Or(WorkRulePack pack, WorkRule rule) => rule.Unless.IsEmpty
        ? ""
        : $", or have {string.Join(" or ", rule.Unless.Select(kind => $"{Title(pack, kind)}{(RuleReach.RuleOf(pack, kind)?.AtLeast is { } age && age > (rule.AtLeast ?? 0) ? $" (from {age})" : "")}"))}";

    private static string Title(WorkRulePack pack, string kind) => RuleReach.RuleOf(pack, kind)?.Title ?? kind;

    private static string Named(HazardId id) => Pathways.Hazard.Find(id) is { } hazard ? $"{id} ({hazard.Name})" : id.ToString();

    private static WorkCure Less(WorkCureKind kind, int minutes, string sentence) => new(kind, sentence) { Amount = Minutes(minutes) };

    private static WorkAmount Minutes(int minutes) => new(minutes, WorkUnit.Minutes);

    private static DateInterval Day(int day) => new(WorkedTime.Day(day), WorkedTime.Day(day));

    private static DateInterval Week(int week) => new(WorkedTime.Day(week), WorkedTime.Day(week + 6));

    private static string Text(int day) => WorkedTime.Day(day).ToString("R", null);
}
