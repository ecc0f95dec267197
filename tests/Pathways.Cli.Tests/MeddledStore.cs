using System.Reflection;

namespace Pathways.Cli.Tests;

/// <summary>A store to which something happens between two calls.</summary>
public class MeddledStore : DispatchProxy
{
    private IPathwaysStore? _store;
    private Func<MethodInfo, object?>? _instead;

    /// <summary>Puts a store behind what happens.</summary>
    /// <param name="store">The store.</param>
    /// <param name="instead">Called before each call; what it gives is answered instead, unless it is <see langword="null"/>.</param>
    public static IPathwaysStore Over(IPathwaysStore store, Func<MethodInfo, object?> instead)
    {
        var meddled = Create<IPathwaysStore, MeddledStore>();
        ((MeddledStore)(object)meddled)._store = store;
        ((MeddledStore)(object)meddled)._instead = instead;
        return meddled;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _instead!(targetMethod!) ?? targetMethod!.Invoke(_store, args);
}
