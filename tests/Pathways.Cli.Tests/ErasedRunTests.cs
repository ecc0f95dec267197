using Pathways.Cli.Stores;

namespace Pathways.Cli.Tests;

/// <summary>Students whom match runs alone name are known to the store: they are exported, and erased without trace.</summary>
public class ErasedRunTests
{
    private const string Administrator = "administrator:u-admin";

    [Theory]
    [InlineData("a.db")]
    [InlineData("a.json")]
    public async Task A_student_whom_only_match_runs_name_is_exported_and_erased(string name)
    {
        using var folder = new TempFolder();
        var store = Kept(folder, name);
        var export = Shell.Run("export-student", "--store", store, "--student", "kanarie", "--by", "student:kanarie", "--out", folder.In("export.out"));
        Assert.Equal((0, ""), (export.Code, export.Error));
        Assert.Contains("0 applications, 0 placements, 0 documents, 0 entries of hours and 0 entries of the record, and 2 match runs, of kanarie", export.Output, StringComparison.Ordinal);
        var copy = File.ReadAllText(folder.In("export.out"));
        Assert.Contains("\"kanarie\"", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("merel", copy, StringComparison.Ordinal);

        var planned = Erase(store, "kanarie");
        Assert.Equal((1, false, 2), (planned.Code, planned.Json.GetProperty("erased").GetBoolean(), planned.Json.GetProperty("matchRuns").GetInt32()));
        Assert.Contains("\"kanarie\"", Bytes(folder, name), StringComparison.Ordinal); // what is not there cannot go
        var done = Erase(store, "kanarie", "--yes");
        Assert.Equal((0, true, 2), (done.Code, done.Json.GetProperty("erased").GetBoolean(), done.Json.GetProperty("matchRuns").GetInt32()));

        // The tombstone, its audit line, and the event that tells others of it are all that is left.
        var left = Bytes(folder, name).Replace("student/kanarie", "", StringComparison.Ordinal);
        Assert.Equal((1, 1), (left.Split("kanarie").Length - 1, left.Split("StudentErased").Length - 1));
        Assert.Equal([("erased-1", "mill", 1), ("merel", "clinic", 2)], await SeatsAsync(store, "r-1"));
        Assert.Equal(0, Shell.Run("audit", "verify", "--store", store).Code);
        Assert.Equal(["erasure.erased-already"], Codes(Erase(store, "kanarie", "--yes")));

        // The next one is told apart from the first, and the same match does not bring anybody back.
        Assert.Equal(0, Erase(store, "merel", "--yes").Code);
        Assert.Equal([("erased-1", "mill", 1), ("erased-2", "clinic", 2)], await SeatsAsync(store, "r-1"));
        Assert.Equal(["match.run-taken"], Codes(Shell.Run("match", folder.In("problem.json"), "--store", store, "--run", "r-1", "--json")));
        Assert.DoesNotContain("leave --run out", Shell.Run("match", folder.In("problem.json"), "--store", store, "--run", "r-1").Output, StringComparison.Ordinal);
        foreach (var args in new[] { Array.Empty<string>(), ["--run", "r-3"] })
        {
            Assert.Equal(["match-run.erased-student"], Codes(Shell.Run(["match", folder.In("problem.json"), "--store", store, "--json", .. args])));
        }

        Assert.Equal(left.Split("kanarie").Length, Bytes(folder, name).Replace("student/kanarie", "", StringComparison.Ordinal).Split("kanarie").Length);
    }

    [Theory]
    [InlineData("a.db")]
    [InlineData("a.json")]
    public void Of_whom_nothing_is_known_no_file_is_written(string name)
    {
        using var folder = new TempFolder();
        var store = Kept(folder, name);
        string[] args = ["export-student", "--store", store, "--student", "nobody", "--by", Administrator, "--out", folder.In("export.out")];
        var unknown = Shell.Run(args);
        Assert.Equal((1, false), (unknown.Code, File.Exists(folder.In("export.out"))));
        Assert.Contains("export.unknown-student: Nothing is stored of student/nobody", unknown.Output, StringComparison.Ordinal);
        Assert.Equal(["erasure.unknown-student"], Codes(Erase(store, "nobody", "--yes")));

        // Of whom only the tombstone is left, the log still tells.
        Assert.Equal(0, Erase(store, "merel", "--yes").Code);
        args[4] = "merel";
        Assert.Equal(0, Shell.Run(args).Code);
        Assert.Contains("Erase", File.ReadAllText(folder.In("export.out")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.db")]
    [InlineData("a.json")]
    public void Under_the_name_that_stands_for_whoever_was_erased_nothing_is_exported_or_erased(string name)
    {
        using var folder = new TempFolder();
        var store = Kept(folder, name);
        Assert.Equal(0, Erase(store, "kanarie", "--yes").Code);
        Assert.Equal(["erasure.hidden-name"], Codes(Erase(store, "erased-1", "--yes")));
        var export = Shell.Run("export-student", "--store", store, "--student", "erased-1", "--by", Administrator, "--out", folder.In("export.out"));
        Assert.Equal((1, false), (export.Code, File.Exists(folder.In("export.out"))));
        Assert.Contains("export.hidden-name: erased-1 stands in match runs", export.Output, StringComparison.Ordinal);
    }

    private static string Kept(TempFolder folder, string name)
    {
        var problem = folder.File("problem.json", """
            {
              "format": "pathways/problem@1",
              "students": [{ "id": "kanarie", "preferences": ["mill"] }, { "id": "merel", "preferences": ["mill", "clinic"] }],
              "opportunities": [{ "id": "mill", "seats": 1, "priorities": ["kanarie", "merel"] }, { "id": "clinic", "seats": 1 }]
            }
            """);
        foreach (var (run, seed) in new[] { ("r-1", "0"), ("r-2", "7") })
        {
            Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In(name), "--run", run, "--seed", seed, "--quiet").Code);
        }

        return folder.In(name);
    }

    private static async Task<IEnumerable<(string Student, string Opportunity, int? Rank)>> SeatsAsync(string file, string run)
    {
        using var opened = (IDisposable)await StoreAddress.Parse("--store", file).OpenAsync(WhenMissing.Fail, default);
        var found = (await ((IPathwaysStore)opened).FindAsync(TenantScope.Of(TenantId.From("district")), MatchRunId.From(run)))!;
        return found.Seats.Select(seat => (seat.Student.Value, seat.Opportunity.Value, seat.Rank));
    }

    private static string Bytes(TempFolder folder, string name) =>
        string.Concat(Directory.GetFiles(folder.Path, $"{name}*").Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    private static Shell Erase(string store, string student, params string[] args) =>
        Shell.Run(["erase", "--store", store, "--student", student, "--by", Administrator, "--reason", "asked", "--json", .. args]);

    private static IEnumerable<string> Codes(Shell run)
    {
        Assert.Equal((1, ""), (run.Code, run.Error));
        return run.Json.GetProperty("refused").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!);
    }
}
