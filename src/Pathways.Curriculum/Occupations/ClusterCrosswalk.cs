using System.Globalization;

namespace Pathways.Curriculum;

/// <summary>Which occupations belong to which career cluster, as a file of the district's says.</summary>
/// <remarks>The official crosswalk belongs to Advance CTE and is not shipped; who has it, or one of their own, loads it from a file.</remarks>
public sealed class ClusterCrosswalk
{
    private readonly Dictionary<string, HashSet<string>> _byCluster;

    private ClusterCrosswalk(string source, Dictionary<string, HashSet<string>> byCluster) => (Source, _byCluster) = (source, byCluster);

    /// <summary>The file it was read from.</summary>
    public string Source { get; }

    /// <summary>The occupations of a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    public ClusterOccupations Of(CareerCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return new(cluster, [.. _byCluster.GetValueOrDefault(cluster.Code, [])]);
    }

    /// <summary>
    /// Reads a table with a column <c>O*NET-SOC Code</c> (or <c>SOC Code</c>) and a column <c>Cluster</c> (or <c>Career Cluster</c>), tabs between the cells, or commas where its name ends
    /// in <c>.csv</c>. A cluster is given by its name of 2024, its code, or the name of an old cluster with one successor. Six digits stand for all occupations that refine them.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The crosswalk, or every error with its file and line.</returns>
    public static Reading<ClusterCrosswalk> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Reading<ClusterCrosswalk>.Failed([new(path, 0, 0, "crosswalk.file.missing", $"There is no file \"{path}\". Maybe it is in another folder.")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Reading<ClusterCrosswalk>.Failed([new(path, 0, 0, "crosswalk.file.unreadable", $"\"{path}\" cannot be read: {fault.Message}")]);
        }
    }

    internal static Reading<ClusterCrosswalk> Parse(string text, string path)
    {
        var errors = new List<InputError>();
        var byCluster = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        if (OnetTable.Of(text, path, errors) is { } table
            && table.Columns(table.Has("SOC Code") ? "SOC Code" : "O*NET-SOC Code", table.Has("Career Cluster") ? "Career Cluster" : "Cluster") is [var code, var cluster])
        {
            foreach (var (line, cells) in table.Rows)
            {
                var isCode = OnetSocCode.TryParse(cells[code], CultureInfo.InvariantCulture, out var occupation);
                if (!isCode)
                {
                    table.Fault(line, code, "onet.code.malformed", $"\"{cells[code]}\" is no O*NET-SOC code. Expected NN-NNNN.NN, such as 51-4041.00.");
                }

                if (Find(cells[cluster]) is not { } found)
                {
                    table.Fault(line, cluster, "onet.cluster.unknown", $"\"{cells[cluster]}\" is no career cluster of 2024, and no old one with one successor.");
                }
                else if (isCode)
                {
                    (byCluster.TryGetValue(found.Code, out var codes) ? codes : byCluster[found.Code] = new(StringComparer.Ordinal))
                        .Add(cells[code].Trim().Length == 7 ? occupation.Soc : occupation.Value);
                }
            }
        }

        return errors.Count > 0
            ? Reading<ClusterCrosswalk>.Failed([.. errors.Select(error => error with { Code = error.Code.Replace("onet.", "crosswalk.", StringComparison.Ordinal) })])
            : Reading<ClusterCrosswalk>.Of(new(path, byCluster));
    }

    private static CareerCluster? Find(string name) =>
        CareerCluster.TryFind(name, out var cluster) ? cluster : LegacyCareerCluster.Find(name)?.Successor;
}

/// <summary>The occupations of one career cluster, by a crosswalk.</summary>
public sealed class ClusterOccupations
{
    private readonly HashSet<string> _codes;

    internal ClusterOccupations(CareerCluster cluster, HashSet<string> codes) => (Cluster, _codes) = (cluster, codes);

    /// <summary>The cluster.</summary>
    public CareerCluster Cluster { get; }

    /// <summary>Whether the crosswalk puts an occupation there.</summary>
    /// <param name="code">Its code.</param>
    public bool Holds(OnetSocCode code) => _codes.Contains(code.Value) || _codes.Contains(code.Soc);
}
