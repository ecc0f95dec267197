namespace PlacementsIntro.Host;

/// <summary>How people stand to the student and to the opportunity. Only what the host knows: the services add what they see for themselves.</summary>
/// <param name="tenant">The district.</param>
/// <param name="self">The student whose account <see cref="Cast.Student"/> is.</param>
/// <param name="offered">The opportunities of the partner for which contact and supervisor work.</param>
internal sealed class CohortDirectory(TenantId tenant, StudentId self, IReadOnlySet<OpportunityId> offered) : IAccessDirectory
{
    public ValueTask<AccessFacts> RelateAsync(
        TenantScope scope, Actor actor, AccessSubject about, CancellationToken cancellationToken = default)
    {
        if (scope.Tenant != tenant)
        {
            return default;
        }

        var isSelf = about.Student == self;
        var isOwnSite = about.Opportunity is { } at && offered.Contains(at);
        return ValueTask.FromResult(actor switch
        {
            _ when actor == Cast.Student => new AccessFacts { SameTenant = true, SameSchool = true, IsOwnRecord = isSelf },
            _ when actor == Cast.Guardian => new AccessFacts { SameTenant = true, IsGuardian = isSelf, HoldsRights = isSelf },
            _ when actor == Cast.Coordinator || actor == Cast.Specialist => new AccessFacts { SameTenant = true, SameSchool = true, IsOwnProgram = true },
            _ when actor == Cast.Contact || actor == Cast.Supervisor => new AccessFacts { SameTenant = true, IsOwnSite = isOwnSite },
            _ => default,
        });
    }
}
