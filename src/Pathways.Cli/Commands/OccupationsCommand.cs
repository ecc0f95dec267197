using System.CommandLine;
using System.Globalization;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Curriculum;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways occupations search</c>: finds occupations, and puts them in the order of a student's interests for the student to explore.</summary>
internal static class OccupationsCommand
{
    private static readonly Option<string> Words = new("--words")
    {
        Description = "Words that all begin a word of the title.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<int[]> Zones = new("--zone")
    {
        Description = "The job zone, 1 (little preparation) to 5 (extensive); may be given several times.",
        HelpName = "N",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Interests = new("--interests")
    {
        Description = "Six scores, such as \"R12 I30 A5 S20 E8 C14\"; the best fit comes first.",
        HelpName = "SCORES",
    };

    private static readonly Option<int> Most = NumberOption.Of("--most", "How many to show.", 0, int.MaxValue, 20);

    private static readonly Option<string?> Source = new("--onet")
    {
        Description = "Another release of O*NET: a folder of its text files. Default: the 29.3 that is shipped.",
        HelpName = "FOLDER",
    };

    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json("the occupations");
        var search = new Command("search", "Find occupations by words, preparation and interests.") { Words, Zones, Interests, Most, Source, json };
        search.SetAction((parsed, _) => Task.FromResult(Search(terminal, parsed, parsed.GetValue(json))));
        return new("occupations", "Look into occupations.") { search };
    }

    private static int Search(Terminal terminal, ParseResult parsed, bool json)
    {
        var zones = parsed.GetValue(Zones) ?? [];
        if (zones.Any(zone => zone is < 1 or > 5))
        {
            throw new UsageException("--zone is 1 to 5.");
        }

        var most = parsed.GetValue(Most);
        var profile = parsed.GetValue(Interests) is { } text ? InterestOption.Parse(text) : null;
        var catalogue = parsed.GetValue(Source) is { } folder ? OccupationCatalogue.Read(folder).Get() : OccupationCatalogue.Onet293;
        var query = new OccupationQuery { Words = parsed.GetValue(Words) ?? "", JobZones = [.. zones] };
        var ranking = profile is null ? null : InterestFit.Rank(profile, catalogue, among: query);
        var found = ranking is null
            ? catalogue.Search(query).Select(facts => new Found(facts, null)).ToList()
            : ranking.Fits.Select(fit => new Found(catalogue.FactsOf(fit.Occupation), fit)).ToList();
        if (json)
        {
            terminal.WriteJson(Json(catalogue, ranking, found, most), ReportJson.Default.OccupationsJson);
        }
        else
        {
            Show(terminal, ranking, found, most);
            terminal.ErrorText.WriteLine(catalogue.Attribution);
        }

        return ranking?.NoPreference is null ? ExitCode.Done : ExitCode.No;
    }

    private static void Show(Terminal terminal, InterestRanking? ranking, List<Found> found, int most)
    {
        if (ranking?.NoPreference is { } no)
        {
            terminal.OutputText.WriteLine(no.Sentence);
            return;
        }

        if (ranking is not null)
        {
            terminal.OutputText.WriteLine($"Your code: {ranking.Code.Sentence} This is for you to explore; it decides nothing.");
        }

        if (found.Count == 0)
        {
            terminal.OutputText.WriteLine("No occupation is like that.");
            return;
        }

        var table = Tables.New(ranking is null ? ["code", "title", "job zone"] : ["code", "title", "job zone", "correlation", "C-index"]);
        foreach (var (facts, fit) in found.Take(most))
        {
            string[] cells = [facts.Occupation.Code.Value, facts.Occupation.Title, facts.Occupation.JobZone?.ToString(CultureInfo.InvariantCulture) ?? "?"];
            Tables.Row(table, fit is null
                ? cells
                : [.. cells, fit.Correlation.ToString("0.00", CultureInfo.InvariantCulture), fit.CIndex.ToString(CultureInfo.InvariantCulture)]);
        }

        terminal.Output.Write(table);
        if (found.Count > most)
        {
            terminal.OutputText.WriteLine($"  and {found.Count - most} more; --most shows more");
        }

        foreach (var zone in found.Take(most).Select(one => one.Facts.Zone).OfType<JobZone>().Distinct().OrderBy(zone => zone.Number))
        {
            terminal.OutputText.WriteLine($"Job zone {zone.Number}: {zone.Education} {zone.Training}");
        }
    }

    private static OccupationsJson Json(OccupationCatalogue catalogue, InterestRanking? ranking, List<Found> found, int most) => new(
        catalogue.Release,
        catalogue.Attribution,
        ranking?.Code.Letters,
        ranking is null ? null : [.. ranking.Code.Ties],
        ranking?.NoPreference is { } no ? new(no.Code, no.Sentence) : null,
        found.Count,
        [
            .. found.Take(most).Select(one => new OccupationJson(
                one.Facts.Occupation.Code.Value,
                one.Facts.Occupation.Title,
                one.Facts.Occupation.JobZone,
                one.Facts.Training,
                one.Fit?.Correlation,
                one.Fit?.CIndex,
                one.Fit?.Sentence)),
        ]);

    private sealed record Found(OccupationFacts Facts, OccupationFit? Fit);
}
