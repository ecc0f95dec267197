namespace Pathways.Testing;

/// <summary>Lets a host keep everything in memory.</summary>
public static class InMemoryStoresExtensions
{
    /// <summary>Registers one store in memory under every port of a store.</summary>
    /// <param name="pathways">What the host uses.</param>
    public static PathwaysBuilder UseInMemoryStores(this PathwaysBuilder pathways) => pathways.UseStore(_ => new InMemoryPathwaysStore());
}
