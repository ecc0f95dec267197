namespace Pathways.Curriculum;

/// <summary>Asks one record one criterion after another.</summary>
/// <remarks>
/// Each rule is written once. It gives the verdict, and where somebody listens it tells them what it rests on and what is missing; a verdict
/// alone allocates nothing. To be passed by reference, so that artifacts are looked up once for all criteria.
/// </remarks>
/// <param name="entries">The entries that count on the day, in their order.</param>
/// <param name="facts">What is known beside them.</param>
/// <param name="on">The day.</param>
/// <param name="artifacts">Room for artifacts; empty to have it made when it is needed.</param>
internal ref partial struct CriterionJudge(ReadOnlySpan<RecordEntry> entries, ReadinessFacts facts, LocalDate on, ArtifactStandings artifacts)
{
    /// <summary>For how many artifacts and versions it is worth lending room on the stack.</summary>
    public const int Room = 64;

    private const int MostOnStack = 64;

    private readonly ReadOnlySpan<RecordEntry> _entries = entries;
    private readonly ReadinessFacts _facts = facts;
    private readonly LocalDate _on = on;
    private ArtifactStandings _artifacts = artifacts;

    /// <summary>The verdict, with everything there is to tell.</summary>
    public CriterionResult Tell(ReadinessCriterion criterion)
    {
        var told = new CriterionAccount(criterion);
        return told.ToResult(Judge(criterion, told));
    }

    /// <summary>The verdict.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="told">Who listens; null for nobody.</param>
    public CriterionVerdict Judge(ReadinessCriterion criterion, CriterionAccount? told = null)
    {
        if (!criterion.WaivedWith.IsEmpty && Waiver(criterion.WaivedWith) is { } waiver)
        {
            told?.Found(waiver);
            return new(true, IsWaived: true);
        }

        return criterion switch
        {
            ArtifactCriterion artifact => Artifacts(artifact, told),
            CredentialCriterion credential => Credential(credential, told),
            ExperienceCriterion experience => Experiences(experience, told),
            AssessmentCriterion assessment => Assessment(assessment, told),
            SectorCriterion => Sector(told),
            AdvisorCriterion advisor => Advisor(advisor, told),
            BarrierCriterion barrier => Barriers(barrier, told),
            GradeCriterion grade => Grade(grade, told),
            PlanSignedCriterion plan => Signatures(plan, told),
            GoalCriterion goal => Goals(goal, told),
            IntentCriterion intent => Intent(intent, told),
            AidCriterion aid => Aid(aid, told),
            GroupCriterion group => Group(group, told),
            _ => throw new InvalidOperationException($"There is no kind of criterion {criterion.GetType().Name}."),
        };
    }

    private readonly ActivityWaived? Waiver(ImmutableArray<ActivityId> activities)
    {
        foreach (var entry in _entries)
        {
            if (entry is ActivityWaived waived && activities.Contains(waived.Activity))
            {
                return waived;
            }
        }

        return null;
    }

    private CriterionVerdict Group(GroupCriterion group, CriterionAccount? told)
    {
        var count = group.Parts.Length;
        var untils = count <= MostOnStack ? stackalloc LocalDate?[count] : new LocalDate?[count];
        var (met, lapsed) = (0, true);
        foreach (var part in group.Parts)
        {
            var account = told is null ? null : new CriterionAccount(part);
            var verdict = Judge(part, account);
            told?.Take(account!.ToResult(verdict));
            lapsed &= verdict.IsMet || verdict.IsLapsed;
            if (verdict.IsMet)
            {
                untils[met++] = verdict.Until;
            }
        }

        var least = group.Least ?? count;
        if (met >= least)
        {
            untils[..met].Sort(Validity.Compare);
            return new(true, least > 0 ? untils[least - 1] : null);
        }

        // Of a group of which all must hold everything is missing that its parts miss; of another, a number of its parts.
        if (least == count)
        {
            told?.LackParts();
            return new(false, IsLapsed: lapsed);
        }

        told?.Lack(ReadinessCodes.GroupUnmet, $"{met} of {least} hold. Missing: {told.PartsMissing()}");
        return CriterionVerdict.Unmet(ReadinessCodes.GroupUnmet);
    }
}
