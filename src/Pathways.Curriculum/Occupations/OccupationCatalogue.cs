using System.Text;

namespace Pathways.Curriculum;

/// <summary>The occupations of one release of O*NET, by code.</summary>
/// <remarks>Interest ratings change from release to release, so whatever is computed from a catalogue names its release.</remarks>
public sealed class OccupationCatalogue
{
    private static readonly Lazy<OccupationCatalogue> Shipped = new(ReadShipped, LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly Dictionary<OnetSocCode, Occupation> _byCode;

    internal OccupationCatalogue(string release, IEnumerable<Occupation> occupations, IEnumerable<JobZone> zones)
    {
        Release = release;
        Occupations = [.. occupations.OrderBy(occupation => occupation.Code.Value, StringComparer.Ordinal)];
        Zones = [.. zones.OrderBy(zone => zone.Number)];
        _byCode = Occupations.ToDictionary(occupation => occupation.Code);
    }

    /// <summary>The 923 occupations of O*NET 29.3 (May 2025) that have data, with job zones and interests; read when first asked for.</summary>
    /// <remarks>The data is O*NET's, under CC BY 4.0: show <see cref="Attribution"/> wherever you show it.</remarks>
    public static OccupationCatalogue Onet293 => Shipped.Value;

    /// <summary>Which release, such as <c>O*NET 29.3</c>.</summary>
    public string Release { get; }

    /// <summary>What the licence of the data asks to be shown with it.</summary>
    public string Attribution =>
        $"This product includes information from the {Release} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). "
        + "Used under the CC BY 4.0 license. O*NET\u00ae is a trademark of USDOL/ETA. The Pathways authors have modified all or some of this information. "
        + "USDOL/ETA has not approved, endorsed, or tested these modifications.";

    /// <summary>The occupations, by code.</summary>
    public ImmutableArray<Occupation> Occupations { get; }

    /// <summary>The job zones, from 1; empty where the release was read without their reference.</summary>
    public ImmutableArray<JobZone> Zones { get; }

    /// <summary>Finds an occupation, or <see langword="null"/> if there is none.</summary>
    /// <param name="code">Its code.</param>
    public Occupation? Find(OnetSocCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>Finds a job zone, or <see langword="null"/> if it is not described.</summary>
    /// <param name="number">1 to 5, or <see langword="null"/>.</param>
    public JobZone? FindZone(int? number) => Zones.FirstOrDefault(zone => zone.Number == number);

    /// <summary>Finds what a query selects, by code, with the training each needs.</summary>
    /// <param name="query">What is looked for.</param>
    public ImmutableArray<OccupationFacts> Search(OccupationQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. Occupations.Where(query.Selects).Select(occupation => FactsOf(occupation, query.Demand, query.Region))];
    }

    /// <summary>What is known of one occupation: preparation beside pay.</summary>
    /// <param name="occupation">An occupation of this catalogue.</param>
    /// <param name="demand">Where demand and wages come from; <see langword="null"/> for none.</param>
    /// <param name="region">The only region whose demand counts; <see langword="null"/> for all.</param>
    public OccupationFacts FactsOf(Occupation occupation, RegionalDemand? demand = null, RegionId? region = null)
    {
        ArgumentNullException.ThrowIfNull(occupation);
        return new(Release, occupation, FindZone(occupation.JobZone), demand?.RecordsOf(occupation.Code, region) ?? []);
    }

    /// <summary>Reads a release that somebody downloaded from O*NET, or a table in the form that this library ships.</summary>
    /// <param name="path">
    /// A folder with <c>Occupation Data</c>, <c>Interests</c> and <c>Job Zones</c>, and where there are <c>Job Zone Reference</c>, <c>Task Statements</c> and
    /// <c>Interests Illustrative Occupations</c>, each as <c>.txt</c> (tabs) or <c>.csv</c>; or one such table of the pivoted form.
    /// Columns are found by their names.
    /// </param>
    /// <param name="release">Which release it is, such as <c>O*NET 30.0</c>; <see langword="null"/> to take it from the first line of the folder's <c>Read Me.txt</c>.</param>
    /// <returns>The catalogue, or every error with its file and line.</returns>
    public static Reading<OccupationCatalogue> Read(string path, string? release = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return OnetReader.Read(path, release);
    }

    private static OccupationCatalogue ReadShipped()
    {
        var reader = new OnetReader();
        reader.ReadPivoted(Resource("occupations.csv"));
        reader.ReadZones(Resource("job-zone-reference.txt"));
        reader.ReadIllustrations(Resource("interests-illustrative-occupations.txt"));
        return reader.Finish("O*NET 29.3").Get();
    }

    private static OnetTable? Resource(string name)
    {
        using var stream = typeof(OccupationCatalogue).Assembly.GetManifestResourceStream($"onet-29.3/{name}")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return OnetTable.Of(text.ReadToEnd(), name, []);
    }
}
