using Pathways.Placements;

namespace Pathways.Cli.Stores;

/// <summary>
/// The host of a command that has a store and no district: who can open the store is taken at their word about who they are, and how they stand to what is in it. What their role may do is
/// for the table of access all the same.
/// </summary>
internal sealed class ShellHost : IStudentFacts, IPartnerStanding, IDistrictRules, IAccessDirectory
{
    public ValueTask<StudentFacts?> AboutAsync(TenantScope scope, StudentId student, WorkQuestion question, CancellationToken cancellationToken = default) => new((StudentFacts?)null);

    public ValueTask<PartnerStanding> AboutAsync(TenantScope scope, Opportunity opportunity, LocalDate today, CancellationToken cancellationToken = default) => new(new PartnerStanding());

    public ValueTask<DistrictRules> GetAsync(TenantScope scope, CancellationToken cancellationToken = default) => new(new DistrictRules { Zone = DateTimeZone.Utc });

    public ValueTask<AccessFacts> RelateAsync(TenantScope scope, Actor actor, AccessSubject about, CancellationToken cancellationToken = default) => new(new AccessFacts
    {
        SameTenant = true,
        SameSchool = true,
        IsOwnProgram = actor.Role is Role.Coordinator or Role.CareerSpecialist,
        IsOwnRecord = actor.Role == Role.Student,
        IsGuardian = actor.Role == Role.Guardian,
        HoldsRights = actor.Role is Role.Student or Role.Guardian,
    });
}
