namespace Pathways.Curriculum;

/// <summary>Asks one record one criterion after another.</summary>
/// <param name="entries">The entries that count on the day, in their order.</param>
/// <param name="facts">What is known beside them.</param>
/// <param name="on">The day.</param>
internal readonly ref partial struct CriterionJudge(ReadOnlySpan<RecordEntry> entries, ReadinessFacts facts, LocalDate on)
{
    private readonly ReadOnlySpan<RecordEntry> _entries = entries;
    private readonly ReadinessFacts _facts = facts;
    private readonly LocalDate _on = on;

    public CriterionResult Judge(ReadinessCriterion criterion)
    {
        if (!criterion.WaivedWith.IsEmpty && Waiver(criterion.WaivedWith) is { } waiver)
        {
            return new() { Criterion = criterion, Evidence = [waiver], IsWaived = true };
        }

        return criterion switch
        {
            ArtifactCriterion artifact => Artifacts(artifact),
            CredentialCriterion credential => Credential(credential),
            ExperienceCriterion experience => Experiences(experience),
            AssessmentCriterion assessment => Assessment(assessment),
            SectorCriterion sector => Sector(sector),
            AdvisorCriterion advisor => Advisor(advisor),
            BarrierCriterion barrier => Barriers(barrier),
            GradeCriterion grade => Grade(grade),
            PlanSignedCriterion plan => Signatures(plan),
            GoalCriterion goal => Goals(goal),
            IntentCriterion intent => Intent(intent),
            AidCriterion aid => Aid(aid),
            GroupCriterion group => Group(group),
            _ => throw new InvalidOperationException($"There is no kind of criterion {criterion.GetType().Name}."),
        };
    }

    private EntryId? Waiver(ImmutableArray<ActivityId> activities)
    {
        foreach (var entry in _entries)
        {
            if (entry is ActivityWaived waived && activities.Contains(waived.Activity))
            {
                return waived.Id;
            }
        }

        return null;
    }

    private CriterionResult Group(GroupCriterion group)
    {
        var parts = ImmutableArray.CreateBuilder<CriterionResult>(group.Parts.Length);
        var met = new List<LocalDate?>(group.Parts.Length);
        foreach (var part in group.Parts)
        {
            var result = Judge(part);
            parts.Add(result);
            if (result.IsMet)
            {
                met.Add(result.Until);
            }
        }

        var results = parts.MoveToImmutable();
        var least = group.Least ?? results.Length;
        ImmutableArray<EntryId> evidence = [.. results.SelectMany(result => result.Evidence).Distinct()];
        if (met.Count >= least)
        {
            met.Sort(Validity.Compare);
            return new() { Criterion = group, Evidence = evidence, Parts = results, Until = least > 0 ? met[least - 1] : null };
        }

        // Of a group of which all must hold everything is missing that its parts miss; of another, a number of its parts.
        ImmutableArray<Refusal> missing = least == results.Length
            ? [.. results.SelectMany(result => result.Missing)]
            : [Say(ReadinessCodes.GroupUnmet, group, $"{met.Count} of {least} hold. Missing: {string.Join(' ', results.SelectMany(result => result.Missing).Select(refusal => refusal.Sentence))}")];
        return new() { Criterion = group, Evidence = evidence, Parts = results, Missing = missing };
    }

    private static Refusal Say(string code, ReadinessCriterion criterion, FormattableString detail) =>
        new(code, $"{criterion.Sentence} {FormattableString.Invariant(detail)}");

    private static CriterionResult Unmet(ReadinessCriterion criterion, string code, FormattableString detail, ImmutableArray<EntryId> evidence = default) =>
        new() { Criterion = criterion, Evidence = evidence, Missing = [Say(code, criterion, detail)] };
}
