using System.Text;

namespace Pathways.Curriculum.Tests.Scope;

/// <summary>Scopes to try things on, and where the files of these tests are.</summary>
internal static class ScopeSources
{
    public static string Root { get; } = FindRoot();

    public static string Broken(string name) => Path.Combine(Root, "tests", "Pathways.Curriculum.Tests", "Scope", "broken", name);

    public static string Written(ScopeAndSequence scope)
    {
        using var stream = new MemoryStream();
        ScopeFile.Write(scope, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static Reading<ScopeAndSequence> Parsed(string json) => ScopeFile.Parse(Encoding.UTF8.GetBytes(json), "scope.json");

    public static Activity Activity(string id, int first = 9, int? last = null, params string[] needs) => new()
    {
        Id = ActivityId.From(id),
        Title = id,
        Kind = ActivityKind.Other,
        Stage = Stage.Awareness,
        FirstGrade = GradeLevel.From(first),
        LastGrade = GradeLevel.From(last ?? first),
        Prerequisites = [.. needs.Select(ActivityId.From)],
    };

    public static ScopeAndSequence ScopeOf(params Activity[] activities) => new()
    {
        Id = ScopeId.From("s"),
        Version = 1,
        Title = "A scope",
        EffectiveFrom = new(2026, 9, 1),
        YearStarts = new(9, 1),
        Terms = [Term("fall", 9, 1, 1, 31), Term("spring", 2, 1, 6, 30), Term("summer", 7, 1, 8, 31)],
        Stages = [.. Enumerable.Range(9, 4).Select(grade => new GradeStage(GradeLevel.From(grade), Stage.Awareness))],
        Activities = [.. activities],
    };

    public static Term Term(string id, int month, int day, int lastMonth, int lastDay) =>
        new(TermId.From(id), id, new(month, day), new(lastMonth, lastDay));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder.FullName;
    }
}
