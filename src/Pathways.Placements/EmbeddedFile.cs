namespace Pathways.Placements;

/// <summary>Files that are part of the library.</summary>
internal static class EmbeddedFile
{
    /// <summary>The content of a file.</summary>
    /// <param name="path">Its path among the resources, with forward slashes.</param>
    public static byte[] Bytes(string path)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(path)
            ?? throw new ArgumentException($"The library holds no file \"{path}\".", nameof(path));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
