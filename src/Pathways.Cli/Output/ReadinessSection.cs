using Pathways.Curriculum;

namespace Pathways.Cli.Output;

/// <summary>Whether one student is ready, and everything that is missing.</summary>
internal static class ReadinessSection
{
    /// <summary>Writes the section: ready and until when, or each missing thing as a sentence.</summary>
    public static void Write(TextWriter output, ReadinessEvaluation evaluation, ReadinessVerdict verdict)
    {
        var met = evaluation.Results.Length - evaluation.UnmetCount;
        var says = verdict.IsReady
            ? $"ready{(verdict.Until is { } until ? $" until {ProgressJson.Day(until)}" : "")}"
            : "not ready";
        output.WriteLine();
        output.WriteLine($"Readiness by {evaluation.Definition} ({evaluation.Definition.Title}): {says}; {met} of {evaluation.Results.Length} criteria are met.");
        foreach (var missing in verdict.Missing)
        {
            output.WriteLine($"  {missing.Sentence}");
        }

        // A grant counts until it ends; what is missing by the criteria should be known all the same.
        if (verdict.IsReady && !evaluation.IsMet)
        {
            output.WriteLine("  It was granted, and counts. By the criteria alone these are missing:");
            foreach (var missing in evaluation.Missing)
            {
                output.WriteLine($"    {missing.Sentence}");
            }
        }
    }

    /// <summary>The same for programs.</summary>
    public static ReadinessJson Json(ReadinessEvaluation evaluation, ReadinessVerdict verdict) => new(
        evaluation.Definition.ToString(), evaluation.Definition.Title, ProgressJson.Word(evaluation.Definition.Dimension), verdict.IsReady,
        ProgressJson.Day(verdict.Until), Refusals.Json(verdict.Missing),
        [.. evaluation.Results.Select(result => new CriterionJson(result.Criterion.Id, result.Criterion.Sentence, result.IsMet, result.IsWaived, Refusals.Json(result.Missing)))]);
}
