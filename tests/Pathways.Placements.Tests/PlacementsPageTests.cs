using System.Text.RegularExpressions;

namespace Pathways.Placements.Tests;

/// <summary>The page on what a placement carries: its example does what it says, and it lists every code.</summary>
public partial class PlacementsPageTests
{
    private static readonly string[] Folders = ["Placements", "Hours", "Documents", "Evaluations", "Groups", "Caseloads"];

    [Fact]
    public void The_example_does_what_the_page_says()
    {
        var today = new LocalDate(2026, 9, 14);
        var placement = new Placement
        {
            Id = PlacementId.From("p-1"),
            Student = StudentId.From("s-1"),
            Opportunity = OpportunityId.From("machine-shop"),
            Dates = new DateInterval(today, today.PlusDays(90)),
            State = PlacementState.Active,
        };
        var supervisor = new Actor(ActorId.From("u2"), Role.Supervisor);
        var cut = new Incident { Id = IncidentId.From("i-1"), On = today, Severity = IncidentSeverity.High, ReportedBy = supervisor };

        // What happened goes in with its trigger.
        var situation = new PlacementSituation { Placement = placement, Today = today };
        var decision = PlacementDecisions.Advance(
            placement, PlacementTrigger.ReportIncident, situation.Facts(), supervisor, Instant.FromUtc(2026, 9, 14, 15, 0),
            entry: new PlacementEntry.IncidentReported(cut));
        var reported = ((Decision<Placement>.Changed)decision).Value;

        // And the platform asks what follows.
        var due = PlacementDecisions.FollowUps(situation with { Placement = reported })[0];
        var text = $"{due.Trigger}, because {due.Reason}";
        // text: Pause, because grave-incident
        Assert.Equal("Pause, because grave-incident", text);
    }

    [Fact]
    public void The_page_lists_every_code_there_is_once()
    {
        var sources = Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, "src", "Pathways.Placements", folder), "*.cs")).Select(File.ReadAllText);
        var given = sources.SelectMany(text => InSources().Matches(text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        var listed = InPage().Matches(File.ReadAllText(Path.Combine(Root, "docs", "concepts", "placements.md"))).Select(match => match.Groups[1].Value);
        Assert.Equal(given, listed);
    }

    private static string Root => Pathways.Tests.Repository.Root;

    [GeneratedRegex("\"((?:placement|hours-entry|document|evaluation|group|caseload|skill-gain)\\.[a-z-]+)\"")]
    private static partial Regex InSources();

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InPage();
}
