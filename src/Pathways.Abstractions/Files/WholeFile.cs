namespace Pathways;

/// <summary>Writes files that appear whole or not at all: whoever reads one meanwhile, or after a crash, finds the one that was there before.</summary>
/// <remarks>On Unix a file that is replaced keeps its mode: who may read and write it.</remarks>
public static class WholeFile
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

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

    /// <summary>Writes as <see cref="Write(string, Action{Stream}, CancellationToken)"/> does; a file that is new is for its owner alone from the first byte on (mode 0600 on Unix).</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content to a stream that cannot be read and that knows no position; it need not be closed.</param>
    /// <param name="cancellationToken">Gives up between buffers; then nothing is left behind.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The folder is missing, or the disk does not take it; then nothing is replaced.</exception>
    public static void WritePrivate(string path, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        Write([(path, write)], isPrivate: true, cancellationToken);
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
        Write(files, isPrivate: false, cancellationToken);
    }

    /// <summary>A stream that writes to another until it is cancelled; then writing throws.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Looked at with every buffer.</param>
    public static Stream Cancellable(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CancellableStream(stream, cancellationToken);
    }

    private static void Write(IReadOnlyList<(string Path, Action<Stream> Write)> files, bool isPrivate, CancellationToken cancellationToken)
    {
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
                using var stream = Create(beside, path, isPrivate);
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

    // What is beside the file is for nobody who may not read the file; the mode is set by itself, since the process may take rights away from new files.
    private static FileStream Create(string beside, string path, bool isPrivate)
    {
        if (OperatingSystem.IsWindows() || (!isPrivate && !File.Exists(path)))
        {
            return File.Create(beside);
        }

        var stream = new FileStream(beside, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerAlone });
        try
        {
            // Only where it differs, since some file systems know no modes.
            if (File.Exists(path) && File.GetUnixFileMode(path) is var mode && File.GetUnixFileMode(stream.SafeFileHandle) != mode)
            {
                File.SetUnixFileMode(stream.SafeFileHandle, mode);
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
