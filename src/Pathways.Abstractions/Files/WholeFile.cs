namespace Pathways;

/// <summary>Writes files that appear whole or not at all: whoever reads one meanwhile, or after a crash, finds the one that was there before.</summary>
public static class WholeFile
{
    /// <summary>Writes beside the file and moves the result into its place; what was there before stays until then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content to a stream that cannot be read and that knows no position; it need not be closed.</param>
    /// <param name="cancellationToken">Gives up between buffers; then nothing is left behind.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The folder is missing, or the disk does not take it; then nothing is replaced.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        Write([(path, write)], cancellationToken);
    }

    /// <summary>Writes several files that belong together: none is replaced before all are written.</summary>
    /// <remarks>They are moved into their places one after the other; only a fault between two moves leaves some replaced and others not.</remarks>
    /// <param name="files">Each file, and what writes its content.</param>
    /// <param name="cancellationToken">Gives up between buffers; then nothing is left behind.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">A folder is missing, or the disk does not take it; then nothing is replaced.</exception>
    public static void Write(IReadOnlyList<(string Path, Action<Stream> Write)> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var written = new List<(string Beside, string Path)>();
        try
        {
            foreach (var (path, write) in files)
            {
                if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
                {
                    throw new DirectoryNotFoundException($"\"{path}\" cannot be written: there is no folder \"{folder}\". Maybe make it first.");
                }

                var beside = $"{path}.{Path.GetRandomFileName()}.tmp";
                written.Add((beside, path));
                using var stream = File.Create(beside);
                write(Cancellable(stream, cancellationToken));
                stream.Flush(flushToDisk: true); // else, after a power cut, the new name may stand for a file without content
            }

            foreach (var (beside, path) in written)
            {
                File.Move(beside, path, overwrite: true);
            }
        }
        finally
        {
            foreach (var (beside, _) in written)
            {
                File.Delete(beside);
            }
        }
    }

    /// <summary>A stream that writes to another until it is cancelled; then writing throws.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Looked at with every buffer.</param>
    public static Stream Cancellable(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CancellableStream(stream, cancellationToken);
    }
}
