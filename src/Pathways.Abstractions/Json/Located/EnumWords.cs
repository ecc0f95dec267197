using System.Collections.Frozen;
using System.Text.Json;

namespace Pathways.Json;

/// <summary>How the members of an enumeration are written in files: <c>SiteVisit</c> as <c>site-visit</c>.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public static class EnumWords<TEnum>
    where TEnum : struct, Enum
{
    private static FrozenDictionary<TEnum, string> Words { get; } = Enum.GetValues<TEnum>().Distinct().ToFrozenDictionary(value => value, Spelt);

    /// <summary>From the word to the member, in no order.</summary>
    public static ImmutableDictionary<string, TEnum> Of { get; } =
        Enum.GetValues<TEnum>().ToImmutableDictionary(Spelt, value => value, StringComparer.Ordinal);

    /// <summary>The word of a member.</summary>
    /// <param name="value">The member.</param>
    public static string Word(TEnum value) => Words.TryGetValue(value, out var word) ? word : Spelt(value);

    private static string Spelt(TEnum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
