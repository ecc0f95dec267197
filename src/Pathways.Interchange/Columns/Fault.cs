namespace Pathways.Interchange.Columns;

/// <summary>The last part of an error code: what is wrong with a cell, a row or a file.</summary>
internal static class Fault
{
    public const string Malformed = "malformed";
    public const string OutOfRange = "out-of-range";
    public const string Implausible = "implausible";
    public const string TooLong = "too-long";
    public const string Duplicate = "duplicate";
    public const string Unknown = "unknown";
    public const string Incomplete = "incomplete";
    public const string BeforeStart = "before-start";
    public const string AboveSeats = "above-seats";
    public const string Conflict = "conflict";
}
