namespace Pathways;

/// <summary>What the audit log says of one transition: who did what to what, when, and by which reason; nothing personal.</summary>
/// <param name="Subject">What changed, as kind and identifier, such as <c>application/a-17</c>.</param>
/// <param name="Version">Its version from then on.</param>
/// <param name="Trigger">What happened, as the life cycle names it.</param>
/// <param name="From">Where it stood; empty for what did not exist.</param>
/// <param name="To">Where it stands now.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Rule">The rule of the table of access that allowed it; <see langword="null"/> where nobody asked the table.</param>
/// <param name="About">Which parts of it, as kinds and identifiers separated by spaces, such as <c>evaluation/f-1</c>; <see langword="null"/> where it is about the whole.</param>
public sealed record AuditLine(
    string Subject, int Version, string Trigger, string From, string To, Actor By, Instant At, ReasonCode? Reason = null, string? Rule = null, string? About = null);
