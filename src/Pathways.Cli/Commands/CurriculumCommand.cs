using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Curriculum;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways curriculum</c>: checks and shows scopes and sequences, and gives the templates to start from.</summary>
internal static class CurriculumCommand
{
    public static Command Create(Terminal terminal) =>
        new("curriculum", "Check and show what students do in which grade.") { Check(terminal), Show(terminal), Template(terminal), Schema(terminal) };

    private static Command Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A scope file, or a folder that holds scope.json." };
        var json = SharedOptions.Json("the report");
        var command = new Command("check", "Tell everything that is wrong in a scope file, with places.") { file, json };
        command.SetAction((parsed, _) => Task.FromResult(Check(terminal, FileOf(Paths.Given(parsed.GetRequiredValue(file), "FILE")!), parsed.GetValue(json))));
        return command;
    }

    private static int Check(Terminal terminal, string path, bool json)
    {
        var reading = ScopeFile.Read(path);
        if (json)
        {
            terminal.WriteJson(
                new(reading.Value?.ToString(), reading.Value?.Activities.Length ?? 0, Places(reading.Errors), Places(reading.Warnings)), CurriculumJson.Default.ScopeCheckJson);
        }

        var scope = reading.Get(); // the errors go where errors of input always go
        Warn(terminal, reading);
        if (!json)
        {
            terminal.OutputText.WriteLine(
                $"{scope} is sound: {scope.Activities.Length} activities in {scope.Stages.Length} grades; {(reading.Warnings.IsEmpty ? "nothing is odd" : $"{reading.Warnings.Length} things are odd")}.");
        }

        return ExitCode.Done;
    }

    private static Command Show(Terminal terminal)
    {
        var source = new Argument<string>("SCOPE")
        {
            Description = $"A scope file, or the name of a template: {string.Join(", ", ScopeTemplates.Names)}.",
            DefaultValueFactory = _ => "marlborough",
        };
        var grade = new Option<string?>("--grade") { Description = "Only what is done in this grade.", HelpName = "GRADE" };
        var tasks = new Option<bool>("--tasks") { Description = "Show who of school and industry does what." };
        var json = SharedOptions.Json("the scope, with the activities of the grade alone,");
        var command = new Command("show", "Show a scope by grade: activities, evidence, when due, and what they need.") { source, grade, tasks, json };
        command.SetAction((parsed, _) =>
        {
            var scope = Read(terminal, Paths.Given(parsed.GetRequiredValue(source), "SCOPE")!);
            if (parsed.GetValue(grade) is { } text)
            {
                scope = In(scope, text);
            }

            if (parsed.GetValue(json))
            {
                terminal.WriteBytes(stream => ScopeFile.Write(scope, stream));
            }
            else
            {
                ScopeTables.Write(terminal, scope, parsed.GetValue(tasks));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Template(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = $"Which one: {string.Join(", ", ScopeTemplates.Names)}." };
        var output = new Option<string?>("--out") { Description = "The file. Default: standard output.", HelpName = "FILE" };
        var command = new Command("template", "Write a template as a scope file, to change it there.") { name, output };
        command.SetAction((parsed, _) =>
        {
            var wanted = parsed.GetRequiredValue(name);
            var scope = ScopeTemplates.Find(wanted)
                ?? throw new UsageException($"There is no template \"{wanted}\". There are: {string.Join(", ", ScopeTemplates.Names)}.");
            if (Paths.Given(parsed.GetValue(output), "--out") is { } path)
            {
                Paths.Write("--out", path, () => ScopeFile.Write(scope, path));
            }
            else
            {
                terminal.WriteBytes(stream => ScopeFile.Write(scope, stream));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Schema(Terminal terminal)
    {
        var command = new Command("schema", "Print the JSON schema of scope files, for editors.");
        command.SetAction((_, _) =>
        {
            terminal.WriteBytes(stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ScopeFile.Schema)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    // A file of that name goes before a template: who has made one means it.
    private static ScopeAndSequence Read(Terminal terminal, string source)
    {
        if (!File.Exists(source) && ScopeTemplates.Find(source) is { } template)
        {
            return template;
        }

        var reading = ScopeFile.Read(FileOf(source));
        var scope = reading.Get();
        Warn(terminal, reading);
        return scope;
    }

    // Whoever names a cohort folder means the scope in it.
    private static string FileOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        var file = Path.Combine(path, CurriculumFolder.ScopeName);
        return File.Exists(file) ? file : throw new UsageException($"The folder \"{path}\" holds no {CurriculumFolder.ScopeName}. Expected a scope file, or a folder with one.");
    }

    private static ScopeAndSequence In(ScopeAndSequence scope, string text)
    {
        if (!GradeLevel.TryParse(text, out var grade) || !scope.Stages.Any(stage => stage.Grade == grade))
        {
            throw new UsageException($"--grade {text}: this scope has no such grade. It has: {string.Join(", ", scope.Stages.Select(stage => ScopeTables.Word(stage.Grade)))}.");
        }

        return scope with { Activities = [.. scope.Activities.Where(activity => activity.FirstGrade <= grade && grade <= activity.LastGrade)] };
    }

    private static void Warn(Terminal terminal, Reading<ScopeAndSequence> reading)
    {
        foreach (var warning in reading.Warnings)
        {
            terminal.ErrorText.WriteLine($"warning: {warning}");
        }
    }

    private static IReadOnlyList<PlacedJson> Places(ImmutableArray<InputError> errors) =>
        [.. errors.Select(error => new PlacedJson(error.File, error.Line, error.Column, error.Code, error.Message))];
}
