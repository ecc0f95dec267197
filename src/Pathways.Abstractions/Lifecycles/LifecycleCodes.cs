namespace Pathways;

// The two codes that belong to every life cycle; no requirement may use them.
internal static class LifecycleCodes
{
    public static string NotPossible(string name) => $"{name}.not-possible";

    public static string Role(string name) => $"{name}.role";
}
