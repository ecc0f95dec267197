namespace Pathways.Curriculum;

/// <summary>The verdicts of some criteria, and their results once somebody asked for them.</summary>
/// <remarks>
/// Shared by threads: what is told depends on nothing but what never changes, so that it does not matter who of two makes it, and the first
/// that is there stays.
/// </remarks>
internal sealed class JudgedCriteria
{
    private readonly CriterionVerdict[] _verdicts;
    private readonly ImmutableArray<ReadinessCriterion> _criteria;
    private readonly StudentRecord? _record;
    private readonly ReadinessFacts? _facts;
    private readonly LocalDate _on;
    private ImmutableArray<CriterionResult> _results;

    /// <summary>Judges a record.</summary>
    public JudgedCriteria(ImmutableArray<ReadinessCriterion> criteria, StudentRecord record, ReadinessFacts facts, LocalDate on)
    {
        (_criteria, _record, _facts, _on) = (criteria, record, facts, on);
        _verdicts = new CriterionVerdict[criteria.Length];
        var judge = new CriterionJudge(
            ReadinessCalculator.Until(record, on), facts, on, new(stackalloc ArtifactStanding[CriterionJudge.Room], stackalloc VersionStanding[CriterionJudge.Room]));
        for (var i = 0; i < _verdicts.Length; i++)
        {
            _verdicts[i] = judge.Judge(criteria[i]);
        }
    }

    private JudgedCriteria(ImmutableArray<CriterionResult> results)
    {
        _results = results;
        _criteria = [.. results.Select(result => result.Criterion)];
        _verdicts = [.. results.Select(result => new CriterionVerdict(result.IsMet, result.Until, result.IsWaived, result.Missing.All(missing => ReadinessCodes.IsLapse(missing.Code))))];
    }

    public int Count => _verdicts.Length;

    public int UnmetCount
    {
        get
        {
            var count = 0;
            foreach (ref readonly var verdict in _verdicts.AsSpan())
            {
                count += verdict.IsMet ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>The earliest last day; null when nothing expires, or something is not met.</summary>
    public LocalDate? Until
    {
        get
        {
            LocalDate? until = null;
            foreach (ref readonly var verdict in _verdicts.AsSpan())
            {
                if (!verdict.IsMet)
                {
                    return null;
                }

                until = Validity.Earlier(until, verdict.Until);
            }

            return until;
        }
    }

    /// <summary>Whether something is not met, and all that is missing was there and is over.</summary>
    public bool IsLapsed => Array.TrueForAll(_verdicts, verdict => verdict.IsMet || verdict.IsLapsed) && UnmetCount > 0;

    public ImmutableArray<CriterionResult> Results
    {
        get
        {
            if (_results.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _results, Tell(_record!, _facts!));
            }

            return _results;
        }
    }

    public static JudgedCriteria Of(ImmutableArray<CriterionResult> results) => new(results.IsDefault ? [] : results);

    public ImmutableArray<ReadinessCriterion> Unmet() => [.. _criteria.Where((_, i) => !_verdicts[i].IsMet)];

    public bool Equals(JudgedCriteria other) => ReferenceEquals(this, other) || (!_results.IsDefault && _results == other._results);

    private ImmutableArray<CriterionResult> Tell(StudentRecord record, ReadinessFacts facts)
    {
        var judge = new CriterionJudge(ReadinessCalculator.Until(record, _on), facts, _on, default);
        var results = ImmutableArray.CreateBuilder<CriterionResult>(_criteria.Length);
        foreach (var criterion in _criteria)
        {
            results.Add(judge.Tell(criterion));
        }

        return results.MoveToImmutable();
    }
}
