namespace Pathways.Curriculum;

/// <summary>Collects what a transcript says of one activity.</summary>
internal sealed class TranscriptTally
{
    private readonly SortedSet<PartnerId> _partners = [];
    private readonly SortedSet<SectorId> _sectors = [];
    private readonly List<ArtifactKind> _accepted = [];
    private readonly List<ArtifactKind> _open = [];
    private LocalDate _first = LocalDate.MaxIsoValue;
    private LocalDate _last = LocalDate.MinIsoValue;
    private int _attended;
    private int _missed;
    private bool _isWaived;

    public decimal Hours { get; private set; }

    public void Add(Experience experience)
    {
        Note(experience.On);
        if (experience.Attendance != Attendance.Attended)
        {
            _missed++;
            return;
        }

        _attended++;
        Hours += experience.Hours ?? 0;
        if (experience.Partner is { } partner)
        {
            _partners.Add(partner);
        }

        if (experience.Sector is { } sector)
        {
            _sectors.Add(sector);
        }
    }

    public void Add(ArtifactHistory artifact)
    {
        Note(artifact.Versions[0].Version.On);
        Note(artifact.Latest.Version.On);
        (artifact.Accepted is null ? _open : _accepted).Add(artifact.Current.Version.Kind);
    }

    public void Waive(LocalDate on)
    {
        Note(on);
        _isWaived = true;
    }

    public TranscriptLine ToLine(ActivityId id, Activity? activity) => new()
    {
        Activity = id,
        Title = activity?.Title ?? id.Value,
        Stage = activity?.Stage,
        First = _first,
        Last = _last,
        Attended = _attended,
        Missed = _missed,
        Hours = Hours,
        Partners = [.. _partners],
        Sectors = [.. _sectors],
        Accepted = [.. _accepted],
        Open = [.. _open],
        IsWaived = _isWaived,
    };

    private void Note(LocalDate day) => (_first, _last) = (LocalDate.Min(_first, day), LocalDate.Max(_last, day));
}
