using System.Text.Json;
using Pathways.Curriculum;

namespace Pathways.Cli.Output;

/// <summary>How one student's plan stands, element by element.</summary>
internal static class PlanSection
{
    private const string Unconfirmed = "plan.unverified";

    private static ImmutableArray<(PlanElementStatus Status, string Title)> Outstanding { get; } =
        [(PlanElementStatus.InProgress, "In progress"), (PlanElementStatus.Missing, "Missing")];

    private static ImmutableArray<(PlanElementStatus Status, string Title)> Excused { get; } =
        [(PlanElementStatus.Waived, "Waived"), (PlanElementStatus.OptedOut, "Opted out")];

    /// <summary>Writes how many elements stand where, and each of them with what is missing.</summary>
    public static void Write(TextWriter output, PlanReport report)
    {
        output.WriteLine(
            $"Plan by {report.Template} ({report.Template.Title}): {string.Join(", ", Enum.GetValues<PlanElementStatus>().Order().Select(status => $"{report.Count(status)} {Words(status)}"))}; "
            + $"{(report.IsCompleteForGraduation ? "complete" : "not complete")} for graduation.");
        foreach (var (status, title) in Outstanding)
        {
            Section(output, title, report.Elements.Where(result => result.Status == status), result => result.Missing);
        }

        foreach (var (status, title) in Excused)
        {
            Section(output, title, report.Elements.Where(result => result.Status == status), Excuse);
        }

        if (string.Join(", ", report.Elements.Where(result => result.Status == PlanElementStatus.Met).Select(result => result.Element.Id)) is { Length: > 0 } met)
        {
            output.WriteLine($"  Met: {met}.");
        }

        if (!report.Template.IsInForce(report.On))
        {
            output.WriteLine($"  The template does not apply on {ProgressJson.Day(report.On)}.");
        }

        if (report.Elements.Count(result => !result.Element.IsVerified) is > 0 and var unconfirmed)
        {
            output.WriteLine($"  Of {unconfirmed} {(unconfirmed == 1 ? "element" : "elements")} a number or a detail is not confirmed from its source.");
        }
    }

    /// <summary>The same for programs, in the form of a plan report.</summary>
    public static JsonElement Json(PlanReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            PlanReportFile.Write(report, json);
        }

        return JsonDocument.Parse(bytes.ToArray()).RootElement;
    }

    /// <summary>How a status is said, such as <c>in progress</c>.</summary>
    public static string Words(PlanElementStatus status) => ProgressJson.Word(status).Replace('-', ' ');

    private static IEnumerable<Refusal> Excuse(PlanElementResult result) => result.Excuse is { } excuse
        ? [new("", $"By the {ProgressJson.Word(excuse.By.Role).Replace('-', ' ')} on {ProgressJson.Day(excuse.On)}: {excuse.Reason}")]
        : [];

    private static void Section(TextWriter output, string title, IEnumerable<PlanElementResult> results, Func<PlanElementResult, IEnumerable<Refusal>> told)
    {
        var isFirst = true;
        foreach (var result in results)
        {
            if (isFirst)
            {
                output.WriteLine($"  {title}:");
                isFirst = false;
            }

            output.WriteLine($"    {result.Element.Title} ({result.Element.Id}{(result.Element.IsRequired ? "" : ", recommended")}{Due(result)})");
            foreach (var sentence in told(result).Concat(result.Remarks.Where(remark => remark.Code != Unconfirmed)))
            {
                output.WriteLine($"      {sentence.Sentence}");
            }
        }
    }

    private static string Due(PlanElementResult result) => (result.IsSettled, result.DueOn) switch
    {
        (false, { } day) => result.IsOverdue ? $", overdue since {ProgressJson.Day(day.PlusDays(1))}" : $", due {ProgressJson.Day(day)}",
        _ => "",
    };
}
