namespace Pathways.EntityFrameworkCore;

/// <summary>How far the tables of a store have come.</summary>
/// <param name="Applied">The scripts that were applied, in order.</param>
/// <param name="Scripts">The scripts of the package, in order.</param>
public sealed record SchemaState(ImmutableArray<AppliedScript> Applied, ImmutableArray<SchemaScript> Scripts)
{
    /// <summary>The version that was found: the number of the last script applied; 0 without any.</summary>
    public int Found => Applied.IsEmpty ? 0 : Applied[^1].Number;

    /// <summary>The version that is needed.</summary>
    public int Needed => Scripts.IsEmpty ? 0 : Scripts[^1].Number;

    /// <summary>The scripts that were not applied yet.</summary>
    public ImmutableArray<SchemaScript> Missing => [.. Scripts.Where(script => Applied.All(applied => applied.Number != script.Number))];

    /// <summary>Whether the store can be used.</summary>
    public bool IsCurrent => Missing.IsEmpty && Fault is null;

    private string? Fault =>
        Found > Needed
            ? $"The database has version {Found} of the schema, and this program knows {Needed} only. Maybe a newer release of Pathways was here; use that one."
            : Applied.FirstOrDefault(applied => Scripts.All(script => script.Number != applied.Number || script.Checksum != applied.Checksum)) is { } other
                ? $"Version {other.Number} of the schema ({other.Name}) is not the one of this program. Maybe it was changed by hand, or made by a build that was never released."
                : null;

    internal void ThrowIfForeign()
    {
        if (Fault is { } fault)
        {
            throw new SchemaException(Found, Needed, fault);
        }
    }

    internal void ThrowIfUnusable()
    {
        ThrowIfForeign();
        if (!Missing.IsEmpty)
        {
            throw new SchemaException(
                Found, Needed, $"The database has {(Found == 0 ? "no tables of Pathways" : $"version {Found} of the schema")}, and version {Needed} is needed. Maybe run `pathways migrate`, or let it be created where it is missing.");
        }
    }
}

/// <summary>The tables of a store are not those that this program needs. Nothing was changed.</summary>
public sealed class SchemaException : Exception
{
    internal SchemaException(int found, int needed, string message)
        : base(message) => (Found, Needed) = (found, needed);

    /// <summary>The version that was found; 0 when there are no tables.</summary>
    public int Found { get; }

    /// <summary>The version that is needed.</summary>
    public int Needed { get; }
}
