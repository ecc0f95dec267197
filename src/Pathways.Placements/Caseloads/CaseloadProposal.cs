namespace Pathways.Placements;

/// <summary>Who should look after which placement, and what nobody has room for. A proposal: somebody decides.</summary>
/// <param name="Assignments">Who gets what, in the order in which it was given.</param>
/// <param name="Unassigned">What nobody has room for.</param>
/// <param name="Caseloads">The caseloads as they would be, in the order of coordinators.</param>
public sealed record CaseloadProposal(
    ImmutableArray<CaseloadAssignment> Assignments, ImmutableArray<CaseloadGap> Unassigned, ImmutableArray<Caseload> Caseloads);

/// <summary>A coordinator should look after a placement.</summary>
/// <param name="Placement">Which placement.</param>
/// <param name="Coordinator">Who.</param>
/// <param name="Sentence">Why, in words a school secretary understands.</param>
public sealed record CaseloadAssignment(PlacementId Placement, ActorId Coordinator, string Sentence);

/// <summary>Nobody has room for a placement.</summary>
/// <param name="Placement">Which placement.</param>
/// <param name="Reasons">Why not, coordinator by coordinator: <c>caseload.full</c>; or <c>caseload.nobody</c> alone when there is none.</param>
public sealed record CaseloadGap(PlacementId Placement, ImmutableArray<Refusal> Reasons);
