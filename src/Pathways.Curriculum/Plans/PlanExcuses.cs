namespace Pathways.Curriculum;

/// <summary>Who said that an element is not asked for, and whether they may.</summary>
internal sealed class PlanExcuses
{
    private readonly PlanElement _element;
    private readonly List<Said> _all;

    public PlanExcuses(PlanElement element, PlanTemplate template, PlanEvidence evidence)
    {
        _element = element;
        _all =
        [
            .. evidence.All<PlanElementExcused>()
                .Where(entry => entry.Template == template.Id && entry.Element == element.Id)
                .Select(entry => new Said(entry, entry.ByOwnWish, entry.Reason)),
            .. DecidedAgainstAid(element, evidence),
        ];
    }

    /// <summary>The latest excuse within a window from somebody who may give it.</summary>
    public (PlanElementStatus Status, PlanExcuse Excuse)? Valid(PlanWindow window)
    {
        var said = _all.Where(said => IsPermitted(said) && window.Holds(said.Entry.On))
            .OrderBy(said => said.Entry.On).ThenBy(said => said.Entry.Id).LastOrDefault();
        return said is null
            ? null
            : (said.ByOwnWish ? PlanElementStatus.OptedOut : PlanElementStatus.Waived, new(said.Entry.Id, said.Entry.On, said.Entry.By, said.Reason));
    }

    public IEnumerable<Refusal> NotPermitted() => _all.Where(said => !IsPermitted(said)).Select(said =>
    {
        var permitted = Permitted(said);
        return new Refusal(
            "plan.excuse-not-permitted",
            $"{(said.ByOwnWish ? "Opting out" : "The waiver")} on {DayWord.Of(said.Entry.On)} does not count: "
            + (permitted.IsEmpty ? "nobody may do so here." : $"that is for {PlanWords.Or(permitted, "")}, not for {PlanWords.Of(said.Entry.By.Role)}."));
    });

    // Deciding against an application for aid is opting out of the element that asks for it.
    private static IEnumerable<Said> DecidedAgainstAid(PlanElement element, PlanEvidence evidence) =>
        element.Criterion is not PlanCriterion.FinancialAid aid || element.OptOutBy.IsEmpty
            ? []
            : evidence.All<AidReached>()
                .Where(entry => entry.Milestone == FinancialAidMilestone.OptedOut
                    && (aid.Programs.IsEmpty || aid.Programs.Contains(entry.Program.Trim(), StringComparer.OrdinalIgnoreCase)))
                .Select(entry => new Said(entry, true, $"Decided against {entry.Program}."));

    private ImmutableArray<Role> Permitted(Said said) => said.ByOwnWish ? _element.OptOutBy : _element.WaivedBy;

    private bool IsPermitted(Said said) => Permitted(said).Contains(said.Entry.By.Role);

    private sealed record Said(RecordEntry Entry, bool ByOwnWish, string Reason);
}
