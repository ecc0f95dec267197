namespace Pathways;

/// <summary>One row of the table of access: who may do what, when, for what, and how much of it they are shown.</summary>
/// <param name="Code">Public and stable, such as <c>hours.supervisor-confirms</c>.</param>
/// <param name="Roles">Who.</param>
/// <param name="Operations">May do what.</param>
/// <param name="Conditions">What must hold besides that actor and thing belong to the same tenant; all of it.</param>
/// <param name="Purposes">For what; one of these must be given.</param>
/// <param name="View">How much they are shown.</param>
public sealed record AccessRule(
    string Code,
    ImmutableArray<Role> Roles,
    ImmutableArray<Operation> Operations,
    ImmutableArray<Requirement<AccessFacts>> Conditions,
    ImmutableArray<Purpose> Purposes,
    AccessView View)
{
    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
