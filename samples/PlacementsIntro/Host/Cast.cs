namespace PlacementsIntro.Host;

/// <summary>Who takes part in the walk. The real ones come from the host's accounts.</summary>
internal static class Cast
{
    public static Actor Student { get; } = Of("u-student", Role.Student);

    public static Actor Guardian { get; } = Of("u-guardian", Role.Guardian);

    public static Actor Coordinator { get; } = Of("u-coordinator", Role.Coordinator);

    public static Actor Specialist { get; } = Of("u-specialist", Role.CareerSpecialist);

    public static Actor Contact { get; } = Of("u-contact", Role.PartnerContact);

    public static Actor Supervisor { get; } = Of("u-supervisor", Role.Supervisor);

    private static Actor Of(string id, Role role) => new(ActorId.From(id), role);
}
