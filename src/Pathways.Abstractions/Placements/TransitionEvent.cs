namespace Pathways;

/// <summary>Something that happened and that others may want to know of; saved with the change it belongs to and delivered at least once.</summary>
/// <param name="Name">What happened, such as <c>OfferMade</c>; public and stable.</param>
/// <param name="Subject">To what, as kind and identifier, such as <c>application/a-17</c>.</param>
/// <param name="Version">The version that came of it; with name and subject it tells one event from every other.</param>
/// <param name="Student">Whom it is about; <see langword="null"/> when it is about more than one student, as a match run is.</param>
/// <param name="Opportunity">What it is about; <see langword="null"/> when it is about more than one.</param>
/// <param name="At">When.</param>
public sealed record TransitionEvent(string Name, string Subject, int Version, StudentId? Student, OpportunityId? Opportunity, Instant At);
