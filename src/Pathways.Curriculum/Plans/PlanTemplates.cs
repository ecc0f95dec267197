namespace Pathways.Curriculum;

/// <summary>The templates that come with the package. A district's own are files, read by <see cref="PlanTemplateFile"/>.</summary>
/// <remarks>Each says where its elements come from, and marks what was not confirmed; check them against the law before relying on them.</remarks>
public static class PlanTemplates
{
    private static readonly Lazy<PlanTemplate> MyCapTemplate = Shipped("ma-mycap");
    private static readonly Lazy<PlanTemplate> HighSchoolAndBeyondTemplate = Shipped("wa-hsbp");
    private static readonly Lazy<PlanTemplate> PersonalLearningPlanTemplate = Shipped("mn-plp");

    /// <summary>Massachusetts: My Career and Academic Plan.</summary>
    public static PlanTemplate MyCap => MyCapTemplate.Value;

    /// <summary>Washington: High School and Beyond Plan (RCW 28A.230.212).</summary>
    public static PlanTemplate HighSchoolAndBeyond => HighSchoolAndBeyondTemplate.Value;

    /// <summary>Minnesota: Personal Learning Plan (Minn. Stat. 120B.125).</summary>
    public static PlanTemplate PersonalLearningPlan => PersonalLearningPlanTemplate.Value;

    /// <summary>Every template that comes with the package, by identifier.</summary>
    public static ImmutableArray<PlanTemplate> All => [MyCap, PersonalLearningPlan, HighSchoolAndBeyond];

    /// <summary>The template of an identifier.</summary>
    /// <param name="id">Such as <c>wa-hsbp</c>.</param>
    /// <returns><see langword="null"/> when none that comes with the package is called so.</returns>
    public static PlanTemplate? Find(PlanTemplateId id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>The file of a template as it comes with the package.</summary>
    internal static byte[] Bytes(string name) => EmbeddedFile.Bytes($"Templates/{name}.json");

    private static Lazy<PlanTemplate> Shipped(string name) => new(() => PlanTemplateFile.Parse(Bytes(name), $"{name}.json").Get());
}
