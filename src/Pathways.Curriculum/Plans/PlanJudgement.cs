namespace Pathways.Curriculum;

/// <summary>Whether a criterion holds, since when, by what, and what is missing.</summary>
/// <param name="MetOn">The day from which it held; null when it does not hold.</param>
/// <param name="Evidence">The entries that count for it, also where they are not enough.</param>
/// <param name="Missing">Everything that is missing; empty when it holds.</param>
internal sealed record PlanJudgement(LocalDate? MetOn, ImmutableArray<RecordEntry> Evidence, ImmutableArray<Refusal> Missing)
{
    public bool IsMet => MetOn is not null;

    public static PlanJudgement Met(LocalDate on, params ImmutableArray<RecordEntry> evidence) => new(on, evidence, []);

    public static PlanJudgement Unmet(string code, string sentence, params ImmutableArray<RecordEntry> evidence) => new(null, evidence, [new(code, sentence)]);

    /// <summary>Enough entries, the first of which made it hold.</summary>
    public static PlanJudgement Enough(IEnumerable<RecordEntry> entries, int count, string code, string what)
    {
        ImmutableArray<RecordEntry> found = [.. entries];
        return found.Length >= count
            ? Met(found[count - 1].On, found)
            : Unmet(code, PlanWords.NotYet(found.Length, count, what), found);
    }

    /// <summary>The entries without repetition, in the order of days and, within a day, of identifiers.</summary>
    public ImmutableArray<EntryId> EvidenceIds() =>
        [.. Evidence.OrderBy(entry => entry.On).ThenBy(entry => entry.Id).Select(entry => entry.Id).Distinct()];
}
