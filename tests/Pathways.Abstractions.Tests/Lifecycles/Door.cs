namespace Pathways.Tests.Lifecycles;

// A small life cycle to test with: a door that can be painted while it is open, locked by staff, and torn out.
public enum DoorState
{
    Open,
    Shut,
    LockedUp,
    TornOut,
}

public enum DoorTrigger
{
    Paint,
    Push,
    TurnKey,
    TearOut,
}

public sealed record DoorFacts(bool HasKey, bool HandsFree, bool HasPermit);

public static class Door
{
    public static Requirement<DoorFacts> HasKey { get; } = new("door.has-key", "There must be a key.", f => f.HasKey);

    public static Requirement<DoorFacts> HandsFree { get; } = new(
        "door.hands-free", "The hands must be free.", f => f.HandsFree, f => $"Hands free: {f.HandsFree}.");

    public static Requirement<DoorFacts> HasPermit { get; } = new("door.has-permit", "There must be a permit.", f => f.HasPermit);

    public static DoorFacts AllMet { get; } = new(true, true, true);

    public static DoorFacts NoneMet { get; } = new(false, false, false);

    public static Lifecycle<DoorState, DoorTrigger, DoorFacts> Table { get; } = Complete().Build();

    public static Lifecycle<DoorState, DoorTrigger, DoorFacts> TableWrittenBackwards { get; } =
        Lifecycle.Of<DoorState, DoorTrigger, DoorFacts>("door", start: DoorState.Open)
            .Ends(DoorState.TornOut)
            .From("standing").On(DoorTrigger.TearOut).By(Role.System, Role.Administrator).To(DoorState.TornOut).Requires(HasPermit)
            .From(DoorState.LockedUp).On(DoorTrigger.TurnKey).By(Role.Coordinator).To(DoorState.Shut).Requires(HasKey).Requires(HandsFree)
            .From(DoorState.Shut).On(DoorTrigger.TurnKey).By(Role.Coordinator).To(DoorState.LockedUp).Requires(HasKey, HandsFree)
            .From(DoorState.Shut).On(DoorTrigger.Push).By(Role.Coordinator, Role.Student).To(DoorState.Open).Requires(HandsFree)
            .From(DoorState.Open).On(DoorTrigger.Push).By(Role.Student, Role.Coordinator).To(DoorState.Shut).Requires(HandsFree)
            .From(DoorState.Open).On(DoorTrigger.Paint).By(Role.Volunteer).Stays()
            .Group("standing", DoorState.LockedUp, DoorState.Shut, DoorState.Open)
            .Build();

    public static LifecycleBuilder<DoorState, DoorTrigger, DoorFacts> Begin() =>
        Lifecycle.Of<DoorState, DoorTrigger, DoorFacts>("door", start: DoorState.Open);

    public static LifecycleBuilder<DoorState, DoorTrigger, DoorFacts> Complete() => Begin()
        .Group("standing", DoorState.Open, DoorState.Shut, DoorState.LockedUp)
        .From(DoorState.Open).On(DoorTrigger.Paint).By(Role.Volunteer).Stays()
        .From(DoorState.Open).On(DoorTrigger.Push).By(Role.Student, Role.Coordinator).To(DoorState.Shut)
            .Requires(HandsFree)
        .From(DoorState.Shut).On(DoorTrigger.Push).By(Role.Student, Role.Coordinator).To(DoorState.Open)
            .Requires(HandsFree)
        .From(DoorState.Shut).On(DoorTrigger.TurnKey).By(Role.Coordinator).To(DoorState.LockedUp)
            .Requires(HasKey, HandsFree)
        .From(DoorState.LockedUp).On(DoorTrigger.TurnKey).By(Role.Coordinator).To(DoorState.Shut)
            .Requires(HasKey, HandsFree)
        .From("standing").On(DoorTrigger.TearOut).By(Role.Administrator, Role.System).To(DoorState.TornOut)
            .Requires(HasPermit)
        .Ends(DoorState.TornOut);
}
