namespace Pathways;

/// <summary>A line of the audit log as a link of its subject's chain.</summary>
/// <param name="Line">What happened.</param>
/// <param name="Number">Its place in the chain of its subject, from 1.</param>
/// <param name="Hash">The link: 64 hexadecimal digits over the link before it and the line (<see cref="AuditChain.Next"/>).</param>
public sealed record AuditEntry(AuditLine Line, int Number, string Hash);

/// <summary>How far the chain of a subject has come.</summary>
/// <param name="Subject">Kind and identifier.</param>
/// <param name="Number">How many lines it has.</param>
/// <param name="Hash">The link of the last of them.</param>
public sealed record AuditHead(string Subject, int Number, string Hash);
