using Pathways.Curriculum;

namespace Pathways.Cli.Input;

/// <summary>Files of a folder that are about the district and not about students.</summary>
internal static class DistrictFolder
{
    private const string DemandName = "demand.json";
    private const string PathwaysName = "pathways.json";
    private const string QualityName = "quality.json";

    /// <summary>The demand and the pathways of a folder, with the errors of both files at once.</summary>
    /// <exception cref="InputException">A file is missing or wrong.</exception>
    public static (RegionalDemand Demand, PathwayRegister Pathways) ReadDemand(Terminal terminal, string folder)
    {
        Check(folder, DemandName, PathwaysName);
        var demand = DemandFile.Read(Path.Combine(folder, DemandName));
        var pathways = PathwayFile.Read(Path.Combine(folder, PathwaysName));
        Throw(terminal, [.. demand.Errors, .. pathways.Errors], [.. demand.Warnings, .. pathways.Warnings]);
        return (demand.Get(), pathways.Get());
    }

    /// <summary>The pathways and what is known of their quality, and the demand if the folder has it, with the errors of all files at once.</summary>
    /// <exception cref="InputException">A file is missing or wrong.</exception>
    public static (PathwayRegister Pathways, QualityRegister Quality, RegionalDemand? Demand) ReadQuality(Terminal terminal, string folder)
    {
        Check(folder, PathwaysName, QualityName);
        var pathways = PathwayFile.Read(Path.Combine(folder, PathwaysName));
        var quality = QualityFile.Read(Path.Combine(folder, QualityName));
        var demand = File.Exists(Path.Combine(folder, DemandName)) ? DemandFile.Read(Path.Combine(folder, DemandName)) : null;
        Throw(terminal, [.. pathways.Errors, .. quality.Errors, .. demand?.Errors ?? []], [.. pathways.Warnings, .. quality.Warnings, .. demand?.Warnings ?? []]);
        return (pathways.Get(), quality.Get(), demand?.Value);
    }

    private static void Check(string folder, params string[] names)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"\"{folder}\" is no folder. Expected one with {string.Join(" and ", names)}.");
        }
    }

    private static void Throw(Terminal terminal, ImmutableArray<InputError> errors, ImmutableArray<InputError> warnings)
    {
        if (!errors.IsEmpty)
        {
            throw new InputException(errors);
        }

        foreach (var warning in warnings)
        {
            terminal.ErrorText.WriteLine($"warning: {warning}");
        }
    }
}
