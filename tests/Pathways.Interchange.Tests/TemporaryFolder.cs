using System.Text;

namespace Pathways.Interchange.Tests;

/// <summary>A folder of this test alone, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "pathways-" + System.IO.Path.GetRandomFileName());

    /// <summary>The folder of files that are right, and the folder of cases that are not, beside the tests.</summary>
    public static string Good => System.IO.Path.Combine(AppContext.BaseDirectory, "good");

    public static string Broken => System.IO.Path.Combine(AppContext.BaseDirectory, "broken");

    public static TemporaryFolder OfGoodFiles()
    {
        var folder = new TemporaryFolder();
        folder.Take(Good);
        return folder;
    }

    /// <summary>Lays the files of another folder over this one; <c>x.csv.absent</c> takes <c>x.csv</c> away.</summary>
    public void Take(string other)
    {
        foreach (var file in Directory.GetFiles(other))
        {
            var name = System.IO.Path.GetFileName(file);
            if (name.EndsWith(".absent", StringComparison.Ordinal))
            {
                File.Delete(this[name[..^".absent".Length]]);
            }
            else if (name.EndsWith(".csv", StringComparison.Ordinal))
            {
                File.Copy(file, this[name], overwrite: true);
            }
        }
    }

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public string Text(string file) => File.ReadAllText(this[file]);

    public void Put(string file, string text) => File.WriteAllText(this[file], text, new UTF8Encoding(false));

    public void Put(string file, byte[] bytes) => File.WriteAllBytes(this[file], bytes);

    /// <summary>The errors as the corpus writes them.</summary>
    public string[] Errors() => [.. CohortFolder.Read(Path).Errors.Select(Line)];

    public string Line(InputError error) =>
        $"{System.IO.Path.GetRelativePath(Path, error.File)}:{error.Line}:{error.Column}: {error.Code}";

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
