namespace Pathways.Placements;

/// <summary>What came with a document.</summary>
/// <param name="Signatures">Who signed it.</param>
/// <param name="LastDay">The last day on which it is good, where it says so itself.</param>
/// <param name="Location">Where the host keeps it.</param>
public sealed record DocumentReceipt(ImmutableArray<PartySignature> Signatures, LocalDate? LastDay = null, Note? Location = null);
