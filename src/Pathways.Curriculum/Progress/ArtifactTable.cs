namespace Pathways.Curriculum;

/// <summary>What became of one artifact, through all its versions.</summary>
/// <remarks>
/// Its state is that of <see cref="ArtifactRule"/>. Of several reviews of one version the latest day counts, and on one day the
/// one that returns it.
/// </remarks>
internal struct ArtifactState
{
    /// <summary>An entry that names it.</summary>
    public int Entry;

    /// <summary>The next artifact of the same bucket, one more than its position; 0 at the end.</summary>
    public int Next;

    /// <summary>Its versions, one more than the position of the first; 0 for none.</summary>
    public int Versions;

    public int TopVersion;
    public ArtifactKind Kind;

    /// <summary>The activity, by the latest version that names one; -1 when none does, or the scope does not have it.</summary>
    public int Activity;
    public int ActivityVersion;
    public LocalDate HandedInOn;

    /// <summary>The day on which it was accepted and stayed so; <see langword="default"/> while it is not.</summary>
    public LocalDate AcceptedSince;

    private int _judgedVersion;
    private LocalDate _judgedOn;
    private bool _isAccepted;
    private LocalDate _day;
    private LocalDate _sinceBefore;

    public readonly ReviewState State => ArtifactRule.StateOf(_judgedVersion, _isAccepted, TopVersion);

    public void Judge(ArtifactReview review)
    {
        if (review.On != _day)
        {
            (_day, _sinceBefore) = (review.On, AcceptedSince);
        }

        var accepts = review.State == ReviewState.Accepted;
        if (review.Version > _judgedVersion || (review.Version == _judgedVersion && review.On > _judgedOn))
        {
            (_judgedVersion, _judgedOn, _isAccepted) = (review.Version, review.On, accepts);
        }
        else if (review.Version == _judgedVersion)
        {
            _isAccepted &= accepts;
        }

        AcceptedSince = !_isAccepted ? default : _sinceBefore != default ? _sinceBefore : review.On;
    }
}

/// <summary>A version that was handed in, and the one before it in the list of its artifact.</summary>
internal struct ArtifactVersionLink
{
    public int Version;
    public int Next;
}

/// <summary>The artifacts of a record by their identifiers, in memory the caller lends.</summary>
/// <param name="entries">The entries to look at.</param>
/// <param name="states">Room for every artifact.</param>
/// <param name="links">Room for every version.</param>
/// <param name="buckets">Zeros; a power of two of them.</param>
internal ref struct ArtifactTable(
    ReadOnlySpan<RecordEntry> entries, Span<ArtifactState> states, Span<ArtifactVersionLink> links, Span<int> buckets)
{
    private readonly ReadOnlySpan<RecordEntry> _entries = entries;
    private readonly Span<ArtifactState> _states = states;
    private readonly Span<ArtifactVersionLink> _links = links;
    private readonly Span<int> _buckets = buckets;
    private int _artifacts;
    private int _versions;

    public readonly Span<ArtifactState> States => _states[.._artifacts];

    public void HandIn(CompiledScope scope, int entry)
    {
        var version = (ArtifactVersion)_entries[entry];
        ref var bucket = ref Bucket(version.Artifact);
        var position = Find(version.Artifact, bucket);
        if (position < 0)
        {
            position = _artifacts++;
            _states[position] = new() { Entry = entry, Next = bucket, Activity = -1, HandedInOn = version.On };
            bucket = position + 1;
        }

        ref var state = ref _states[position];
        _links[_versions] = new() { Version = version.Version, Next = state.Versions };
        state.Versions = ++_versions;
        if (version.Version >= state.TopVersion)
        {
            (state.TopVersion, state.Kind) = (version.Version, version.Kind);
        }

        if (version.Activity is { } activity && version.Version >= state.ActivityVersion)
        {
            (state.ActivityVersion, state.Activity) = (version.Version, scope.Find(activity));
        }
    }

    /// <summary>Takes a review into account, if it is of a version that was handed in.</summary>
    public readonly void Judge(ArtifactReview review)
    {
        if (review.State == ReviewState.Submitted || Find(review.Artifact, Bucket(review.Artifact)) is not (>= 0 and var position))
        {
            return;
        }

        ref var state = ref _states[position];
        for (var link = state.Versions; link > 0; link = _links[link - 1].Next)
        {
            if (_links[link - 1].Version == review.Version)
            {
                state.Judge(review);
                return;
            }
        }
    }

    private readonly ref int Bucket(ArtifactId artifact) =>
        ref _buckets[artifact.Value.GetHashCode(StringComparison.Ordinal) & (_buckets.Length - 1)];

    private readonly int Find(ArtifactId artifact, int bucket)
    {
        for (; bucket > 0; bucket = _states[bucket - 1].Next)
        {
            if (((ArtifactVersion)_entries[_states[bucket - 1].Entry]).Artifact == artifact)
            {
                return bucket - 1;
            }
        }

        return -1;
    }
}
