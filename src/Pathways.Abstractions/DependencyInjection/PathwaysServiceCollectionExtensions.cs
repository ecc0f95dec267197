using Microsoft.Extensions.DependencyInjection;

namespace Pathways;

/// <summary>Brings Pathways into a host's services.</summary>
public static class PathwaysServiceCollectionExtensions
{
    /// <summary>Begins; nothing is added before a part is named.</summary>
    /// <param name="services">The host's services.</param>
    public static PathwaysBuilder AddPathways(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new(services);
    }
}
