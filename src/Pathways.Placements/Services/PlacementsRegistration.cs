using Microsoft.Extensions.DependencyInjection;

namespace Pathways.Placements;

/// <summary>Brings the services of placements into a host.</summary>
public static class PlacementsRegistration
{
    /// <summary>
    /// Registers the services of applications, placements, documents, hours, caseloads and match runs. The host registers a store (<c>UseInMemoryStores</c>, for one), an
    /// <see cref="IClock"/> (<c>SystemClock.Instance</c>, as a rule), an <see cref="IStudentFacts"/>, an <see cref="IPartnerStanding"/>, an <see cref="IDistrictRules"/> and an <see cref="IAccessDirectory"/>.
    /// </summary>
    /// <remarks>One set for each scope, so that what the host registers can be of a scope too, as a database connection is.</remarks>
    /// <param name="pathways">What the host uses.</param>
    /// <param name="configure">What the host chooses.</param>
    public static PathwaysBuilder AddPlacements(this PathwaysBuilder pathways, Action<PlacementsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(pathways);
        var options = new PlacementsOptions();
        configure?.Invoke(options);
        pathways.Services.AddSingleton(options)
            .AddScoped<ApplicationService>().AddScoped<MatchRunService>().AddScoped<PlacementService>().AddScoped<DocumentService>().AddScoped<HoursService>()
            .AddScoped<OpportunityService>().AddScoped<CaseloadService>().AddScoped<ClockService>();
        return pathways;
    }
}
