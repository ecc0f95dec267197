namespace Pathways.Curriculum;

/// <summary>What there is to tell of one criterion beside its verdict. Who wants the verdict alone passes none, and nothing of it is made.</summary>
internal sealed class CriterionAccount(ReadinessCriterion criterion)
{
    private readonly ImmutableArray<EntryId>.Builder _evidence = ImmutableArray.CreateBuilder<EntryId>();
    private readonly ImmutableArray<Refusal>.Builder _missing = ImmutableArray.CreateBuilder<Refusal>();
    private readonly ImmutableArray<CriterionResult>.Builder _parts = ImmutableArray.CreateBuilder<CriterionResult>();

    /// <summary>Names an entry that the criterion rests on; to be called in the order of the record.</summary>
    public void Found(RecordEntry entry) => _evidence.Add(entry.Id);

    /// <summary>Says what is missing, after the sentence of the criterion.</summary>
    public void Lack(string code, FormattableString detail) =>
        _missing.Add(new(code, $"{criterion.Sentence} {FormattableString.Invariant(detail)}"));

    /// <summary>Takes the result of a part of a group, with its evidence.</summary>
    public void Take(CriterionResult part)
    {
        _parts.Add(part);
        foreach (var id in part.Evidence)
        {
            if (!_evidence.Contains(id))
            {
                _evidence.Add(id);
            }
        }
    }

    /// <summary>Says everything that the parts of a group miss.</summary>
    public void LackParts() => _missing.AddRange(_parts.SelectMany(part => part.Missing));

    /// <summary>The sentences of everything that the parts of a group miss, one after the other.</summary>
    public string PartsMissing() => string.Join(' ', _parts.SelectMany(part => part.Missing).Select(refusal => refusal.Sentence));

    public CriterionResult ToResult(CriterionVerdict verdict) => new()
    {
        Criterion = criterion,
        Evidence = _evidence.ToImmutable(),
        Missing = _missing.ToImmutable(),
        Parts = _parts.ToImmutable(),
        Until = verdict.Until,
        IsWaived = verdict.IsWaived,
    };
}
