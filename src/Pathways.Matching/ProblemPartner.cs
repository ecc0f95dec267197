namespace Pathways.Matching;

/// <summary>A partner in a matching problem.</summary>
public sealed record ProblemPartner
{
    /// <summary>Which partner.</summary>
    public required PartnerId Id { get; init; }

    /// <summary>How many students it takes over all its opportunities; <see langword="null"/> for no limit of its own.</summary>
    public int? Seats { get; init; }

    /// <summary>Its one order over students, which stands for all its opportunities; <see langword="null"/> when these rank for themselves.</summary>
    public RankedList<StudentId>? Priorities { get; init; }
}
