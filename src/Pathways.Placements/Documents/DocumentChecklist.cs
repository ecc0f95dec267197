using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pathways.Placements;

/// <summary>Which documents a placement needs, by jurisdiction, partner and program. Pure: the same questions give the same list.</summary>
public static class DocumentChecklist
{
    /// <summary>The documents of one placement, one for each kind, as they are before anybody was asked.</summary>
    /// <remarks>
    /// Where two ask for the same kind, the stricter of each rule counts: who signs adds up, the shorter validity and the earlier end count, and it
    /// can be waived only where both let it.
    /// </remarks>
    /// <param name="placement">The placement; its pay counts where it is agreed, and that of the opportunity before.</param>
    /// <param name="listing">The opportunity, with what the partner asks for.</param>
    /// <param name="program">The program, with what the district asks for.</param>
    /// <param name="jurisdictions">What the law asks for, such as <see cref="JurisdictionDocuments.For"/> gives it.</param>
    /// <param name="age">The student's age in completed years on the first day.</param>
    /// <returns>In the order of the kinds.</returns>
    /// <exception cref="ArgumentException">Placement, opportunity and program do not belong together.</exception>
    public static ImmutableArray<PlacementDocument> For(
        Placement placement, OpportunityListing listing, PlacementProgram program, IEnumerable<DocumentRequirement> jurisdictions, int age)
    {
        ArgumentNullException.ThrowIfNull(placement);
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(jurisdictions);
        if (placement.Opportunity != listing.Id || (placement.Program is { } own && own != program.Id))
        {
            throw new ArgumentException($"Placement {placement.Id} is not at opportunity {listing.Id} under program {program.Id}.", nameof(placement));
        }

        var isPaid = placement.Record.Pay is { } pay ? pay.Kind != PayKind.Unpaid : listing.Offer.IsPaid;
        var isHazardous = !listing.Offer.Hazards.IsEmpty;
        return
        [
            .. jurisdictions.Concat(listing.Documents).Concat(program.Documents)
                .Where(requirement => Applies(requirement, program.Kind, isPaid, isHazardous, age))
                .GroupBy(requirement => requirement.Kind)
                .OrderBy(same => same.Key)
                .Select(same => new PlacementDocument
                {
                    Id = IdOf(placement.Id, same.Key), Placement = placement.Id, Student = placement.Student, Opportunity = placement.Opportunity,
                    Requirement = same.Aggregate((one, other) => Stricter(one, other, placement.Dates.Start)), State = DocumentLifecycle.Table.Start,
                }),
        ];
    }

    /// <summary>What the document of a kind is called in a placement: always the same, and no other kind or placement has it.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="kind">The kind.</param>
    public static DocumentId IdOf(PlacementId placement, DocumentKindId kind)
    {
        var plain = $"{placement}/{kind}";
        if (!placement.Value.Contains('/', StringComparison.Ordinal) && Identifier.Fault(plain) is null)
        {
            return DocumentId.From(plain);
        }

        // Too long, or to be mistaken for another: a digest stands for both. The length of the first keeps the two apart.
        var first = Encoding.UTF8.GetBytes(placement.Value);
        var text = new byte[sizeof(int) + first.Length + Encoding.UTF8.GetByteCount(kind.Value)];
        BinaryPrimitives.WriteInt32LittleEndian(text, first.Length);
        first.CopyTo(text, sizeof(int));
        Encoding.UTF8.GetBytes(kind.Value, text.AsSpan(sizeof(int) + first.Length));
        return DocumentId.From(Convert.ToHexStringLower(SHA256.HashData(text)));
    }

    /// <summary>The stricter of two requirements of one kind, rule by rule; in whichever order they are given.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    /// <param name="from">The first day of work: of two days of the year, the one that comes first from then on is the stricter.</param>
    /// <exception cref="ArgumentException">They are of different kinds.</exception>
    public static DocumentRequirement Stricter(DocumentRequirement one, DocumentRequirement other, LocalDate from)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Kind != other.Kind)
        {
            throw new ArgumentException($"{one.Kind} and {other.Kind} are different documents.", nameof(other));
        }

        return new()
        {
            Kind = one.Kind,
            Title = string.CompareOrdinal(one.Title, other.Title) <= 0 ? one.Title : other.Title,
            Source = (DocumentSource)Math.Min((int)one.Source, (int)other.Source),
            Jurisdiction = Both(one.Jurisdiction, other.Jurisdiction),
            Citation = Both(one.Citation, other.Citation),
            Signers = [.. one.Signers.Union(other.Signers).Order()],
            Blocks = Rank(one.Blocks) >= Rank(other.Blocks) ? one.Blocks : other.Blocks,
            UnderAge = one.UnderAge is { } age && other.UnderAge is { } otherAge ? Math.Max(age, otherAge) : null,
            IfPaid = one.IfPaid == other.IfPaid ? one.IfPaid : null,
            IfHazardous = one.IfHazardous && other.IfHazardous,
            Kinds = one.Kinds.IsEmpty || other.Kinds.IsEmpty ? [] : [.. one.Kinds.Union(other.Kinds).Order()],
            ValidDays = one.ValidDays is { } days && other.ValidDays is { } otherDays ? Math.Min(days, otherDays) : one.ValidDays ?? other.ValidDays,
            ValidUntil = one.ValidUntil is { } until && other.ValidUntil is { } otherUntil
                ? (DocumentDecisions.Next(until, from), until).CompareTo((DocumentDecisions.Next(otherUntil, from), otherUntil)) <= 0 ? until : otherUntil
                : one.ValidUntil ?? other.ValidUntil,
            WarningDays = Math.Max(one.WarningDays, other.WarningDays),
            CanBeWaived = one.CanBeWaived && other.CanBeWaived,
            IsVerified = one.IsVerified && other.IsVerified,
        };
    }

    private static bool Applies(DocumentRequirement requirement, PlacementKind kind, bool isPaid, bool isHazardous, int age) =>
        (requirement.Kinds.IsEmpty || requirement.Kinds.Contains(kind))
        && !(requirement.UnderAge <= age)
        && (requirement.IfPaid is not { } paid || paid == isPaid)
        && (!requirement.IfHazardous || isHazardous);

    private static int Rank(DocumentBlocks blocks) => blocks switch
    {
        DocumentBlocks.Start => 2,
        DocumentBlocks.Completion => 1,
        _ => 0,
    };

    private static string? Both(string? one, string? other)
    {
        ImmutableArray<string> all = [.. Parts(one).Concat(Parts(other)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return all.IsEmpty ? null : string.Join("; ", all);
    }

    private static string[] Parts(string? text) => text?.Split("; ") ?? [];
}
