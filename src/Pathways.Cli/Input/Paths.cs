namespace Pathways.Cli.Input;

/// <summary>Paths as they were given.</summary>
internal static class Paths
{
    /// <summary>The path, unless it is empty: then a variable of the caller's script was probably never set.</summary>
    public static string? Given(string? path, string name) =>
        path is { Length: 0 } ? throw new UsageException($"{name} is empty. Maybe a variable was never set.") : path;

    /// <summary>Writes, and says which option named the place when that cannot be.</summary>
    public static void Write(string option, string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {path}: cannot write there. {Reason(fault)}");
        }
    }

    // The system's own words may name a temporary file that nobody knows.
    private static string Reason(Exception fault) => fault switch
    {
        DirectoryNotFoundException => "The folder above it does not exist.",
        UnauthorizedAccessException => "It is not permitted, or a folder is in the way.",
        _ => fault.Message.Contains(".tmp", StringComparison.Ordinal) ? "Maybe a file or folder of that name is in the way." : fault.Message,
    };
}
