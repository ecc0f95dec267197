using System.Text.Json;

namespace Pathways.Cli.Tests;

public class CurriculumCommandTests
{
    private static readonly string Broken = Path.Combine(Shell.Root, "tests", "Pathways.Curriculum.Tests", "Scope", "broken");

    [Fact]
    public void A_file_with_ten_errors_is_told_all_ten_with_their_places()
    {
        var path = Path.Combine(Broken, "ten-errors.json");
        var run = Shell.Run("curriculum", "check", path);
        Assert.Equal((2, ""), (run.Code, run.Output));
        var said = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var expected = File.ReadAllLines(Path.Combine(Broken, "ten-errors.expected"));
        Assert.Equal(10, expected.Length);
        Assert.Equal(11, said.Length);
        Assert.All(expected.Zip(said), pair => Assert.StartsWith($"{path}:{pair.First}: $", pair.Second, StringComparison.Ordinal));
        Assert.StartsWith("10 errors", said[10], StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_the_report_is_on_standard_output_too()
    {
        var run = Shell.Run("curriculum", "check", Path.Combine(Broken, "ten-errors.json"), "--json");
        Assert.Equal(2, run.Code);
        Assert.Equal(10, run.Json.GetProperty("errors").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("scope").ValueKind);
        Assert.Equal("scope.terms.starts.overlap", run.Json.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(10, run.Json.GetProperty("errors")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public void A_template_written_to_a_file_is_sound_and_is_the_one_shown()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "marlborough", "boston-core" })
        {
            Assert.Equal((0, ""), (Shell.Run("curriculum", "template", name, "--out", folder.In("scope.json")) is var written ? written.Code : -1, written.Output));
            Assert.Equal(Shell.Run("curriculum", "template", name).Output, File.ReadAllText(folder.In("scope.json")));
            var check = Shell.Run("curriculum", "check", folder.In("scope.json"));
            Assert.Equal((0, ""), (check.Code, check.Error));
            Assert.StartsWith($"{name}@1 is sound: ", check.Output, StringComparison.Ordinal);
            Assert.Equal(0, Shell.Run("curriculum", "check", folder.In("scope.json"), "--json").Json.GetProperty("warnings").GetArrayLength());
            Assert.Equal(Shell.Run("curriculum", "show", name).Output, Shell.Run("curriculum", "show", folder.In("scope.json")).Output);
            Assert.Equal(File.ReadAllText(folder.In("scope.json")), Shell.Run("curriculum", "show", name, "--json").Output);
        }
    }

    [Fact]
    public void Shown_are_grades_with_stage_activities_evidence_and_what_they_need()
    {
        var run = Shell.Run("curriculum", "show");
        Assert.Equal(0, run.Code);
        foreach (var word in new[] { "Grade 9: awareness", "Grade 10: exploration", "Grades 11 to 12: immersion", "sector-selection", "research-report", "taking part", "2 early-college" })
        {
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("supervisor (responsible", run.Output, StringComparison.Ordinal);
        Assert.Contains("supervisor (responsible): ", Shell.Run("curriculum", "show", "--tasks").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_grade_is_shown_alone()
    {
        var run = Shell.Run("curriculum", "show", "marlborough", "--grade", "12");
        Assert.Contains("financial-aid-12", run.Output, StringComparison.Ordinal);
        Assert.Contains("internship-debrief", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("plan-review-11", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Grade 9", run.Output, StringComparison.Ordinal);
        Assert.All(
            Shell.Run("curriculum", "show", "marlborough", "--grade", "9", "--json").Json.GetProperty("activities").EnumerateArray(),
            activity => Assert.Equal(9, activity.GetProperty("grade").GetInt32()));
    }

    [Fact]
    public void What_is_odd_is_said_and_done_anyway()
    {
        var run = Shell.Run("curriculum", "check", Path.Combine(Broken, "odd.json"));
        Assert.Equal(0, run.Code);
        Assert.Equal(File.ReadAllLines(Path.Combine(Broken, "odd.expected")).Length, run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("warning: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no template \"atlantis\". There are: boston-core, marlborough.", "template", "atlantis")]
    [InlineData("scope.file.missing", "show", "atlantis.json")]
    [InlineData("scope.file.missing", "check", "atlantis.json")]
    [InlineData("--grade 6: this scope has no such grade. It has: 9, 10, 11, 12.", "show", "marlborough", "--grade", "6")]
    [InlineData("FILE is empty", "check", "")]
    public void What_does_not_exist_is_bad_usage(string expected, params string[] args)
    {
        var run = Shell.Run(["curriculum", .. args]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_is_json()
    {
        var run = Shell.Run("curriculum", "schema");
        Assert.Equal(0, run.Code);
        Assert.Equal("object", run.Json.GetProperty("type").GetString());
    }

    [Fact]
    public void A_folder_stands_for_the_scope_in_it()
    {
        Assert.StartsWith("marlborough@1 is sound: ", Shell.Run("curriculum", "check", Shell.Sample).Output, StringComparison.Ordinal);
        using var empty = new TempFolder();
        var run = Shell.Run("curriculum", "check", empty.Path);
        Assert.Equal(2, run.Code);
        Assert.Contains("holds no scope.json. Expected a scope file, or a folder with one.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grade_that_lost_its_stage_is_one_error_however_many_activities_are_in_it()
    {
        using var folder = new TempFolder();
        var text = Shell.Run("curriculum", "template", "marlborough").Output;
        var at = text.IndexOf("\"grade\": 9", StringComparison.Ordinal);
        var run = Shell.Run("curriculum", "check", folder.File("scope.json", string.Concat(text.AsSpan(0, at), "\"grade\": 8", text.AsSpan(at + 10))));
        Assert.Equal(2, run.Code);
        Assert.Single(run.Error.Split(Environment.NewLine), line => line.Contains(".no-stage", StringComparison.Ordinal));
        Assert.Contains("more may be done in grade 9, which has no stage.", run.Error, StringComparison.Ordinal);
    }
}
