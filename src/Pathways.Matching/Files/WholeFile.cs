namespace Pathways.Matching.Files;

/// <summary>Writes files that appear whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Writes beside the file and moves the result into its place; what was there before stays until then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellationToken">Gives up between buffers; then nothing is left behind.</param>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var beside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = File.Create(beside))
            {
                write(new CancellableStream(stream, cancellationToken));
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
