using Microsoft.Extensions.DependencyInjection;

namespace Pathways;

/// <summary>Collects what of Pathways a host uses; each part adds itself with a method such as <c>AddPlacements</c>.</summary>
/// <param name="services">The host's services.</param>
public sealed class PathwaysBuilder(IServiceCollection services)
{
    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; } = services;
}
