using Pathways.Curriculum;
using Pathways.Interchange;

namespace Pathways.Cli.Input;

/// <summary>The students of a cohort folder with their curriculum and records.</summary>
/// <param name="Cohort">The roster, the partners and the opportunities.</param>
/// <param name="Curriculum">The curriculum, and what students did.</param>
/// <param name="Warnings">What is odd, but was understood.</param>
internal sealed record StudentsInput(Cohort Cohort, CurriculumFolder Curriculum, ImmutableArray<InputError> Warnings)
{
    private const int MostStrangers = 5;

    /// <summary>Reads the folder, with the errors of all its files at once.</summary>
    /// <param name="folder">The cohort folder.</param>
    /// <param name="required">What must be there beside the tables.</param>
    /// <param name="ifThere">What is read where it is there.</param>
    /// <param name="scopePath">Another scope than that of the folder.</param>
    /// <param name="plan">Another plan template than that of the folder: a name or a file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputException">Something is wrong with the input.</exception>
    public static StudentsInput Read(
        string folder, CurriculumFiles required, CurriculumFiles ifThere, string? scopePath, string? plan, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(
                $"\"{folder}\" is no folder. Expected a cohort folder with {CurriculumFolder.ScopeName} and {CurriculumFolder.RecordsName} beside students.csv.");
        }

        var cohort = CohortFolder.Read(folder, cancellationToken);
        var curriculum = CurriculumFolder.Read(folder, required, ifThere, scopePath, plan, cancellationToken);
        return cohort.Succeeded && curriculum.Succeeded
            ? new(cohort.Value, curriculum.Value, [.. cohort.Warnings, .. curriculum.Warnings])
            : throw new InputException([.. cohort.Errors, .. curriculum.Errors]);
    }

    /// <summary>A student of the roster.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public Student Get(string id) => Cohort.Students.FirstOrDefault(student => student.Id.Value == id)
        ?? throw new UsageException($"The roster has no student \"{id}\". Maybe it is misspelt; capitals count.");

    /// <summary>Says what is odd, on standard error.</summary>
    public void Warn(Terminal terminal)
    {
        foreach (var warning in Warnings)
        {
            terminal.ErrorText.WriteLine($"warning: {warning}");
        }

        StudentId[] strangers = [.. Curriculum.Records.Keys.Except(Cohort.Students.Select(student => student.Id)).Order()];
        if (strangers.Length > 0)
        {
            terminal.ErrorText.WriteLine(
                $"warning: records of students who are not on the roster were left out: {string.Join(", ", strangers.Take(MostStrangers))}"
                + $"{(strangers.Length > MostStrangers ? $" and {strangers.Length - MostStrangers} more" : "")}.");
        }
    }
}
