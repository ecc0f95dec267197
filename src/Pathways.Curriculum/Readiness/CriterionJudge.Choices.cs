namespace Pathways.Curriculum;

// What students choose, who stands by them, and what stands in their way.
internal readonly ref partial struct CriterionJudge
{
    private CriterionResult Assessment(AssessmentCriterion criterion)
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
            return Unmet(criterion, ReadinessCodes.AssessmentMissing, $"None is there.");
        }

        LocalDate? until = criterion.WithinMonths is { } months ? latest.On.PlusMonths(months) : null;
        return until < _on
            ? Unmet(criterion, ReadinessCodes.AssessmentTooOld, $"The latest is of {latest.On:uuuu-MM-dd}.", [latest.Id])
            : new() { Criterion = criterion, Evidence = [latest.Id], Until = until };
    }

    private CriterionResult Sector(SectorCriterion criterion)
    {
        SectorChoice? latest = null;
        foreach (var entry in _entries)
        {
            latest = entry as SectorChoice ?? latest;
        }

        return latest is null
            ? Unmet(criterion, ReadinessCodes.SectorMissing, $"None is chosen.")
            : new() { Criterion = criterion, Evidence = [latest.Id] };
    }

    private CriterionResult Advisor(AdvisorCriterion criterion)
    {
        List<Item>? named = null;
        foreach (var entry in _entries)
        {
            if (entry is AdvisorNamed advisor && !(advisor.Until < _on) && (criterion.Roles.IsEmpty || criterion.Roles.Contains(advisor.AdvisorRole)))
            {
                (named ??= []).Add(new(advisor.Id, advisor.On, advisor.Until));
            }
        }

        return named is null
            ? Unmet(criterion, ReadinessCodes.AdvisorMissing, $"Nobody is named on {_on:uuuu-MM-dd}.")
            : Met(criterion, named, 1, null);
    }

    private CriterionResult Barriers(BarrierCriterion criterion)
    {
        var open = new List<BarrierReported>();
        foreach (var entry in _entries)
        {
            if (entry is BarrierReported barrier && (criterion.Kinds.IsEmpty || criterion.Kinds.Contains(barrier.Kind)) && !IsMitigated(barrier.Id))
            {
                open.Add(barrier);
            }
        }

        return new()
        {
            Criterion = criterion,
            Evidence = [.. open.Select(barrier => barrier.Id)],
            Missing = [.. open.Select(barrier => Say(
                ReadinessCodes.BarrierOpen, criterion, $"{Pathways.Json.EnumWords<BarrierKind>.Word(barrier.Kind)}, reported on {barrier.On:uuuu-MM-dd}."))],
        };
    }

    private bool IsMitigated(EntryId barrier)
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

    private CriterionResult Grade(GradeCriterion criterion) => _facts.Grade switch
    {
        null => Unmet(criterion, ReadinessCodes.GradeUnknown, $"The grade is not known."),
        { } grade when grade < criterion.Least => Unmet(criterion, ReadinessCodes.GradeTooLow, $"The student is in grade {grade}, not {criterion.Least} or above."),
        _ => new() { Criterion = criterion },
    };

    private CriterionResult Signatures(PlanSignedCriterion criterion)
    {
        var each = new Each();
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

            var who = Pathways.Json.EnumWords<Role>.Word(signer);
            each.Add(this, criterion, latest, criterion.WithinDays,
                (ReadinessCodes.SignatureMissing, $"The {who} has not signed."), (ReadinessCodes.SignatureTooOld, $"The {who} signed on {latest?.On:uuuu-MM-dd}."));
        }

        return each.Result(criterion);
    }

    private CriterionResult Goals(GoalCriterion criterion)
    {
        var each = new Each();
        foreach (var kind in criterion.Kinds)
        {
            GoalSet? latest = null;
            foreach (var entry in _entries)
            {
                latest = entry is GoalSet goal && goal.Kind == kind ? goal : latest;
            }

            var word = Pathways.Json.EnumWords<GoalKind>.Word(kind);
            each.Add(this, criterion, latest, criterion.WithinDays,
                (ReadinessCodes.GoalMissing, $"There is no {word} goal."), (ReadinessCodes.GoalTooOld, $"The {word} goal is of {latest?.On:uuuu-MM-dd}."));
        }

        return each.Result(criterion);
    }

    private CriterionResult Intent(IntentCriterion criterion)
    {
        IntentDeclared? latest = null;
        foreach (var entry in _entries)
        {
            latest = entry as IntentDeclared ?? latest;
        }

        return latest is null ? Unmet(criterion, ReadinessCodes.IntentMissing, $"Nothing is said yet.")
            : criterion.MustBeDecided && latest.Intent == PostsecondaryIntent.Undecided
                ? Unmet(criterion, ReadinessCodes.IntentMissing, $"The student was undecided on {latest.On:uuuu-MM-dd}.", [latest.Id])
                : new() { Criterion = criterion, Evidence = [latest.Id] };
    }

    private CriterionResult Aid(AidCriterion criterion)
    {
        AidReached? farthest = null;
        foreach (var entry in _entries)
        {
            farthest = entry is AidReached aid && (farthest is null || aid.Milestone > farthest.Milestone) ? aid : farthest;
        }

        // Opting out comes last in the enumeration, so that it is enough for any milestone.
        return farthest is not null && farthest.Milestone >= criterion.Least
            ? new() { Criterion = criterion, Evidence = [farthest.Id] }
            : Unmet(
                criterion, ReadinessCodes.AidMissing, $"{(farthest is null ? "Nothing is reached yet" : $"Reached so far: {Pathways.Json.EnumWords<FinancialAidMilestone>.Word(farthest.Milestone)}")}.",
                farthest is null ? [] : [farthest.Id]);
    }

    /// <summary>Several things of which each must be there.</summary>
    private sealed class Each
    {
        private readonly ImmutableArray<EntryId>.Builder _evidence = ImmutableArray.CreateBuilder<EntryId>();
        private readonly ImmutableArray<Refusal>.Builder _missing = ImmutableArray.CreateBuilder<Refusal>();
        private LocalDate? _until;

        public void Add(
            in CriterionJudge judge, ReadinessCriterion criterion, RecordEntry? latest, int? days,
            (string Code, FormattableString Detail) none, (string Code, FormattableString Detail) old)
        {
            if (latest is null)
            {
                _missing.Add(Say(none.Code, criterion, none.Detail));
                return;
            }

            _evidence.Add(latest.Id);
            var until = Aged(latest.Id, latest.On, days).Until;
            if (until < judge._on)
            {
                _missing.Add(Say(old.Code, criterion, old.Detail));
            }

            _until = Validity.Earlier(_until, until);
        }

        public CriterionResult Result(ReadinessCriterion criterion) => new()
        {
            Criterion = criterion, Evidence = _evidence.ToImmutable(), Missing = _missing.ToImmutable(), Until = _missing.Count == 0 ? _until : null,
        };
    }
}
