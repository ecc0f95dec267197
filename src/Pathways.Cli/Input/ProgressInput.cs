using Pathways.Curriculum;

namespace Pathways.Cli.Input;

/// <summary>A cohort folder with its curriculum and records, calculated on a day.</summary>
internal sealed class ProgressInput
{
    private readonly Lazy<CohortProgress> _progress;
    private readonly Lazy<ReadyPool?> _pool;
    private readonly CompiledScope _scope;
    private readonly SchoolYear _year;

    private ProgressInput(StudentsInput students, LocalDate on)
    {
        (Students, On) = (students, on);
        _scope = CompiledScope.Compile(Scope);
        _year = SchoolYear.Of(on, Scope.YearStarts);
        _progress = new(() => CohortProgress.Of(_scope, students.Cohort.Students.Select(Of)));
        _pool = new(MakePool);
    }

    /// <summary>The students with their curriculum and records.</summary>
    public StudentsInput Students { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The scope and sequence.</summary>
    public ScopeAndSequence Scope => Students.Curriculum.Scope!;

    /// <summary>How far every student of the roster is.</summary>
    public CohortProgress Progress => _progress.Value;

    /// <summary>Who is ready, against the seats that come up within a year; null where the folder does not say what ready means.</summary>
    public ReadyPool? Pool => _pool.Value;

    /// <summary>How many seats would come up beside those of the pool, but that the partner's agreement does not cover the work: nobody is matched to them.</summary>
    public int SeatsNotCovered => Students.Cohort.Opportunities.Where(opportunity => PoolWindow.Contains(opportunity.Dates.Start) && !IsCovered(opportunity)).Sum(opportunity => opportunity.Seats);

    private DateInterval PoolWindow => new(On, On.PlusYears(1).PlusDays(-1));

    /// <summary>What should be known of the day beside the report: that the scope did not apply, or that grades may not be those of the roster.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (On < Scope.EffectiveFrom)
            {
                yield return $"{Scope} applies from {Scope.EffectiveFrom:uuuu-MM-dd} on; on {On:uuuu-MM-dd} it did not.";
            }

            // Nobody enters what lies ahead, so the latest entry tells about when the roster was made.
            var entries = Students.Curriculum.Records.Values.SelectMany(record => record.Standing).Where(entry => entry is not Experience { Attendance: Attendance.Planned });
            var latest = entries.Select(entry => (LocalDate?)entry.On).Max();
            if (latest is { } last && SchoolYear.Of(last, Scope.YearStarts) is var known && known != _year)
            {
                yield return $"The grades of the roster are taken as those of {_year}, the school year of {On:uuuu-MM-dd}; the latest entry on record is of {known}. Maybe the day is in another school year than the roster.";
            }
        }
    }

    /// <summary>Reads the folder, with the errors of all its files at once.</summary>
    /// <param name="folder">The cohort folder.</param>
    /// <param name="scopePath">The scope; by default that of the folder.</param>
    /// <param name="plan">The plan template, a name or a file; by default that of the folder.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputException">Something is wrong with the input.</exception>
    public static ProgressInput Read(string folder, string? scopePath, string? plan, LocalDate on, CancellationToken cancellationToken) =>
        new(
            StudentsInput.Read(
                folder, CurriculumFiles.Scope | CurriculumFiles.Records | (plan is null ? CurriculumFiles.None : CurriculumFiles.Plan),
                CurriculumFiles.Readiness | CurriculumFiles.Plan, scopePath, plan, cancellationToken),
            on);

    /// <summary>How far one student is.</summary>
    public StudentProgress Of(Student student)
    {
        var record = Students.Curriculum.Records.GetValueOrDefault(student.Id);
        return ProgressCalculator.Of(_scope, StudentStanding.Of(student, _year, record, On), record, On);
    }

    /// <summary>Everything there is to say of one student.</summary>
    public StudentView View(Student student)
    {
        var curriculum = Students.Curriculum;
        var record = curriculum.RecordOf(student.Id);
        (ReadinessEvaluation, ReadinessVerdict)? readiness = null;
        if (curriculum.Readiness is { } definition)
        {
            var evaluation = ReadinessCalculator.Evaluate(definition, record, curriculum.FactsOf(student), On);
            readiness = (evaluation, ReadinessGrants.Verdict(evaluation, record));
        }

        var step = record.Standing.OfType<PipelineChange>().LastOrDefault(change => change.On <= On);
        return new(Of(student), [.. Notes], step is { Step: not PipelineStep.Resumed } ? step : null, readiness, curriculum.Plan is { } plan ? PlanCalculator.Assess(plan, record, PlanSituation.In(Scope, student.Grade, On)) : null);
    }

    private ReadyPool? MakePool()
    {
        if (Students.Curriculum is not { Readiness: { } definition } curriculum)
        {
            return null;
        }

        var choices = Students.Cohort.Preferences.CountBy(preference => preference.Student).ToDictionary();
        var students = Students.Cohort.Students.Select(student =>
        {
            var record = curriculum.RecordOf(student.Id);
            return PoolStudent.Of(record, ReadinessCalculator.Evaluate(definition, record, curriculum.FactsOf(student), On), new() { LiveApplications = choices.GetValueOrDefault(student.Id) });
        });
        return ReadyPool.Of(students, Students.Cohort.Opportunities.Where(IsCovered), PoolWindow);
    }

    private bool IsCovered(Opportunity opportunity) =>
        Students.Cohort.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner)?.Agreement is not { } agreement || agreement.Contains(opportunity.Dates);
}
