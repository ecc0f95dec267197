using System.Text.RegularExpressions;

namespace Pathways.Curriculum.Tests;

/// <summary>The codes that pages of the documentation list, beside those that the sources can give.</summary>
internal static partial class DocumentedCodes
{
    private const string Update = "PATHWAYS_UPDATE_DOCS";
    private const string Start = "<!-- codes -->\n";
    private const string End = "<!-- end of codes -->\n";

    /// <summary>The codes in tables of a page of docs/formats, but for the table of errors that is compared by itself.</summary>
    public static IEnumerable<string> OnPage(string page) => Rows(string.Concat(Split(page).Outside));

    /// <summary>The text of a page.</summary>
    public static string Text(string page) => File.ReadAllText(PathOf(page));

    /// <summary>The codes of one family that stand as texts in a source file.</summary>
    public static IEnumerable<string> InSource(string file, string family) =>
        Regex.Matches(File.ReadAllText(Path.Combine(Root, file)), $"\"({family}\\.[a-z.-]+)\"").Select(code => code.Groups[1].Value);

    /// <summary>Compares the codes on a page with those given; writes the table anew where the documentation is to be updated.</summary>
    public static void Compare(string page, IEnumerable<string> given)
    {
        var codes = given.Distinct().Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            var text = File.ReadAllText(PathOf(page));
            var (before, after) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
            var rows = codes.Select(code => $"| `{code}` | {WhatToDo(code[(code.LastIndexOf('.') + 1)..])} |\n");
            File.WriteAllText(PathOf(page), $"{text[..before]}| code | what to do |\n|---|---|\n{string.Concat(rows)}{text[after..]}");
        }

        Assert.Equal(codes, Rows(Split(page).Inside));
    }

    private static IEnumerable<string> Rows(string text) => CodeRow().Matches(text).Select(row => row.Groups[1].Value);

    private static (string[] Outside, string Inside) Split(string page)
    {
        var text = Text(page);
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        return start < 0 ? ([text], "") : ([text[..start], text[end..]], text[start..end]);
    }

    private static string WhatToDo(string fault) => fault switch
    {
        "missing" => "Add it: it is required.",
        "malformed" => "Write it in the form that the table of fields gives.",
        "blank" => "Write something, or leave the field out.",
        "out-of-range" => "Write a number within the bounds that the table of fields gives.",
        "unknown" => "Take a word that the message lists, or an identifier that the file declares.",
        "duplicate" => "Keep one of the two.",
        "out-of-order" => "Exchange the two days, or repair one.",
        "empty" => "Write at least one, or leave the list out.",
        "unsuitable" => "Take one that fits, as the message says.",
        "syntax" => "Repair the JSON at this place.",
        "unreadable" => "Give the file, not its folder, and make sure it may be read.",
        "too-large" => "Split the file.",
        "more" => "Look for one cause that runs through the file.",
        _ => throw new ArgumentException($"Say what to do about \"{fault}\".", nameof(fault)),
    };

    private static string PathOf(string page) => Path.Combine(Root, "docs", "formats", page);

    private static string Root => FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `([a-z-]+\.[A-Za-z.-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();
}
