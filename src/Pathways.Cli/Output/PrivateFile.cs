namespace Pathways.Cli.Output;

/// <summary>Writes files that nobody but their owner may read, from the first byte on, and never over one that is there.</summary>
internal static class PrivateFile
{
    /// <summary>Writes beside the file and moves the result into its place, so that the file is there whole or not at all.</summary>
    /// <exception cref="IOException">A file of that name is there already, or has come meanwhile.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // on Windows the folder says who may read
        }

        var beside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(beside, options))
            {
                write(WholeFile.Cancellable(stream, cancellationToken));
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
