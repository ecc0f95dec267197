namespace Pathways.Matching.Files;

/// <summary>Errors about a file as a whole.</summary>
internal static class FileFaults
{
    public static InputError NotReadable(string path, Exception fault, string kind) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            new(path, 0, 0, $"{kind}.file.missing", $"There is no file \"{path}\". Maybe it is in another folder."),
        _ => new(path, 0, 0, $"{kind}.file.unreadable", $"\"{path}\" cannot be read: {fault.Message}"),
    };
}
