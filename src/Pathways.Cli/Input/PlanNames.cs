using Pathways.Curriculum;

namespace Pathways.Cli.Input;

/// <summary>Plan templates as people type them: one that is shipped, by a short name, or a file.</summary>
internal static class PlanNames
{
    /// <summary>The template of a cohort folder.</summary>
    public const string FileName = "plan.json";

    /// <summary>What can be typed.</summary>
    public const string Expected = "mycap, hsbp, plp, or a file";

    /// <summary>A template that is shipped; null for the path of a file. A file of that name goes before a template: who has made one means it.</summary>
    /// <param name="text">What was typed; null for nothing.</param>
    public static PlanTemplate? Find(string? text) => text is null || File.Exists(text) ? null : text switch
    {
        "mycap" => PlanTemplates.MyCap,
        "hsbp" => PlanTemplates.HighSchoolAndBeyond,
        "plp" => PlanTemplates.PersonalLearningPlan,
        _ => PlanTemplates.All.FirstOrDefault(template => template.Id.Value == text)
            ?? throw new UsageException($"\"{text}\" is no plan template. Expected {Expected}."),
    };
}
