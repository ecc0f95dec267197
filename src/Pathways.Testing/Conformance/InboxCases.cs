using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>A message that comes twice has one effect.</summary>
internal static class InboxCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A message comes for the first time once", Once),
        new("Messages of one name from two sources, or to two tenants, are two", Apart),
        new("Names of messages are compared letter for letter", Exact),
        new("A message without a name, or with one that is too long, is a fault of the caller", Senseless),
        new("A message that many receive at once comes for the first time once", AtOnce, StoreCapabilities.Parallel),
    ];

    private static async Task Once(IPathwaysStore store)
    {
        Check.That(await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false), "A message is not the first of its name.");
        Check.That(!await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false), "A message comes for the first time twice.");
        Check.That(!await store.TryReceiveAsync(North, new("lms", "m1", Noon + Duration.FromDays(1))).ConfigureAwait(false), "A message comes for the first time again a day later.");
        Check.That(await store.TryReceiveAsync(North, new("lms", "m2", Noon)).ConfigureAwait(false), "Another message is not the first of its name.");
    }

    private static async Task Apart(IPathwaysStore store)
    {
        foreach (var (scope, source) in new[] { (North, "lms"), (North, "sis"), (South, "lms") })
        {
            Check.That(await store.TryReceiveAsync(scope, new(source, "m1", Noon)).ConfigureAwait(false), $"A message of {source} to {scope} is not the first of its name.");
        }
    }

    private static async Task Exact(IPathwaysStore store)
    {
        foreach (var id in IdentifierCases.Awkward.Append(new string('x', 512)).Append(new string('x', 511)))
        {
            Check.That(await store.TryReceiveAsync(North, new("lms", id, Noon)).ConfigureAwait(false), $"The message \"{id}\" is not the first of its name.");
            Check.That(!await store.TryReceiveAsync(North, new("lms", id, Noon)).ConfigureAwait(false), $"The message \"{id}\" comes for the first time twice.");
        }
    }

    private static async Task Senseless(IPathwaysStore store)
    {
        await Check.Throws<ArgumentException>(() => store.TryReceiveAsync(North, new("lms", "", Noon)).AsTask(), "A message without a name").ConfigureAwait(false);
        await Check.Throws<ArgumentException>(() => store.TryReceiveAsync(North, new("lms", new('x', 513), Noon)).AsTask(), "A message with a name that is too long").ConfigureAwait(false);
    }

    private static async Task AtOnce(IPathwaysStore store)
    {
        var first = await RaceCases.AtOnceAsync(_ => store.TryReceiveAsync(North, new("lms", "m1", Noon))).ConfigureAwait(false);
        Check.Same(1, first.Count(isFirst => isFirst), "For how many the message came for the first time");
    }
}
