using System.Text;

namespace Pathways.Placements.Tests.Documents;

public class DocumentRequirementFileTests
{
    [Fact]
    public void The_documents_that_come_with_the_library_are_those_of_four_jurisdictions()
    {
        Assert.Equal(["US", "US-MA", "US-MN", "US-WA"], JurisdictionDocuments.All.Select(requirement => requirement.Jurisdiction!).Distinct().Order());
        Assert.All(JurisdictionDocuments.All, requirement => Assert.False(string.IsNullOrEmpty(requirement.Citation)));
        Assert.Equal(JurisdictionDocuments.All.Length, JurisdictionDocuments.All.Select(requirement => requirement.Kind).Distinct().Count());
        Assert.All(JurisdictionDocuments.OfPrograms, requirement => Assert.Equal((DocumentSource.Program, null), (requirement.Source, requirement.Jurisdiction)));
        Assert.Equal(["ma-youth-employment-permit"], JurisdictionDocuments.For("US-MA").Select(requirement => requirement.Kind.Value));
        Assert.Contains(JurisdictionDocuments.All, requirement => !requirement.IsVerified);
    }

    /// <summary>The authorization of Washington ends on 30 September, whenever it was signed, and four sign it.</summary>
    [Fact]
    public void The_authorization_of_Washington_ends_in_September()
    {
        var authorization = JurisdictionDocuments.For("US", "US-WA").Single(requirement => requirement.Kind.Value == "wa-parent-school-authorization");
        Assert.Equal((new AnnualDate(9, 30), 4, 18), (authorization.ValidUntil!.Value, authorization.Signers.Length, authorization.UnderAge!.Value));
        Assert.Equal(new(2027, 9, 30), DocumentDecisions.LastDay(authorization, new(2026, 10, 1), null));
    }

    [Fact]
    public void Every_fault_is_told_with_its_place()
    {
        var reading = Parse("""
            {
              "format": "pathways/documents@1", "jurisdiction": "US-XX", "source": "program",
              "documents": [
                { "kind": "a", "title": "A", "validUntil": "13-01", "signers": ["nobody"] },
                { "kind": "a", "title": "B", "validDays": 0 }
              ]
            }
            """);
        Assert.Equal(
            [
                (2, "documents.source.unsuitable"), (4, "documents.documents.validUntil.malformed"), (4, "documents.documents.signers.unknown"),
                (5, "documents.documents.kind.duplicate"), (5, "documents.documents.validDays.out-of-range"),
            ],
            reading.Errors.Select(error => (error.Line, error.Code)));
    }

    [Fact]
    public void A_file_of_a_program_says_so()
    {
        var one = Parse("""{ "format": "pathways/documents@1", "source": "partner", "documents": [ { "kind": "a", "title": "A", "paid": false, "waivable": true } ] }""").Get().Single();
        Assert.Equal((DocumentSource.Partner, false, true, DocumentBlocks.Start, 30), (one.Source, one.IfPaid!.Value, one.CanBeWaived, one.Blocks, one.WarningDays));
        Assert.Equal("documents.source.missing", Assert.Single(Parse("""{ "format": "pathways/documents@1", "documents": [] }""").Errors).Code);
    }

    private static Reading<IReadOnlyList<DocumentRequirement>> Parse(string json) => DocumentRequirementFile.Parse(Encoding.UTF8.GetBytes(json), "x.json");
}
