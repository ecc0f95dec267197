namespace Pathways.Placements;

/// <summary>What happened to a thing, first to last.</summary>
/// <param name="Subject">Which thing, as kind and identifier.</param>
/// <param name="Lines">The lines of the audit log.</param>
public sealed record AuditHistory(string Subject, ImmutableArray<AuditLine> Lines);
