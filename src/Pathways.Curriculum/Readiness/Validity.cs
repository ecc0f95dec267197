namespace Pathways.Curriculum;

/// <summary>Last days, where none means for ever.</summary>
internal static class Validity
{
    public static LocalDate? Earlier(LocalDate? left, LocalDate? right) =>
        left is not { } a ? right : right is not { } b || a < b ? a : b;

    /// <summary>For ever comes first, then what lasts longest.</summary>
    public static int Compare(LocalDate? left, LocalDate? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        ({ } a, { } b) => b.CompareTo(a),
    };
}
