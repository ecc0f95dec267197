using System.Collections.Frozen;
using Pathways.Curriculum;
using Pathways.Matching.Cohorts;

namespace Pathways.Cli.Input;

/// <summary>What a cohort folder says of readiness: the definition, the records, and the curriculum if there is one.</summary>
/// <param name="Check">Who is ready, and the day that counts.</param>
internal sealed record ReadinessInput(ReadinessCheck Check)
{
    /// <summary>Reads what is needed to say who is ready.</summary>
    /// <param name="folder">The cohort folder.</param>
    /// <param name="cohort">Its students, for their grades.</param>
    /// <param name="on">The day; today when left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What they say, or every error of all of them.</returns>
    public static Reading<ReadinessInput> Read(string folder, Cohort cohort, LocalDate? on, CancellationToken cancellationToken)
    {
        var reading = CurriculumFolder.Read(
            folder, CurriculumFiles.Readiness | CurriculumFiles.Records, CurriculumFiles.Scope, cancellationToken: cancellationToken);
        if (!reading.Succeeded)
        {
            return Reading<ReadinessInput>.Failed(reading.Errors);
        }

        var curriculum = reading.Value;
        var facts = cohort.Students.DistinctBy(student => student.Id).ToFrozenDictionary(student => student.Id, curriculum.FactsOf);
        var gate = new ReadinessGate(
            [curriculum.Readiness!],
            [.. curriculum.Records.Values, .. facts.Keys.Where(student => !curriculum.Records.ContainsKey(student)).Select(curriculum.RecordOf)],
            student => facts.GetValueOrDefault(student) ?? ReadinessFacts.None);
        return Reading<ReadinessInput>.Of(new(new ReadinessCheck(gate, on ?? Today.Day)), reading.Warnings);
    }
}
