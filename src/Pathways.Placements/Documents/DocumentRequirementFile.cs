using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Reads what a jurisdiction asks for, <c>"format": "pathways/documents@1"</c>; see <c>docs/formats/documents.md</c>.</summary>
public static class DocumentRequirementFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/documents@1";

    private const string Kind = "documents";
    private static readonly LocalDate LeapYear = new(2024, 1, 1);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it asks for, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<IReadOnlyList<DocumentRequirement>> Read(string path) => JsonRecordFile.Read(path, Kind, Format, All);

    /// <summary>Reads a file from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<IReadOnlyList<DocumentRequirement>> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, All);

    private static IReadOnlyList<DocumentRequirement> All(JsonRecord json)
    {
        var jurisdiction = json.TextOrNull("jurisdiction");
        var source = jurisdiction is null ? json.Choice<DocumentSource>("source") : DocumentSource.Jurisdiction;
        if (jurisdiction is not null && json.Has("source"))
        {
            json.Fault("source", "unsuitable", "The law of a jurisdiction has no other source. Leave \"source\" out, or \"jurisdiction\".");
        }

        var seen = new HashSet<DocumentKindId>();
        json.Required("documents");
        return [.. json.List("documents", document =>
        {
            var requirement = Requirement(document, source, jurisdiction);
            if (document.Has("kind") && !seen.Add(requirement.Kind))
            {
                document.Fault("kind", "duplicate", $"There is another document \"{requirement.Kind}\". Put the two together.");
            }

            return requirement;
        })];
    }

    private static DocumentRequirement Requirement(JsonRecord json, DocumentSource source, string? jurisdiction) => new()
    {
        Kind = json.Id<DocumentKindId>("kind"),
        Title = json.Text("title"),
        Source = source,
        Jurisdiction = jurisdiction,
        Citation = json.TextOrNull("citation"),
        Signers = json.Choices<Role>("signers"),
        Blocks = json.ChoiceOrNull<DocumentBlocks>("blocks") ?? DocumentBlocks.Start,
        UnderAge = json.WholeNumberOrNull("underAge", 1, 99),
        IfPaid = json.Has("paid") ? json.Flag("paid") : null,
        IfHazardous = json.Flag("hazardous"),
        Kinds = json.Choices<PlacementKind>("kinds"),
        ValidDays = json.WholeNumberOrNull("validDays", 1, 36_525),
        ValidUntil = DayOfYear(json, "validUntil"),
        WarningDays = json.WholeNumberOrNull("warningDays", 0, 366) ?? 30,
        CanBeWaived = json.Flag("waivable"),
        IsVerified = json.Flag("verified", otherwise: true),
    };

    private static AnnualDate? DayOfYear(JsonRecord json, string field)
    {
        if (json.TextOrNull(field) is not { } text)
        {
            return null;
        }

        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(new(LeapYear.Month, LeapYear.Day), out var day))
        {
            return day;
        }

        json.Fault(field, "malformed", "This is no day of the year. Expected month and day, such as \"09-30\".");
        return null;
    }
}
