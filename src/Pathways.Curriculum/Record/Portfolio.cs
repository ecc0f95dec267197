namespace Pathways.Curriculum;

/// <summary>What a student handed in, with every version and how its review went.</summary>
/// <param name="Artifact">Which artifact.</param>
/// <param name="Versions">Its versions, from the first; never empty.</param>
public sealed record ArtifactHistory(ArtifactId Artifact, ImmutableArray<VersionReview> Versions)
{
    /// <summary>The newest version.</summary>
    public VersionReview Latest => Versions[^1];

    /// <summary>The newest version that was accepted.</summary>
    public VersionReview? Accepted => Versions.LastOrDefault(version => version.State == ReviewState.Accepted);

    /// <summary>The version to show: the newest accepted one, and the newest of all where none was accepted.</summary>
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
    /// <summary>The artifacts to show: those whose newest version the student chose to show, or of which a version was accepted.</summary>
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
