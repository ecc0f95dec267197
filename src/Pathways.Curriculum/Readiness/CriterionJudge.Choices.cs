using Pathways.Json;

namespace Pathways.Curriculum;

// What students choose, who stands by them, and what stands in their way.
internal ref partial struct CriterionJudge
{
    private readonly CriterionVerdict Assessment(AssessmentCriterion criterion, CriterionAccount? told)
    {
        RecordEntry? latest = null;
        foreach (var entry in _entries)
        {
            if (criterion.Of == AssessmentSubject.Interests ? entry is InterestResult : entry is StrengthResult)
            {
                latest = entry;
            }
        }

        if (latest is null)
        {
            told?.Lack(ReadinessCodes.AssessmentMissing, $"None is there.");
            return CriterionVerdict.Unmet(ReadinessCodes.AssessmentMissing);
        }

        told?.Found(latest);
        LocalDate? until = criterion.WithinMonths is { } months ? latest.On.PlusMonths(months) : null;
        if (until < _on)
        {
            told?.Lack(ReadinessCodes.AssessmentTooOld, $"The latest is of {latest.On:uuuu-MM-dd}.");
            return CriterionVerdict.Unmet(ReadinessCodes.AssessmentTooOld);
        }

        return new(true, until);
    }

    private readonly CriterionVerdict Sector(CriterionAccount? told)
    {
        if (Latest<SectorChoice>() is { } latest)
        {
            told?.Found(latest);
            return new(true);
        }

        told?.Lack(ReadinessCodes.SectorMissing, $"None is chosen.");
        return CriterionVerdict.Unmet(ReadinessCodes.SectorMissing);
    }

    private readonly CriterionVerdict Advisor(AdvisorCriterion criterion, CriterionAccount? told)
    {
        var isNamed = false;
        LocalDate? longest = null;
        foreach (var entry in _entries)
        {
            if (entry is AdvisorNamed advisor && !(advisor.Until < _on) && (criterion.Roles.IsEmpty || criterion.Roles.Contains(advisor.AdvisorRole)))
            {
                told?.Found(advisor);
                longest = isNamed && Validity.Compare(longest, advisor.Until) <= 0 ? longest : advisor.Until;
                isNamed = true;
            }
        }

        if (isNamed)
        {
            return new(true, longest);
        }

        told?.Lack(ReadinessCodes.AdvisorMissing, $"Nobody is named on {_on:uuuu-MM-dd}.");
        return CriterionVerdict.Unmet(ReadinessCodes.AdvisorMissing);
    }

    private readonly CriterionVerdict Barriers(BarrierCriterion criterion, CriterionAccount? told)
    {
        var isOpen = false;
        foreach (var entry in _entries)
        {
            if (entry is BarrierReported barrier && (criterion.Kinds.IsEmpty || criterion.Kinds.Contains(barrier.Kind)) && !IsMitigated(barrier.Id))
            {
                isOpen = true;
                told?.Found(barrier);
                told?.Lack(ReadinessCodes.BarrierOpen, $"{EnumWords<BarrierKind>.Word(barrier.Kind)}, reported on {barrier.On:uuuu-MM-dd}.");
            }
        }

        return new(!isOpen);
    }

    private readonly bool IsMitigated(EntryId barrier)
    {
        foreach (var entry in _entries)
        {
            if (entry is BarrierMitigated mitigated && mitigated.Barrier == barrier)
            {
                return true;
            }
        }

        return false;
    }

    private readonly CriterionVerdict Grade(GradeCriterion criterion, CriterionAccount? told)
    {
        if (_facts.Grade is not { } grade)
        {
            told?.Lack(ReadinessCodes.GradeUnknown, $"The grade is not known.");
            return CriterionVerdict.Unmet(ReadinessCodes.GradeUnknown);
        }

        if (grade < criterion.Least)
        {
            told?.Lack(ReadinessCodes.GradeTooLow, $"The student is in grade {grade}, not {criterion.Least} or above.");
            return CriterionVerdict.Unmet(ReadinessCodes.GradeTooLow);
        }

        return new(true);
    }

    private readonly CriterionVerdict Signatures(PlanSignedCriterion criterion, CriterionAccount? told)
    {
        var verdict = new CriterionVerdict(true);
        foreach (var signer in criterion.Signers)
        {
            PlanSigned? latest = null;
            foreach (var entry in _entries)
            {
                if (entry is PlanSigned signed && signed.Signer == signer && (criterion.Template is not { } template || signed.Template == template))
                {
                    latest = signed;
                }
            }

            var one = LastsLong(latest, criterion.WithinDays, told);
            verdict = Both(verdict, one);
            if (latest is null)
            {
                told?.Lack(ReadinessCodes.SignatureMissing, $"The {EnumWords<Role>.Word(signer)} has not signed.");
            }
            else if (!one.IsMet)
            {
                told?.Lack(ReadinessCodes.SignatureTooOld, $"The {EnumWords<Role>.Word(signer)} signed on {latest.On:uuuu-MM-dd}.");
            }
        }

        return verdict;
    }

    private readonly CriterionVerdict Goals(GoalCriterion criterion, CriterionAccount? told)
    {
        var verdict = new CriterionVerdict(true);
        foreach (var kind in criterion.Kinds)
        {
            GoalSet? latest = null;
            foreach (var entry in _entries)
            {
                latest = entry is GoalSet goal && goal.Kind == kind ? goal : latest;
            }

            var one = LastsLong(latest, criterion.WithinDays, told);
            verdict = Both(verdict, one);
            if (latest is null)
            {
                told?.Lack(ReadinessCodes.GoalMissing, $"There is no {EnumWords<GoalKind>.Word(kind)} goal.");
            }
            else if (!one.IsMet)
            {
                told?.Lack(ReadinessCodes.GoalTooOld, $"The {EnumWords<GoalKind>.Word(kind)} goal is of {latest.On:uuuu-MM-dd}.");
            }
        }

        return verdict;
    }

    private readonly CriterionVerdict Intent(IntentCriterion criterion, CriterionAccount? told)
    {
        if (Latest<IntentDeclared>() is not { } latest)
        {
            told?.Lack(ReadinessCodes.IntentMissing, $"Nothing is said yet.");
            return CriterionVerdict.Unmet(ReadinessCodes.IntentMissing);
        }

        told?.Found(latest);
        if (criterion.MustBeDecided && latest.Intent == PostsecondaryIntent.Undecided)
        {
            told?.Lack(ReadinessCodes.IntentMissing, $"The student was undecided on {latest.On:uuuu-MM-dd}.");
            return CriterionVerdict.Unmet(ReadinessCodes.IntentMissing);
        }

        return new(true);
    }

    private readonly CriterionVerdict Aid(AidCriterion criterion, CriterionAccount? told)
    {
        AidReached? farthest = null;
        foreach (var entry in _entries)
        {
            farthest = entry is AidReached aid && (farthest is null || aid.Milestone > farthest.Milestone) ? aid : farthest;
        }

        if (farthest is not null)
        {
            told?.Found(farthest);

            // Opting out comes last in the enumeration, so that it is enough for any milestone.
            if (farthest.Milestone >= criterion.Least)
            {
                return new(true);
            }
        }

        told?.Lack(ReadinessCodes.AidMissing, $"{(farthest is null ? "Nothing is reached yet" : $"Reached so far: {EnumWords<FinancialAidMilestone>.Word(farthest.Milestone)}")}.");
        return CriterionVerdict.Unmet(ReadinessCodes.AidMissing);
    }

    private readonly T? Latest<T>()
        where T : RecordEntry
    {
        for (var i = _entries.Length - 1; i >= 0; i--)
        {
            if (_entries[i] is T latest)
            {
                return latest;
            }
        }

        return null;
    }

    // One of several things of which each must be there, and not be older than some days.
    private readonly CriterionVerdict LastsLong(RecordEntry? latest, int? days, CriterionAccount? told)
    {
        if (latest is null)
        {
            return new(false);
        }

        told?.Found(latest);
        LocalDate? until = days is { } number ? latest.On.PlusDays(number) : null;
        return until < _on ? new(false, IsLapsed: true) : new(true, until);
    }

    private static CriterionVerdict Both(CriterionVerdict all, CriterionVerdict one) => all.IsMet && one.IsMet
        ? new(true, Validity.Earlier(all.Until, one.Until))
        : new(false, IsLapsed: (all.IsMet || all.IsLapsed) && (one.IsMet || one.IsLapsed));
}
