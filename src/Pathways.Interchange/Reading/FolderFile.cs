using System.Security;
using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Takes the bytes of a file, or says why they cannot be had.</summary>
internal static class FolderFile
{
    // Offsets are 32-bit numbers, in CsvHelper as here; no district comes near.
    private const long LargestFile = 1_000_000_000;

    /// <returns>The bytes; <see langword="null"/> after an error, or when an optional file is not there.</returns>
    public static byte[]? Load(string folder, CohortFile file, Findings findings)
    {
        var path = Path.Join(folder, file.FileName);
        try
        {
            var size = new FileInfo(path).Length;
            if (size > LargestFile)
            {
                findings.Error(
                    FilePlace.WholeFile, file.Code("file.too-large"),
                    $"{file.FileName} has {Numbers.Format(size)} bytes; at most {Numbers.Format(LargestFile)} can be read. "
                    + "Maybe a file of another kind was saved under this name.");
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            return IsUtf8(bytes, file, findings) ? bytes : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException && !Directory.Exists(path))
        {
            // An optional file under a name in other case would be left out on some systems and read on others.
            var names = NamesIn(folder);
            if (!file.IsOptional || names.Contains(file.FileName, StringComparer.OrdinalIgnoreCase))
            {
                findings.Error(
                    FilePlace.WholeFile, file.Code("file.missing"), $"There is no {file.FileName}. {Hint(file, names)}");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SecurityException)
        {
            findings.Error(
                FilePlace.WholeFile, file.Code("file.unreadable"),
                $"{file.FileName} cannot be read ({fault.GetType().Name}). "
                + "Maybe it is open in another program, is a folder, or belongs to somebody else.");
        }

        return null;
    }

    private static bool IsUtf8(byte[] bytes, CohortFile file, Findings findings)
    {
        if (bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..]))
        {
            return true;
        }

        findings.Error(
            FilePlace.WholeFile, file.Code("file.encoding"),
            $"{file.FileName} is UTF-16 or UTF-32; expected UTF-8. Maybe it was saved as \"Unicode text\"; save it as \"CSV UTF-8\".");
        return false;
    }

    private static string Hint(CohortFile file, List<string> names) =>
        Closest.To(file.FileName, names.Where(name => !IsOfCohort(name))) is { } close
            ? $"Maybe {Shown.Quote(close)} is meant; file names are in lower case."
            : "Maybe another folder was meant, or the export left this file out.";

    private static List<string> NamesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SecurityException)
        {
            return []; // the names serve only a hint
        }
    }

    private static bool IsOfCohort(string name) => CohortFile.All.Any(file => file.FileName == name);
}
