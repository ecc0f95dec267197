namespace Pathways;

/// <summary>Who does something, and in what capacity.</summary>
/// <param name="Id">An opaque identifier; never a name.</param>
/// <param name="Role">The capacity.</param>
public readonly record struct Actor(ActorId Id, Role Role)
{
    /// <summary>The platform's own clock.</summary>
    public static Actor Clock { get; } = new(ActorId.From("clock"), Role.System);

    /// <summary>Such as <c>u17 (Coordinator)</c>.</summary>
    public override string ToString() => $"{Id} ({Role})";
}
