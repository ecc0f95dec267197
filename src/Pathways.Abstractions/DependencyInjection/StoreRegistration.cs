using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Pathways;

/// <summary>Says where a host keeps things.</summary>
public static class StoreRegistration
{
    /// <summary>Registers one store under every port of a store; the last one named is used.</summary>
    /// <typeparam name="TStore">The store.</typeparam>
    /// <param name="pathways">What the host uses.</param>
    /// <param name="make">Makes the store, once.</param>
    public static PathwaysBuilder UseStore<TStore>(this PathwaysBuilder pathways, Func<IServiceProvider, TStore> make)
        where TStore : class, IPathwaysStore
    {
        ArgumentNullException.ThrowIfNull(pathways);
        pathways.Services
            .AddSingleton<IPathwaysStore>(make)
            .AddSingleton<ICommitStore>(Same).AddSingleton<IOpportunityStore>(Same).AddSingleton<IApplicationStore>(Same).AddSingleton<IPlacementStore>(Same)
            .AddSingleton<IDocumentStore>(Same).AddSingleton<IHoursStore>(Same).AddSingleton<IMatchRunStore>(Same).AddSingleton<IRecordStore>(Same).AddSingleton<IPartnerStore>(Same)
            .AddSingleton<IAuditStore>(Same).AddSingleton<IOutboxStore>(Same).AddSingleton<IInboxStore>(Same);
        return pathways;
    }

    /// <summary>Delivers events to a receiver; <see cref="IOutboxRelay"/> does it whenever it is asked.</summary>
    /// <typeparam name="TReceiver">Who wants to know of events.</typeparam>
    /// <param name="pathways">What the host uses.</param>
    public static PathwaysBuilder RelayEventsTo<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReceiver>(this PathwaysBuilder pathways)
        where TReceiver : class, IEventReceiver
    {
        ArgumentNullException.ThrowIfNull(pathways);
        pathways.Services.AddScoped<IEventReceiver, TReceiver>().AddScoped<IOutboxRelay, OutboxRelay>();
        return pathways;
    }

    private static IPathwaysStore Same(IServiceProvider provider) => provider.GetRequiredService<IPathwaysStore>();
}
