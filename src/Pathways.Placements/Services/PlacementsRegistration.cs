using Microsoft.Extensions.DependencyInjection;

namespace Pathways.Placements;

/// <summary>Brings the services of placements into a host.</summary>
public static class PlacementsRegistration
{
    /// <summary>
    /// Registers the services of applications, placements, documents, hours and match runs. The host registers a store (<c>UseInMemoryStores</c>, for one), an
    /// <see cref="IClock"/> (<c>SystemClock.Instance</c>, as a rule), an <see cref="IStudentFacts"/>, an <see cref="IPartnerStanding"/>, an <see cref="IDistrictRules"/> and an <see cref="IAccessDirectory"/>.
    /// </summary>
    /// <param name="pathways">What the host uses.</param>
    public static PathwaysBuilder AddPlacements(this PathwaysBuilder pathways)
    {
        ArgumentNullException.ThrowIfNull(pathways);
        pathways.Services
            .AddSingleton<ApplicationService>().AddSingleton<MatchRunService>().AddSingleton<PlacementService>().AddSingleton<DocumentService>().AddSingleton<HoursService>()
            .AddSingleton<OpportunityService>().AddSingleton<ClockService>();
        return pathways;
    }
}
