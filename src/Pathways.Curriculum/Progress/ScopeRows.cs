namespace Pathways.Curriculum;

/// <summary>An activity as arrays see it. Ranges are half open; positions are those of the scope.</summary>
internal readonly record struct ActivityRow
{
    public required Activity Activity { get; init; }

    /// <summary>A bit for each kind of program it is for; 0 when it is for all.</summary>
    public required uint Programs { get; init; }

    /// <summary>A bit for each sector it is about; 0 when it is about any.</summary>
    public required ulong Sectors { get; init; }

    /// <summary>How often it must be attended; 1 where it asks for nothing at all, as nothing could ever show that it was done.</summary>
    public required int Occurrences { get; init; }

    /// <summary>How many hours it takes; 0 when they do not count.</summary>
    public required decimal Hours { get; init; }

    /// <summary>The number of the first grade; 0 when it has none.</summary>
    public required int First { get; init; }

    /// <summary>The number of the last grade; 0 when it has none.</summary>
    public required int Last { get; init; }

    /// <summary>Which day of the school year it opens on, see <see cref="SchoolDays"/>.</summary>
    public required int Opens { get; init; }

    /// <summary>Which day of the school year it closes on.</summary>
    public required int Closes { get; init; }

    public required int EvidenceFrom { get; init; }

    public required int EvidenceEnd { get; init; }

    public required int PrerequisitesFrom { get; init; }

    public required int PrerequisitesEnd { get; init; }

    /// <summary>Who of the school looks after it.</summary>
    public required Role Caretaker { get; init; }
}

/// <summary>One kind of evidence of an activity.</summary>
/// <param name="Kind">What sort of artifact.</param>
/// <param name="Count">How many.</param>
/// <param name="MustBeAccepted">Whether handing in is not enough.</param>
/// <param name="DueDays">Days after the last attended experience; -1 for the end of the window.</param>
/// <param name="DaysFrom">Where the days of the first <paramref name="Count"/> artifacts lie in the scratch of a walk.</param>
internal readonly record struct EvidenceRow(ArtifactKind Kind, int Count, bool MustBeAccepted, int DueDays, int DaysFrom);
