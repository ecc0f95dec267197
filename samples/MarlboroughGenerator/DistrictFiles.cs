using Pathways;
using Pathways.Curriculum;

namespace MarlboroughGenerator;

/// <summary>Writes what the district of the sample knows beside its students: demand, pathways, their quality, and what is asked of plans.</summary>
internal static class DistrictFiles
{
    /// <summary>The name of the file with what is asked of every student's plan.</summary>
    public const string PlanFileName = "plan.json";

    /// <summary>Writes the files.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    /// <param name="cohort">The partners, with what they offer.</param>
    /// <param name="folder">The folder of the sample.</param>
    public static void Write(Seed seed, Cohort cohort, string folder)
    {
        DemandFile.Write(DemandMaker.Make(new(seed.Split("demand")), cohort), Path.Combine(folder, DemandMaker.FileName));
        PathwayFile.Write(PathwayMaker.Register, Path.Combine(folder, PathwayMaker.FileName));
        QualityFile.Write(QualityMaker.Make(new(seed.Split("quality")), PathwayMaker.Register), Path.Combine(folder, QualityMaker.FileName));
        using var plan = File.Create(Path.Combine(folder, PlanFileName));
        PlanTemplateFile.Write(PlanTemplates.MyCap, plan);
    }
}
