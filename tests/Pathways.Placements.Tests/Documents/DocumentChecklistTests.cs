using FsCheck;
using FsCheck.Fluent;
using Pathways.Placements.Tests.Placements;

namespace Pathways.Placements.Tests.Documents;

public class DocumentChecklistTests
{
    private static readonly PlacementProgram Program = new() { Id = PlacementProgramId.From("intern"), Kind = PlacementKind.Internship };
    private static readonly OpportunityListing Listing = new()
    {
        Offer = new()
        {
            Id = Given.Bare.Opportunity, Partner = PartnerId.From("p"), Title = "Lab", Kind = OpportunityKind.PaidInternship, Sector = SectorId.From("s"), Seats = 2, Dates = Given.Bare.Dates, IsPaid = true,
        },
    };

    private static readonly DocumentRequirement Permit = new() { Kind = DocumentKindId.From("permit"), Title = "Permit", Source = DocumentSource.Jurisdiction };

    [Fact]
    public void Jurisdiction_partner_and_program_each_ask_for_documents()
    {
        var listing = Listing with { Documents = [Permit with { Kind = DocumentKindId.From("b-partner"), Source = DocumentSource.Partner }] };
        var program = Program with { Documents = [Permit with { Kind = DocumentKindId.From("a-program"), Source = DocumentSource.Program }] };
        var list = DocumentChecklist.For(Given.Bare, listing, program, [Permit], 16);
        Assert.Equal(["a-program", "b-partner", "permit"], list.Select(document => document.Requirement.Kind.Value));
        Assert.All(list, document => Assert.Equal((DocumentState.Required, Given.Bare.Id, 1), (document.State, document.Placement, document.Version)));
        Assert.Equal(list.Select(document => document.Id), DocumentChecklist.For(Given.Bare, listing, program, [Permit], 16).Select(document => document.Id));
        Assert.Throws<ArgumentException>(() => DocumentChecklist.For(Given.Bare with { Opportunity = OpportunityId.From("other") }, listing, program, [], 16));
    }

    [Theory]
    [InlineData("under 17", true)]
    [InlineData("under 16", false)]
    [InlineData("paid", true)]
    [InlineData("unpaid", false)]
    [InlineData("hazardous", false)]
    [InlineData("shadows", false)]
    [InlineData("internships", true)]
    public void A_document_is_needed_where_its_conditions_hold(string what, bool needed)
    {
        var requirement = what switch
        {
            "under 17" => Permit with { UnderAge = 17 },
            "under 16" => Permit with { UnderAge = 16 },
            "paid" => Permit with { IfPaid = true },
            "unpaid" => Permit with { IfPaid = false },
            "hazardous" => Permit with { IfHazardous = true },
            "shadows" => Permit with { Kinds = [PlacementKind.JobShadow] },
            _ => Permit with { Kinds = [PlacementKind.JobShadow, PlacementKind.Internship] },
        };
        Assert.Equal(needed, DocumentChecklist.For(Given.Bare, Listing, Program, [requirement], 16).Length == 1);
    }

    /// <summary>What was agreed about pay counts before what was offered.</summary>
    [Fact]
    public void Agreed_pay_decides_whether_work_is_paid()
    {
        var unpaid = Given.Bare with { Record = new() { Pay = new(PayKind.Unpaid) } };
        Assert.Empty(DocumentChecklist.For(unpaid, Listing, Program, [Permit with { IfPaid = true }], 16));
        Assert.Single(DocumentChecklist.For(unpaid, Listing with { Offer = Listing.Offer with { Hazards = [HazardId.From("ho-05")] } }, Program, [Permit with { IfHazardous = true }], 16));
    }

