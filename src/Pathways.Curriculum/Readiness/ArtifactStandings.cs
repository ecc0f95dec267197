namespace Pathways.Curriculum;

/// <summary>A version of an artifact, in the order of the record.</summary>
internal struct VersionStanding
{
    /// <summary>Which entry it is.</summary>
    public int Entry;

    /// <summary>The position of its artifact.</summary>
    public int Artifact;

    /// <summary>Another version of the artifact, one more than its position; 0 when there is none.</summary>
    public int Other;

    /// <summary>What the latest review says of it; null when nobody looked at it.</summary>
    public ReviewState? Judged;

    public LocalDate JudgedOn;
}

/// <summary>An artifact through all its versions. Entries are those of the record, by position.</summary>
internal struct ArtifactStanding
{
    /// <summary>The first artifact of the bucket of this position, and the next one of the bucket this artifact is in; one more than its position.</summary>
    public int Bucket;
    public int Next;

    /// <summary>Its versions, one more than the position of the last; 0 for none.</summary>
    public int Versions;

    /// <summary>The entry of the latest version.</summary>
    public int Latest;

    /// <summary>The entry of the latest version that was judged; -1 when none was.</summary>
    public int Reviewed;

    /// <summary>The entry of the latest accepted version; -1 when none was.</summary>
    public int Accepted;

    /// <summary>What the latest version that was judged was judged to be; null when none was.</summary>
    public ReviewState? State;
}

/// <summary>The artifacts of a record with what became of them, found in one walk, in memory the caller lends as far as it is enough.</summary>
/// <param name="artifacts">Room for artifacts, a power of two.</param>
/// <param name="versions">Room for versions, as much.</param>
internal ref struct ArtifactStandings(Span<ArtifactStanding> artifacts, Span<VersionStanding> versions)
{
    private Span<ArtifactStanding> _artifacts = artifacts;
    private Span<VersionStanding> _versions = versions;
    private ReadOnlySpan<RecordEntry> _entries;
    private int _artifactCount;
    private int _versionCount;

    /// <summary>The versions in the order of the record.</summary>
    public readonly ReadOnlySpan<VersionStanding> Versions => _versions[.._versionCount];

    /// <summary>Whether <see cref="Fill"/> was called.</summary>
    public bool IsFilled { get; private set; }

    /// <summary>The artifact of a version.</summary>
    public readonly ref readonly ArtifactStanding Of(in VersionStanding version) => ref _artifacts[version.Artifact];

    /// <summary>Walks over a record.</summary>
    public void Fill(ReadOnlySpan<RecordEntry> entries)
    {
        (_artifactCount, _versionCount, IsFilled) = (0, 0, true);
        _entries = entries;
        MakeRoom();
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is ArtifactVersion version)
            {
                HandIn(version, i);
            }
        }

        if (_versionCount == 0)
        {
            return;
        }

        foreach (var entry in entries)
        {
            if (entry is ArtifactReview review)
            {
                Judge(review);
            }
        }

        foreach (ref readonly var version in Versions)
        {
            Settle(version);
        }
    }

    private void MakeRoom()
    {
        var count = 0;
        foreach (var entry in _entries)
        {
            count += entry is ArtifactVersion ? 1 : 0;
        }

        if (count > _artifacts.Length)
        {
            var room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
            _artifacts = new ArtifactStanding[room];
            _versions = new VersionStanding[room];
        }
        else
        {
            _artifacts.Clear(); // buckets begin empty; versions are written before they are read
        }
    }

    private void HandIn(ArtifactVersion version, int entry)
    {
        ref var bucket = ref Bucket(version.Artifact);
        var position = Find(version.Artifact, bucket);
        if (position < 0)
        {
            position = _artifactCount++;
            ref var added = ref _artifacts[position];
            (added.Next, added.Latest, added.Reviewed, added.Accepted) = (bucket, entry, -1, -1);
            bucket = position + 1;
        }

        ref var artifact = ref _artifacts[position];
        _versions[_versionCount] = new() { Entry = entry, Artifact = position, Other = artifact.Versions };
        artifact.Versions = ++_versionCount;
        if (Follows(version, artifact.Latest))
        {
            artifact.Latest = entry;
        }
    }

    // Reviews come in the order of days, so that a later one counts; on one day the one that returns it.
    private readonly void Judge(ArtifactReview review)
    {
        if (Find(review.Artifact, Bucket(review.Artifact)) is not (>= 0 and var position))
        {
            return;
        }

        for (var i = _artifacts[position].Versions; i > 0; i = _versions[i - 1].Other)
        {
            ref var version = ref _versions[i - 1];
            if (Entry(version.Entry).Version == review.Version
                && (version.Judged is null || review.On > version.JudgedOn || review.State == ReviewState.Returned))
            {
                (version.Judged, version.JudgedOn) = (review.State, review.On);
            }
        }
    }

    private readonly void Settle(in VersionStanding standing)
    {
        if (standing.Judged is not { } judged)
        {
            return;
        }

        ref var artifact = ref _artifacts[standing.Artifact];
        var version = Entry(standing.Entry);
        if (judged == ReviewState.Accepted && (artifact.State != ReviewState.Accepted || version.On > Entry(artifact.Accepted).On))
        {
            artifact.Accepted = standing.Entry;
        }

        if (artifact.Reviewed < 0 || Follows(version, artifact.Reviewed))
        {
            (artifact.Reviewed, artifact.State) = (standing.Entry, judged);
        }
    }

    // Two entries of one number are a fault of the record; the later identifier counts, so that the answer is the same every time.
    private readonly bool Follows(ArtifactVersion version, int entry)
    {
        var other = Entry(entry);
        return version.Version > other.Version || (version.Version == other.Version && version.Id > other.Id);
    }

    private readonly ArtifactVersion Entry(int entry) => (ArtifactVersion)_entries[entry];

    private readonly ref int Bucket(ArtifactId artifact) =>
        ref _artifacts[artifact.Value.GetHashCode(StringComparison.Ordinal) & (_artifacts.Length - 1)].Bucket;

    private readonly int Find(ArtifactId artifact, int bucket)
    {
        for (; bucket > 0; bucket = _artifacts[bucket - 1].Next)
        {
            if (Entry(_artifacts[bucket - 1].Latest).Artifact == artifact)
            {
                return bucket - 1;
            }
        }

        return -1;
    }
}
