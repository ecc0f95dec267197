using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>A file of JSON that can be opened as often as needed: to read it, and once more for the places of what is wrong.</summary>
/// <remarks>What can be read only once, such as a pipe, is first copied into a file that is deleted at the end.</remarks>
internal sealed class JsonInput : IDisposable
{
    private readonly string _path;
    private readonly bool _isCopy;

    private JsonInput(string path, bool isCopy) => (_path, _isCopy) = (path, isCopy);

    /// <summary>Reads a file as a whole: its value, or every error with its place.</summary>
    /// <param name="path">The file, as the caller named it.</param>
    /// <param name="kind">What it is, for codes: <c>problem</c>, <c>matching</c>, <c>policy</c>.</param>
    /// <param name="read">Reads it, and says what is wrong; the value counts only when nothing is.</param>
    public static Reading<T> Read<T>(string path, string kind, Func<JsonInput, (T? Value, ProblemFaults Faults)> read)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var input = At(path);
            var (value, faults) = read(input);
            return faults.Any || value is null ? Reading<T>.Failed(Places.Errors(path, input, faults.InOrder())) : Reading<T>.Of(value, Places.Errors(path, input, faults.Warnings));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Reading<T>.Failed([new(path, 0, 0, $"{kind}.file.missing", $"There is no file \"{path}\". Maybe it is in another folder.")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && Directory.Exists(path))
        {
            var inside = Path.Combine(path, $"{kind}.json");
            return Reading<T>.Failed([new(
                path, 0, 0, $"{kind}.file.unreadable",
                $"\"{path}\" is a folder, where a {kind} file is expected. {(File.Exists(inside) ? $"Maybe \"{inside}\" is meant." : "Give the file itself.")}")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Reading<T>.Failed([new(path, 0, 0, $"{kind}.file.unreadable", $"\"{path}\" cannot be read: {fault.Message}")]);
        }
    }

    /// <summary>The file from its start.</summary>
    public FileStream Open() => new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    public void Dispose()
    {
        if (_isCopy)
        {
            File.Delete(_path);
        }
    }

    private static JsonInput At(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.CanSeek)
        {
            return new(path, isCopy: false);
        }

        var copy = new JsonInput(Path.GetTempFileName(), isCopy: true);
        try
        {
            using var target = File.Create(copy._path);
            stream.CopyTo(target);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
