using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Scope;

public sealed class ScopeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"pathways-{Path.GetRandomFileName()}")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Any_valid_scope_survives_writing_and_reading() => Prop.ForAll(RandomScopes.Any, scope =>
    {
        var written = ScopeSources.Written(scope);
        return ScopeSources.Written(ScopeSources.Parsed(written).Get()) == written;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_file_and_the_value_are_judged_alike() => Prop.ForAll(RandomScopes.Any, scope =>
    {
        var broken = Faults.All[Math.Abs(scope.Title.Length + scope.Activities.Length) % Faults.All.Count].Break(scope);
        var read = ScopeSources.Parsed(ScopeSources.Written(broken));
        return ScopeCheck.Refusals(broken).Select(refusal => refusal.ToString()).Order().SequenceEqual(
            read.Errors.Select(error => $"{error.Code}: {error.Message}").Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_that_was_changed_anywhere_is_read_or_told_about_with_a_place() // and nothing is thrown
    {
        var good = ScopeTemplates.Bytes("marlborough");
        for (var i = 0; i < 60; i++)
        {
            var bytes = good.ToArray();
            var at = Seed.From(i).DrawBelow(bytes.Length);
            bytes[at] = (byte)" {}[]\":,0x\\\n\u007f"[i % 13];
            var reading = ScopeFile.Parse(i % 3 == 0 ? bytes.AsSpan(0, at) : bytes, "x");
            Assert.True(reading.Succeeded || reading.Errors.All(error => error is { Line: > 0, Column: > 0 }));
        }
    }

    [Fact]
    public void A_file_is_replaced_as_a_whole()
    {
        var path = Path.Combine(_folder, "scope.json");
        File.WriteAllText(path, "before");
        ScopeFile.Write(ScopeTemplates.Marlborough, path);
        Assert.Equal(ScopeTemplates.Bytes("marlborough"), File.ReadAllBytes(path));
        Assert.Equal("marlborough@1", ScopeFile.Read(path).Get().ToString());
        Assert.Equal(["scope.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_without_stages_has_those_of_a_high_school()
    {
        var scope = ScopeSources.Parsed("""{"format":"pathways/scope@1","id":"s","version":1,"title":"t","effectiveFrom":"2026-09-01","activities":[]}""").Get();
        Assert.Equal(ScopeFile.DefaultStages, scope.Stages);
        Assert.Equal(SchoolYear.DefaultStart, scope.YearStarts);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_about()
    {
        var error = Assert.Single(ScopeFile.Read(Path.Combine(_folder, "none.json")).Errors);
        Assert.Equal("scope.file.missing", error.Code);
    }

    [Fact]
    public void Ten_errors_of_ten_kinds_are_told_in_one_run_with_their_places() => Expect("ten-errors");

    [Fact]
    public void Errors_of_form_and_of_meaning_are_told_together_and_none_follows_from_a_stand_in() => Expect("form-and-meaning");

    [Fact]
    public void What_is_odd_is_a_warning_with_its_place()
    {
        var text = File.ReadAllText(ScopeSources.Broken("odd.json"));
        var reading = ScopeSources.Parsed(text);
        Assert.Empty(reading.Errors);
        Assert.Equal(File.ReadAllLines(ScopeSources.Broken("odd.expected")), reading.Warnings.Select(Line));
    }

    private static void Expect(string name)
    {
        var reading = ScopeFile.Parse(Encoding.UTF8.GetBytes(File.ReadAllText(ScopeSources.Broken($"{name}.json"))), name);
        Assert.Equal(File.ReadAllLines(ScopeSources.Broken($"{name}.expected")), reading.Errors.Select(Line));
    }

    private static string Line(InputError error) => $"{error.Line}:{error.Column}: {error.Code}";
}
