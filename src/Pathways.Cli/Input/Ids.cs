using Pathways.Json;

namespace Pathways.Cli.Input;

/// <summary>Identifiers as they were given.</summary>
internal static class Ids
{
    public static TId Of<TId>(string option, string text)
        where TId : struct, IIdentifier<TId> => Identifier.Fault(text) is { } fault ? throw new UsageException($"{option}: {fault}") : TId.From(text);

    public static TId? OrNull<TId>(string option, string? text)
        where TId : struct, IIdentifier<TId> => text is null ? null : Of<TId>(option, text);

    /// <summary>Somebody, as role and identifier.</summary>
    public static Actor Actor(string option, string text)
    {
        var parts = text.Split(':', 2);
        if (parts.Length < 2 || !EnumWords<Role>.Of.TryGetValue(parts[0], out var role))
        {
            throw new UsageException(
                $"{option} {text} is nobody. Expected a role and an identifier, such as coordinator:u-1. Roles: {string.Join(", ", EnumWords<Role>.Of.Keys.Order(StringComparer.Ordinal))}.");
        }

        return new(Of<ActorId>(option, parts[1]), role);
    }
}
