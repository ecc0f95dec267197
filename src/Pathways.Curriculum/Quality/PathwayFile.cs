using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes the pathways of a district with their articulation agreements, <c>"format": "pathways/pathways@1"</c>.</summary>
public static class PathwayFile
{
    /// <summary>What the format is called in a file.</summary>
    public const string Format = "pathways/pathways@1";

    private const string Kind = "pathways";
    private const decimal LeastCredit = 0.01m;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The pathways, or every error with its place.</returns>
    public static Reading<PathwayRegister> Read(string path) => JsonRecordFile.Read(path, Kind, Format, Register);

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<PathwayRegister> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, Register);

    /// <summary>Writes a file.</summary>
    /// <param name="register">The pathways.</param>
    /// <param name="path">The file; one that is there is replaced as a whole or not at all.</param>
    public static void Write(PathwayRegister register, string path) => WholeFile.Write(path, stream => stream.Write(Bytes(register)));

    /// <summary>The text of a file: fields in one order, and those at their default left out.</summary>
    /// <param name="register">The pathways.</param>
    public static byte[] Bytes(PathwayRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return StableJson.Bytes(Format, writer =>
        {
            writer.List("pathways", register.Pathways, pathway =>
            {
                writer.WriteString("id", pathway.Id.Value);
                writer.WriteString("title", pathway.Title);
                writer.Word("program", pathway.Program);
                writer.Texts("sectors", pathway.Sectors, sector => sector.Value);
                writer.Texts("occupations", pathway.Occupations, occupation => occupation.Value);
                writer.Texts("regions", pathway.Regions, region => region.Value);
                writer.Texts("schools", pathway.Schools, school => school.Value);
                writer.Texts("courses", pathway.Courses);
                writer.Texts("credentials", pathway.Credentials, credential => credential.Value);
                writer.List("links", pathway.Links, link =>
                {
                    writer.Word("route", link.Route);
                    writer.WriteString("institution", link.Institution);
                    writer.WriteString("program", link.Program);
                    writer.Word("award", link.Award);
                });
            });
            writer.List("agreements", register.Agreements, agreement =>
            {
                writer.WriteString("id", agreement.Id.Value);
                writer.WriteString("pathway", agreement.Pathway.Value);
                writer.WriteString("institution", agreement.Institution);
                writer.Text("partner", agreement.Partner?.Value);
                writer.WriteString("course", agreement.Course);
                writer.WriteString("collegeCourse", agreement.CollegeCourse);
                writer.WriteNumber("credits", agreement.Credits);
                writer.Day("from", agreement.Validity.Start);
                writer.Day("to", agreement.Validity.End);
                writer.Texts("resources", agreement.Resources);
                writer.Flag("offersPlacements", agreement.OffersPlacements);
            });
        });
    }

    private static PathwayRegister Register(JsonRecord root)
    {
        var pathways = new HashSet<PathwayId>();
        var agreements = new HashSet<ArticulationId>();
        return new()
        {
            Pathways = root.List("pathways", record => Pathway(record, pathways)),
            Agreements = root.List("agreements", record => Agreement(record, pathways, agreements)),
        };
    }

    private static Pathway Pathway(JsonRecord record, HashSet<PathwayId> pathways) => new()
    {
        Id = record.Once("id", pathways),
        Title = record.Text("title"),
        Program = record.Choice<ProgramType>("program"),
        Sectors = record.Ids<SectorId>("sectors"),
        Occupations = record.ParsedList<OnetSocCode>("occupations", Checked.Expected),
        Regions = record.Ids<RegionId>("regions"),
        Schools = record.Ids<SchoolId>("schools"),
        Courses = record.Texts("courses"),
        Credentials = record.Ids<QualificationId>("credentials"),
        Links = record.List("links", Link),
    };

    private static PostsecondaryLink Link(JsonRecord record)
    {
        var route = record.ChoiceOrMissing<PostsecondaryIntent>("route");
        if (route == PostsecondaryIntent.Undecided)
        {
            record.Fault("route", "unknown", "A pathway leads somewhere: \"undecided\" is for students.");
        }

        return new(
            route ?? PostsecondaryIntent.Work, record.Text("institution"), record.Text("program"), record.Choice<PostsecondaryAward>("award"));
    }

    private static ArticulationAgreement Agreement(JsonRecord record, HashSet<PathwayId> pathways, HashSet<ArticulationId> agreements)
    {
        var (from, to) = (record.Date("from"), record.Date("to"));
        if (to < from && to != default)
        {
            record.Fault("to", "out-of-order", $"The last day {to:uuuu-MM-dd} is before the first, {from:uuuu-MM-dd}. Maybe they were exchanged.");
        }

        return new()
        {
            Id = record.Once("id", agreements),
            Pathway = record.Known("pathway", pathways, "pathway"),
            Institution = record.Text("institution"),
            Partner = record.IdOrNull<PartnerId>("partner"),
            Course = record.Text("course"),
            CollegeCourse = record.Text("collegeCourse"),
            Credits = record.Number("credits", LeastCredit),
            Validity = new(from, to < from ? from : to),
            Resources = record.Texts("resources"),
            OffersPlacements = record.Flag("offersPlacements"),
        };
    }
}
