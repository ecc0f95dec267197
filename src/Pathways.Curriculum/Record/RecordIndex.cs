namespace Pathways.Curriculum;

/// <summary>What the rules of a record ask of all its entries, found in one pass. Corrected entries are in it too.</summary>
/// <remarks>
/// A rule that asks for the existence of something looks at corrected entries as well: a record that was in order stays in order whatever is
/// corrected later, in whichever order entries are read.
/// </remarks>
internal sealed class RecordIndex
{
    private readonly Dictionary<EntryId, RecordEntry> _entries = [];
    private readonly Dictionary<(ArtifactId, int), List<ArtifactVersion>> _versions = [];
    private readonly Dictionary<EntryId, int> _corrections = [];
    private readonly HashSet<ReadinessDefinitionId> _granted = [];

    public RecordIndex(StudentId student, IEnumerable<RecordEntry> entries)
    {
        Student = student;
        foreach (var entry in entries)
        {
            _entries.Add(entry.Id, entry);
            switch (entry)
            {
                case ArtifactVersion version:
                    if (!_versions.TryGetValue((version.Artifact, version.Version), out var list))
                    {
                        _versions.Add((version.Artifact, version.Version), list = []);
                    }

                    list.Add(version);
                    break;
                case Correction correction:
                    _corrections[correction.Corrected] = _corrections.GetValueOrDefault(correction.Corrected) + 1;
                    break;
                case ReadinessGranted grant:
                    _granted.Add(grant.Definition);
                    break;
            }
        }
    }

    public StudentId Student { get; }

    public RecordEntry? Find(EntryId id) => _entries.GetValueOrDefault(id);

    public bool IsGranted(ReadinessDefinitionId definition) => _granted.Contains(definition);

    public int CorrectionsOf(EntryId id) => _corrections.GetValueOrDefault(id);

    public IReadOnlyList<ArtifactVersion> Versions(ArtifactId artifact, int version) =>
        _versions.GetValueOrDefault((artifact, version)) ?? (IReadOnlyList<ArtifactVersion>)[];

    /// <summary>Another entry that stands for the same version.</summary>
    public ArtifactVersion? Rival(ArtifactVersion version) => CorrectionsOf(version.Id) > 0
        ? null
        : Versions(version.Artifact, version.Version).FirstOrDefault(other => other.Id != version.Id && CorrectionsOf(other.Id) == 0);

    /// <summary>The version before or after, if it is of another kind or activity.</summary>
    public ArtifactVersion? Stranger(ArtifactVersion version) => CorrectionsOf(version.Id) > 0
        ? null
        : Versions(version.Artifact, version.Version - 1).Concat(Versions(version.Artifact, version.Version + 1))
            .FirstOrDefault(other => CorrectionsOf(other.Id) == 0 && (other.Kind != version.Kind || other.Activity != version.Activity));

    /// <summary>The first day on which a version was handed in; null when there is no such version.</summary>
    public LocalDate? FirstDay(ArtifactId artifact, int version)
    {
        var versions = Versions(artifact, version);
        return versions.Count == 0 ? null : versions.Min(entry => entry.On);
    }
}
