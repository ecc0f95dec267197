using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Values of enumerations in sentences for people.</summary>
internal static class InWords
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumWords<TEnum>.Word(value).Replace('-', ' ');
}
