using static Pathways.Cli.Tests.PlacementsFolder;

namespace Pathways.Cli.Tests;

/// <summary>
/// What people wrote, and when students were born, comes out of no subcommand of <c>placements</c>, in no case: no view of the command is meant to show either.
/// The one exception is an input that cannot be read: the cell of a birth date that is no date is told with its place, so that it can be put right.
/// </summary>
public class PlacementsCanaryTests
{
    private const string Born = "2009-04-27";
    private const string Noon = "2026-10-06T16:00";
    private int _planted;

    [Fact]
    public void Nothing_personal_comes_out_of_any_subcommand()
    {
        using var folder = Planted();
        var store = File.ReadAllText(folder.In("store.json"));
        Assert.True(_planted >= 10, $"Only {_planted} canaries were planted.");
        Assert.All(Enumerable.Range(1, _planted), number => Assert.Contains(Canary(number), store, StringComparison.Ordinal)); // what is not there cannot come out

        var subjects = new[] { "application/a-1", "placement/p-1", "placement/p-2", "document/p-1/guardian-consent", "hours-entry/h-1", "opportunity/clinic", "match-run/r-1", "placement/none" };
        foreach (var by in new[] { Coordinator, Ana, Supervisor, Contact, "guardian:u-guardian", "volunteer:u-nobody" })
        {
            foreach (var subject in subjects)
            {
                foreach (var json in new string[][] { [], ["--json"] })
                {
                    Clean(folder.Run("possible", [subject, "--by", by, "--at", Noon, .. json]));
                    Clean(folder.Run("history", [subject, "--by", by, .. json]));
                    foreach (var trigger in new[] { "start", "submit", "undo", "complete", "publish", "accept-offer", "accept", "approve" })
                    {
                        Clean(folder.Run("advance", [subject, trigger, "--by", by, "--at", Noon, .. json]));
                    }
                }
            }

            Clean(folder.Run("start", "a-2", "--student", "ana", "--opportunity", "clinic", "--by", by, "--at", Noon));
            Clean(folder.Run("arrange", "p-3", "--student", "ana", "--opportunity", "mill", "--by", by, "--at", Noon));
            Clean(folder.Run("write", "clinic", "--by", by, "--at", Noon));
            Clean(folder.Run("log", "h-2", "--placement", "p-2", "--day", "2026-10-06", "--from", "15:00", "--to", "16:00", "--by", by, "--at", Noon));
            Clean(folder.Run("propose", "r-2", "--problem", folder.In("district.json"), "--by", by, "--at", Noon));
        }

        Clean(folder.Run("due", "--at", "2027-06-01T09:00"));
        Clean(folder.Run("due", "--at", "2027-06-01T09:00", "--json"));
    }

    [Theory]
    [InlineData(""" "entry": "incident-reported", "incident": "i-9", "on": "2026-10-06", "severity": "low", "account": { "text": "CANARY" } """)]
    [InlineData(""" "entry": "incident-reported", "incident": "i-9", "on": "2026-10-06", "severity": "low", "account": ["CANARY"] """)]
    [InlineData(""" "entry": "incident-reported", "incident": "i-9", "on": "2026-10-06", "severity": "low", "accuont": "CANARY" """)]
    [InlineData(""" "entry": "incident-reported", "incident": "i-9", "on": "2026-13-06", "severity": "grim", "account": "CANARY" """)]
    [InlineData(""" "entry": "incident-reported", "account": "CANARY", "account": "CANARY" """)]
    [InlineData(""" "entry": "incident-reported", "account": "CANARY """)]
    [InlineData(""" "entry": "incident-reported", "account": "CANARY" "on" """)]
    [InlineData(""" "entry": "visit-made", "visit": "v-9", "on": "2027-10-06", "by": "u-coordinator", "observation": "CANARY" """)]
    public void Nothing_personal_comes_out_of_an_entry_that_cannot_be_used(string fields)
    {
        using var folder = Planted();
        var file = folder.File("bad.json", $$"""{ "format": "pathways/placement-entry@1", {{fields.Replace("CANARY", Canary(999), StringComparison.Ordinal)}} }""");
        foreach (var trigger in new[] { "report-incident", "record-visit", "agree-pay" })
        {
            var run = folder.Run("advance", "placement/p-2", trigger, "--entry", file, "--by", Coordinator, "--at", Noon);
            Clean(run);
            Assert.True(run.Code != 0 || fields.Contains("accuont", StringComparison.Ordinal), run.Output);
        }
    }

    [Fact]
    public void Nothing_personal_comes_out_of_a_store_or_a_district_that_is_broken()
    {
        using var folder = Planted();
        var (store, district) = (File.ReadAllText(folder.In("store.json")), File.ReadAllText(folder.In("district.json")));
        foreach (var number in Enumerable.Range(1, _planted))
        {
            var at = store.IndexOf(Canary(number), StringComparison.Ordinal);
            foreach (var broken in new[] { store[..(at + 3)], store.Remove(at - 1, 1), store.Insert(at - 1, "7"), store.Replace($"\"{Canary(number)}\"", $"[\"{Canary(number)}\"]", StringComparison.Ordinal) })
            {
                folder.File("store.json", broken);
                var run = folder.Run("history", "placement/p-2", "--by", Coordinator);
                Assert.Equal(2, run.Code);
                Clean(run);
            }
        }

        folder.File("store.json", store);
        foreach (var broken in new[] { $"[\"{Born}\"]", $"{{ \"on\": \"{Born}\" }}", $"\"{Born}\" \"{Born}\"", $"\"{Born}" })
        {
            folder.File("district.json", district.Replace($"\"{Born}\"", broken, StringComparison.Ordinal));
            var run = folder.Run("history", "placement/p-2", "--by", Coordinator);
            Assert.Equal(2, run.Code);
            Clean(run);
        }

        // The one cell that is told.
        folder.File("district.json", district.Replace(Born, "27.4.2009", StringComparison.Ordinal));
        Assert.Contains("district.students.birthDate.malformed", folder.Run("history", "placement/p-2", "--by", Coordinator).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leak_would_be_found()
    {
        Assert.Throws<Xunit.Sdk.TrueException>(() => Clean(new(0, $"He wrote {Canary(3)}.", "")));
        Assert.Throws<Xunit.Sdk.TrueException>(() => Clean(new(2, "", $"born {Born}")));
    }

    private static string Canary(int number) => $"kanarie{number:000}vogel";

    private string Next() => Canary(++_planted);

    private PlacementsFolder Planted()
    {
        var folder = new PlacementsFolder(district => district.Replace("2009-04-02", Born, StringComparison.Ordinal));
        folder.Plant(Next);
        return folder;
    }

    private static void Clean(Shell run) => Assert.True(
        !(run.Output + run.Error).Contains("kanarie", StringComparison.OrdinalIgnoreCase) && !(run.Output + run.Error).Contains(Born, StringComparison.Ordinal), $"{run.Output}{run.Error}");
}
