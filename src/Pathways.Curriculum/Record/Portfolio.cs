namespace Pathways.Curriculum;

/// <summary>What a student handed in, with every version and how its review went.</summary>
/// <param name="Artifact">Which artifact.</param>
/// <param name="Versions">Its versions, from the first; never empty.</param>
public sealed record ArtifactHistory(ArtifactId Artifact, ImmutableArray<VersionReview> Versions)
{
    /// <summary>The newest version.</summary>
    public VersionReview Latest => Versions[^1];

    /// <summary>
    /// Where the artifact stands: the latest version that was judged decides. A version that nobody looked at takes nothing back, and a version that was
    /// returned takes back what was accepted before it.
    /// </summary>
    public ReviewState State => Versions.LastOrDefault(version => version.State != ReviewState.Submitted) is { } judged
        ? ArtifactRule.StateOf(judged.Version.Version, judged.State == ReviewState.Accepted, Latest.Version.Version)
        : ReviewState.Submitted;

    /// <summary>The version by which the artifact is accepted; <see langword="null"/> while it is not.</summary>
    public VersionReview? Accepted => State == ReviewState.Accepted ? Versions.LastOrDefault(version => version.State == ReviewState.Accepted) : null;

    /// <summary>The version to show: the one by which it is accepted, and the newest of all while it is not.</summary>
    public VersionReview Current => Accepted ?? Latest;
}

/// <summary>A version of an artifact and its review.</summary>
/// <param name="Version">What was handed in.</param>
/// <param name="State">What came of it: the latest review counts and, of one day, the one that returns it.</param>
/// <param name="Review">That review; <see langword="null"/> while there is none.</param>
public sealed record VersionReview(ArtifactVersion Version, ReviewState State, ArtifactReview? Review);

/// <summary>The portfolio: what the student shows of what they made, in the order in which it came to be.</summary>
public static class Portfolio
{
    /// <summary>The artifacts to show: those whose newest version the student chose to show, and those that are accepted.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The last day that counts; all when left out.</param>
    public static ImmutableArray<ArtifactHistory> Of(StudentRecord record, LocalDate? on = null) =>
        [.. All(record, on).Where(artifact => artifact.Latest.Version.InPortfolio || artifact.Accepted is not null)];

    /// <summary>Every artifact, in the order of the days on which the first versions were handed in and, within a day, of identifiers.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The last day that counts; all when left out.</param>
    public static ImmutableArray<ArtifactHistory> All(StudentRecord record, LocalDate? on = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var versions = new Dictionary<ArtifactId, List<ArtifactVersion>>();
        var reviews = new Dictionary<(ArtifactId, int), ArtifactReview>();
        foreach (var entry in record.Standing)
        {
            if (entry.On > on)
            {
                break;
            }

            if (entry is ArtifactVersion version)
            {
                (versions.TryGetValue(version.Artifact, out var list) ? list : versions[version.Artifact] = []).Add(version);
            }
            else if (entry is ArtifactReview review)
            {
                var key = (review.Artifact, review.Version);
                if (!reviews.TryGetValue(key, out var other) || other.On < review.On || review.State == ReviewState.Returned)
                {
                    reviews[key] = review;
                }
            }
        }

        return
        [
            .. versions
                .OrderBy(artifact => artifact.Value.Min(version => version.On)).ThenBy(artifact => artifact.Key)
                .Select(artifact => new ArtifactHistory(artifact.Key, [.. artifact.Value.OrderBy(version => version.Version).Select(Reviewed)])),
        ];

        VersionReview Reviewed(ArtifactVersion version)
        {
            var review = reviews.GetValueOrDefault((version.Artifact, version.Version));
            return new(version, review?.State ?? ReviewState.Submitted, review);
        }
    }
}
