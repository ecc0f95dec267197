using System.CommandLine;

namespace Pathways.Cli.Input;

/// <summary>Of whom a report is: <c>--student ID</c>, or <c>--cohort</c>.</summary>
/// <param name="Student">One student.</param>
/// <param name="Cohort">All students.</param>
internal sealed record WhoOptions(Option<string?> Student, Option<bool> Cohort)
{
    public static WhoOptions Create(string ofStudent, string ofCohort) =>
        new(new("--student") { Description = ofStudent, HelpName = "ID" }, new("--cohort") { Description = ofCohort });

    /// <summary>The identifier of the one student; null for all.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="UsageException">Neither or both were given.</exception>
    public string? Read(ParseResult parsed)
    {
        var student = parsed.GetValue(Student);
        return (student, parsed.GetValue(Cohort)) switch
        {
            (null, false) => throw new UsageException($"{parsed.CommandResult.Command.Name} needs --student ID for one student, or --cohort for all."),
            ({ } one, true) => throw new UsageException($"--student {one} asks for one student and --cohort for all. Leave one of the two out."),
            _ => student,
        };
    }
}
