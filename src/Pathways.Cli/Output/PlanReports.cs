using System.Text.Json;
using System.Text.Json.Serialization;
using Pathways.Curriculum;
using static Pathways.Cli.Output.Figures;

namespace Pathways.Cli.Output;

/// <summary>What <c>plan</c> prints.</summary>
internal static class PlanReports
{
    /// <summary>One student's plan.</summary>
    public static void Write(Terminal terminal, PlanReport report, bool json)
    {
        if (json)
        {
            terminal.WriteJson(PlanSection.Json(report), PlanJson.Default.JsonElement);
            return;
        }

        terminal.OutputText.WriteLine($"{report.Student}, grade {report.Grade}, on {ProgressJson.Day(report.On)}");
        PlanSection.Write(terminal.OutputText, report);
        if (report.NextDue is { } due)
        {
            terminal.OutputText.WriteLine($"  Something is due next by {ProgressJson.Day(due)}.");
        }
    }

    /// <summary>The plans of a cohort, element by element.</summary>
    public static void Write(Terminal terminal, PlanTemplate template, LocalDate on, ImmutableArray<PlanReport> reports, bool json)
    {
        var cohort = PlanCohortReport.Of(template, reports);
        if (json)
        {
            terminal.WriteJson(Json(cohort, on, reports), PlanJson.Default.PlanCohortJson);
            return;
        }

        terminal.OutputText.WriteLine(
            $"{Number(cohort.Students)} plans on {ProgressJson.Day(on)} by {template} ({template.Title}, {template.Jurisdiction}): {Number(cohort.CompleteForGraduation)} are complete for graduation, "
            + $"of {Number(cohort.WithOverdue)} something required is overdue.");
        if (!template.IsInForce(on))
        {
            terminal.OutputText.WriteLine($"The template does not apply on {ProgressJson.Day(on)}.");
        }

        var table = Tables.New("Element", "Asked of", "Met", "In progress", "Missing", "Waived", "Opted out", "Overdue", "Late", "Share met");
        foreach (var count in cohort.Elements)
        {
            Tables.Row(
                table, $"{count.Element.Title}{(count.Element.IsRequired ? "" : " (recommended)")}", Number(count.Asked), Number(count.Met), Number(count.InProgress), Number(count.Missing),
                Number(count.Waived), Number(count.OptedOut), Number(count.Overdue), Number(count.Late), Share(count.Met, count.Asked));
        }

        terminal.OutputText.WriteLine();
        terminal.Output.Write(table);
        terminal.OutputText.WriteLine("Overdue: not settled, and its day is past. Late: met, but after its day.");
    }

    private static PlanCohortJson Json(PlanCohortReport cohort, LocalDate on, ImmutableArray<PlanReport> reports) => new(
        cohort.Template.ToString(), ProgressJson.Day(on)!, cohort.Students, cohort.CompleteForGraduation, cohort.WithOverdue,
        [.. cohort.Elements.Select(count => new PlanElementJson(
            count.Element.Id.Value, count.Element.Title, count.Element.IsRequired, count.Asked, count.Met, count.InProgress, count.Missing, count.Waived, count.OptedOut,
            count.Overdue, count.Late, Of(reports, count, result => !result.IsSettled), Of(reports, count, result => result.IsOverdue)))]);

    private static IReadOnlyList<string> Of(ImmutableArray<PlanReport> reports, PlanElementCount count, Func<PlanElementResult, bool> selects) =>
        [.. reports.Where(report => report.Find(count.Element.Id) is { } result && selects(result)).Select(report => report.Student.Value)];
}

/// <summary>The JSON of <c>plan</c>; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PlanCohortJson))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PlanJson : JsonSerializerContext;

/// <summary>The report of <c>plan --cohort</c>.</summary>
internal sealed record PlanCohortJson(
    string Template, string On, int Students, int CompleteForGraduation, int WithOverdue, IReadOnlyList<PlanElementJson> Elements);

/// <summary>An element with its counts, the students by whom it is not settled, and those of them who are overdue.</summary>
internal sealed record PlanElementJson(
    string Element, string Title, bool Required, int Asked, int Met, int InProgress, int Missing, int Waived, int OptedOut, int Overdue, int Late,
    IReadOnlyList<string> NotSettledBy, IReadOnlyList<string> OverdueFor);
