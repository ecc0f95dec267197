namespace Pathways.Curriculum;

/// <summary>How the plans of many students stand, element by element.</summary>
public sealed record PlanCohortReport
{
    private PlanCohortReport()
    {
    }

    /// <summary>By which template.</summary>
    public required PlanTemplate Template { get; init; }

    /// <summary>How many students.</summary>
    public required int Students { get; init; }

    /// <summary>How many of their plans are complete for graduation.</summary>
    public required int CompleteForGraduation { get; init; }

    /// <summary>How many have something required overdue.</summary>
    public required int WithOverdue { get; init; }

    /// <summary>Every element of the template, in its order.</summary>
    public ImmutableArray<PlanElementCount> Elements { get; private init; } = [];

    /// <summary>Counts the reports of a cohort. Reports of parts add up to that of the whole.</summary>
    /// <param name="template">By which template they are.</param>
    /// <param name="reports">One for each student, in any order.</param>
    /// <exception cref="ArgumentException">A report is by another template or version.</exception>
    public static PlanCohortReport Of(PlanTemplate template, IEnumerable<PlanReport> reports)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(reports);
        var counts = template.Elements.ToDictionary(element => element.Id, element => new PlanElementCount(element));
        var (students, complete, overdue) = (0, 0, 0);
        foreach (var report in reports)
        {
            if ((report.Template.Id, report.Template.Version) != (template.Id, template.Version))
            {
                throw new ArgumentException($"The report of {report.Student} is by {report.Template}, not by {template}. Maybe count each template by itself.", nameof(reports));
            }

            students++;
            complete += report.IsCompleteForGraduation ? 1 : 0;
            overdue += report.Overdue.Any() ? 1 : 0;
            foreach (var result in report.Elements)
            {
                counts[result.Element.Id] = counts[result.Element.Id].With(result);
            }
        }

        return new()
        {
            Template = template,
            Students = students,
            CompleteForGraduation = complete,
            WithOverdue = overdue,
            Elements = [.. template.Elements.Select(element => counts[element.Id])],
        };
    }
}

/// <summary>How many students stand where with an element of a plan.</summary>
/// <param name="Element">Which element.</param>
public sealed record PlanElementCount(PlanElement Element)
{
    /// <summary>Students of whom nothing is there.</summary>
    public int Missing { get; init; }

    /// <summary>Students of whom something is there, but not all.</summary>
    public int InProgress { get; init; }

    /// <summary>Students who met it.</summary>
    public int Met { get; init; }

    /// <summary>Students for whom the school waived it.</summary>
    public int Waived { get; init; }

    /// <summary>Students who opted out, or whose guardian did.</summary>
    public int OptedOut { get; init; }

    /// <summary>Students for whom it is overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>Students who met it after the last day in time.</summary>
    public int Late { get; init; }

    /// <summary>Students who need it.</summary>
    public int Asked => Missing + InProgress + Met + Waived + OptedOut;

    /// <summary>The share of those who need it and met it, from 0 to 1; <see langword="null"/> when nobody needs it.</summary>
    public double? Rate => Asked == 0 ? null : (double)Met / Asked;

    internal PlanElementCount With(PlanElementResult result) => this with
    {
        Missing = Missing + (result.Status == PlanElementStatus.Missing ? 1 : 0),
        InProgress = InProgress + (result.Status == PlanElementStatus.InProgress ? 1 : 0),
        Met = Met + (result.Status == PlanElementStatus.Met ? 1 : 0),
        Waived = Waived + (result.Status == PlanElementStatus.Waived ? 1 : 0),
        OptedOut = OptedOut + (result.Status == PlanElementStatus.OptedOut ? 1 : 0),
        Overdue = Overdue + (result.IsOverdue ? 1 : 0),
        Late = Late + (result.IsLate ? 1 : 0),
    };
}