    [Fact]
    public void The_stricter_rule_of_two_counts_whoever_asks_first()
    {
        Prop.ForAll(Pairs.ToArbitrary(), pair =>
        {
            var (one, other, third) = pair;
            DocumentRequirement Both(DocumentRequirement left, DocumentRequirement right) => DocumentChecklist.Stricter(left, right, Given.Today);
            var both = Both(one, other);
            var end = DocumentDecisions.LastDay(both, Given.Today, null);
            var ends = new[] { DocumentDecisions.LastDay(one, Given.Today, null), DocumentDecisions.LastDay(other, Given.Today, null) }.Where(day => day is not null).ToList();
            return Same(both, Both(other, one))
                && Same(Both(both, third), Both(one, Both(other, third)))
                && Same(Both(one, one), one)
                && one.Signers.Concat(other.Signers).All(both.Signers.Contains)
                && (both.Blocks == DocumentBlocks.Start) == (one.Blocks == DocumentBlocks.Start || other.Blocks == DocumentBlocks.Start)
                && both.CanBeWaived == (one.CanBeWaived && other.CanBeWaived)
                && end == (ends.Count == 0 ? null : ends.Min());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_two_documents_have_one_identifier()
    {
        string[] words = ["a", "a/b", "b", "b/c", "c", new('x', 127), new('y', 128)];
        var ids = (from placement in words from kind in words select DocumentChecklist.IdOf(PlacementId.From(placement), DocumentKindId.From(kind))).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal("a/b", ids[2].Value);
    }

    private static bool Same(DocumentRequirement one, DocumentRequirement other) =>
        (one with { Signers = [], Kinds = [] }).ToString() == (other with { Signers = [], Kinds = [] }).ToString()
        && (one.Title, one.Source, one.Jurisdiction, one.Citation, one.Blocks, one.UnderAge, one.IfPaid) == (other.Title, other.Source, other.Jurisdiction, other.Citation, other.Blocks, other.UnderAge, other.IfPaid)
        && (one.IfHazardous, one.ValidDays, one.ValidUntil, one.WarningDays, one.CanBeWaived, one.IsVerified) == (other.IfHazardous, other.ValidDays, other.ValidUntil, other.WarningDays, other.CanBeWaived, other.IsVerified)
        && one.Signers.SequenceEqual(other.Signers) && one.Kinds.SequenceEqual(other.Kinds);

    private static Gen<(DocumentRequirement, DocumentRequirement, DocumentRequirement)> Pairs =>
        from one in One from other in One from third in One select (one, other, third);

    private static Gen<DocumentRequirement> One =>
        from title in Gen.Elements("A", "B")
        from source in Gen.Elements(Enum.GetValues<DocumentSource>())
        from jurisdiction in Gen.Elements(null, "US", "US-MA")
        from signers in Gen.SubListOf(new[] { Role.Student, Role.Guardian, Role.Coordinator })
        from blocks in Gen.Elements(Enum.GetValues<DocumentBlocks>())
        from age in Gen.Elements<int?>(null, 16, 18)
        from paid in Gen.Elements<bool?>(null, false, true)
        from hazardous in Gen.Elements(false, true)
        from kinds in Gen.SubListOf(new[] { PlacementKind.Internship, PlacementKind.TryOut })
        from days in Gen.Elements<int?>(null, 1, 30, 365)
        from until in Gen.Elements<AnnualDate?>(null, new AnnualDate(2, 29), new AnnualDate(2, 28), new AnnualDate(9, 13), new AnnualDate(9, 14), new AnnualDate(9, 30))
        from warning in Gen.Choose(0, 60)
        from waivable in Gen.Elements(false, true)
        select new DocumentRequirement
        {
            Kind = DocumentKindId.From("k"), Title = title, Source = source, Jurisdiction = jurisdiction, Citation = jurisdiction, Signers = [.. signers.Order()], Blocks = blocks, UnderAge = age,
            IfPaid = paid, IfHazardous = hazardous, Kinds = [.. kinds.Order()], ValidDays = days, ValidUntil = until, WarningDays = warning, CanBeWaived = waivable,
        };
}
