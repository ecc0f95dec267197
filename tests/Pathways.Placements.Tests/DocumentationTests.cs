using System.Text.RegularExpressions;
using Pathways.Curriculum;
using Pathways.Partners;

namespace Pathways.Placements.Tests;

/// <summary>The diagrams in the documentation are generated. Run the tests with PATHWAYS_UPDATE_DOCS=1 to write them anew.</summary>
public class DocumentationTests
{
    [Fact]
    public void The_diagrams_in_the_documentation_are_those_of_the_tables()
    {
        var page = Path.Combine(Pathways.Tests.Repository.Root, "docs", "concepts", "lifecycles.md");
        var written = File.ReadAllText(page);
        var expected = written.ReplaceLineEndings("\n");
        foreach (var diagram in new[]
        {
            (ApplicationLifecycle.Table.Name, ApplicationLifecycle.Table.ToMermaid()),
            (PlacementLifecycle.Table.Name, PlacementLifecycle.Table.ToMermaid()),
            (OpportunityLifecycle.Table.Name, OpportunityLifecycle.Table.ToMermaid()),
            (SlotLifecycle.Table.Name, SlotLifecycle.Table.ToMermaid()),
            (DocumentLifecycle.Table.Name, DocumentLifecycle.Table.ToMermaid()),
            (HoursEntryLifecycle.Table.Name, HoursEntryLifecycle.Table.ToMermaid()),
            (EvaluationFormLifecycle.Table.Name, EvaluationFormLifecycle.Table.ToMermaid()),
            (MatchRunLifecycle.Table.Name, MatchRunLifecycle.Table.ToMermaid()),
            (PartnerLifecycle.Table.Name, PartnerLifecycle.Table.ToMermaid()),
            (PlanLifecycle.Table.Name, PlanLifecycle.Table.ToMermaid()),
        })
        {
            expected = Replaced(expected, diagram.Item1, diagram.Item2);
        }

        if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(page, expected);
            return;
        }

        Assert.Equal(expected, written.ReplaceLineEndings("\n"));
    }

    private static string Replaced(string page, string name, string diagram)
    {
        var place = new Regex($"(<!-- generated: lifecycle {Regex.Escape(name)} -->\n).*?(<!-- end -->)", RegexOptions.Singleline);
        Assert.Single(place.Matches(page));
        return place.Replace(page, match => $"{match.Groups[1].Value}```mermaid\n{diagram}```\n{match.Groups[2].Value}");
    }
}
