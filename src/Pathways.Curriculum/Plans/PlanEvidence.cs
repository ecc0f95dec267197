namespace Pathways.Curriculum;

/// <summary>What of a record can count for a plan on a day, sorted by kind once for all elements.</summary>
internal sealed class PlanEvidence
{
    private readonly Dictionary<Type, List<RecordEntry>> _entries = [];
    private readonly Dictionary<(ArtifactId, int), ArtifactReview> _reviews = [];

    public PlanEvidence(StudentRecord record, LocalDate on)
    {
        foreach (var entry in record.Standing.Where(entry => entry.On <= on))
        {
            if (entry is ArtifactReview review)
            {
                Keep(review);
            }
            else if (_entries.TryGetValue(entry.GetType(), out var list))
            {
                list.Add(entry);
            }
            else
            {
                _entries.Add(entry.GetType(), [entry]);
            }
        }
    }

    /// <summary>In the order of days and, within a day, of identifiers.</summary>
    public IEnumerable<T> All<T>()
        where T : RecordEntry => _entries.TryGetValue(typeof(T), out var list) ? list.Cast<T>() : [];

    public ArtifactReview? ReviewOf(ArtifactVersion version) => _reviews.GetValueOrDefault((version.Artifact, version.Version));

    // The latest day counts, and on one day the review that returns; entries come in the order of days.
    private void Keep(ArtifactReview review)
    {
        var key = (review.Artifact, review.Version);
        if (!_reviews.TryGetValue(key, out var kept) || kept.On < review.On || (kept.State == ReviewState.Accepted && review.State != ReviewState.Accepted))
        {
            _reviews[key] = review;
        }
    }
}
