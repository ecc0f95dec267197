namespace Pathways.Cli.Tests;

/// <summary>Placements from the shell: a folder filled from nothing, refusals, repetition, and input that cannot be used.</summary>
public class PlacementsCommandTests
{
    private const string Coordinator = "coordinator:u-coordinator";

    [Fact]
    public void A_folder_is_filled_from_nothing_up_to_the_open_placement()
    {
        using var folder = Filled();

        var run = Shell.Run("placements", "history", folder.Path, "application/a-1", "--by", Coordinator, "--json");
        Assert.Equal(
            ["Draft", "Submitted", "Endorsed", "Shortlisted", "Offered", "Accepted"],
            run.Json.EnumerateArray().Select(line => line.GetProperty("to").GetString()!));
        Assert.Equal(0, Shell.Run("placements", "history", folder.Path, "placement/p-1", "--by", Coordinator).Code);
        Assert.Equal(0, Shell.Run("placements", "due", folder.Path, "--at", "2026-08-25T09:00", "--json").Json.GetProperty("offersExpired").GetInt32());
    }

    [Fact]
    public void A_refusal_ends_with_1_and_tells_every_reason_on_standard_output()
    {
        using var folder = Filled();

        var run = Shell.Run("placements", "advance", folder.Path, "placement/p-1", "clear-to-start", "--by", Coordinator, "--at", "2026-08-24T09:00", "--json");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal(
            [
                "placement.documents-accepted", "placement.outcomes-signed", "placement.safety-orientation", "placement.transport-plan", "placement.supervisor-independent",
                "placement.pay-settled",
            ],
            run.Json.GetProperty("refused").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!));
    }

    [Fact]
    public void The_same_request_with_the_same_key_has_one_effect()
    {
        using var folder = Filled();
        folder.File("pay.json", """{ "format": "pathways/placement-entry@1", "entry": "pay-agreed", "pay": "wage", "amount": 16.5 }""");
        string[] pay = ["placements", "advance", folder.Path, "placement/p-1", "agree-pay", "--by", Coordinator, "--at", "2026-08-24T09:00", "--entry", folder.In("pay.json"), "--json"];

        var first = Shell.Run([.. pay, "--key", "k-1"]);
        var again = Shell.Run([.. pay, "--key", "k-1"]);
        var other = Shell.Run([.. pay]);

        Assert.Equal((0, 0, 0), (first.Code, again.Code, other.Code));
        Assert.Equal([(2, false), (2, true), (3, false)], new[] { first, again, other }.Select(run => (run.Json.GetProperty("version").GetInt32(), run.Json.GetProperty("repeated").GetBoolean())));
        folder.File("pay.json", """{ "format": "pathways/placement-entry@1", "entry": "pay-agreed", "pay": "wage", "amount": 20 }""");
        var reused = Shell.Run([.. pay, "--key", "k-1"]);
        Assert.Equal((1, "command.key-reused"), (reused.Code, reused.Json.GetProperty("refused")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public void What_is_possible_is_told_with_who_may_and_why_the_rest_may_not()
    {
        using var folder = Filled();

        var json = Shell.Run("placements", "possible", folder.Path, "placement/p-1", "--by", Coordinator, "--at", "2026-08-24T09:00", "--json").Json;
        var options = json.GetProperty("options").EnumerateArray().ToDictionary(option => option.GetProperty("trigger").GetString()!);
        Assert.Equal("onboarding", json.GetProperty("state").GetString());
        Assert.True(options["agree-pay"].GetProperty("possible").GetBoolean());
        Assert.False(options["clear-to-start"].GetProperty("possible").GetBoolean());
        Assert.Equal(6, options["clear-to-start"].GetProperty("refused").GetArrayLength());
        Assert.Equal("coordinator", options["cancel"].GetProperty("roles")[0].GetString());
    }

    [Theory]
    [InlineData("student:u-ben", "access.tenant")]
    [InlineData("volunteer:u-ana", "access.tenant")]
    [InlineData("student:u-ana", "access.role")]
    [InlineData("supervisor:u-supervisor", "access.role")]
    public void The_history_is_told_to_whom_may_read_it_alone(string by, string code)
    {
        using var folder = Filled();
        var run = Shell.Run("placements", "history", folder.Path, "placement/p-1", "--by", by);
        Assert.Equal(1, run.Code);
        Assert.Contains(code, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Onboarding", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/a-1")]
    [InlineData("placement/p-1")]
    [InlineData("opportunity/mill")]
    public void Who_may_not_see_a_thing_is_not_told_where_it_stands(string subject)
    {
        using var folder = Filled();
        var run = Shell.Run("placements", "possible", folder.Path, subject, "--by", "student:u-ben", "--at", "2026-08-24T09:00");
        Assert.Equal(1, run.Code);
        Assert.Contains("access.", run.Output, StringComparison.Ordinal);
        Assert.All(new[] { "accepted", "onboarding", "published" }, state => Assert.DoesNotContain(state, run.Output, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, Shell.Run("placements", "possible", folder.Path, subject, "--by", Coordinator, "--at", "2026-08-24T09:00").Code);
    }

    [Fact]
    public void A_shadowing_is_arranged_without_an_application_and_somebody_else_is_refused()
    {
        using var folder = New();
        Publish(folder, "clinic");
        string[] arrange = ["placements", "arrange", folder.Path, "p-2", "--student", "ana", "--opportunity", "clinic", "--at", "2026-09-20T09:00", "--by"];

        var refused = Shell.Run([.. arrange, "student:u-ana"]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("access.role", refused.Output, StringComparison.Ordinal);
        Assert.Equal((0, "placement/p-2 is onboarding, version 1.\n"), Ended(Shell.Run([.. arrange, Coordinator])));
    }

    [Theory]
    [InlineData("--by nobody", "application/a-1", "submit", "Expected a role and an identifier")]
    [InlineData("--by student:u-ana", "thing/a-1", "submit", "Kinds: application, placement, document, hours-entry, opportunity")]
    [InlineData("--by student:u-ana", "application/a-1", "fly", "There are: accept-offer")]
    [InlineData("--by student:u-ana --at noon", "application/a-1", "submit", "--at noon is no moment")]
    [InlineData("--by coordinator:u-coordinator", "placement/p-1", "agree-pay", "AgreePay needs an entry")]
    [InlineData("--by coordinator:u-coordinator --answer x", "placement/p-1", "start", "--answer goes with hours-entry/... alone")]
    public void What_cannot_be_understood_ends_with_2(string options, string subject, string trigger, string words)
    {
        using var folder = Filled();

        var run = Shell.Run(["placements", "advance", folder.Path, subject, trigger, .. options.Split(' ')]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_district_is_told_with_its_place()
    {
        using var folder = new TempFolder();
        folder.File("district.json", """
            {
              "format": "pathways/district@1", "zone": "Nowhere", "jurisdictions": ["US-QQ"],
              "calendar": { "from": "2027-01-01", "to": "2026-01-01" },
              "mayUndo": ["u-x"], "people": [{ "id": "u-1", "role": "system" }],
              "students": [{ "id": "a", "birthDate": "today", "facts": ["tall"] }],
              "opportunities": [{ "id": "o", "partner": "p", "title": "T", "sector": "s", "seats": 1, "from": "2026-09-01", "to": "2026-09-30", "program": "none", "schedule": "sometimes" }]
            }
            """);

        var run = Shell.Run("placements", "history", folder.Path, "application/a-1", "--by", Coordinator);
        Assert.Equal((2, ""), (run.Code, run.Output));
        foreach (var fault in new[]
        {
            ":2:44: district.zone.unknown", ":2:73: district.jurisdictions.unknown", "district.calendar.to.out-of-order", "district.mayUndo.unknown", "district.people.role.unsuitable",
            "district.tenant.missing", "district.students.birthDate.malformed", "district.students.facts.unknown", "district.opportunities.program.unknown", "district.opportunities.schedule.malformed",
        })
        {
            Assert.Contains(fault, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bad_entry_and_a_bad_store_are_told_with_their_place_and_nothing_changes()
    {
        using var folder = Filled();
        var before = File.ReadAllText(folder.In("store.json"));
        folder.File("entry.json", """{ "format": "pathways/placement-entry@1", "entry": "visit-made", "on": "someday" }""");

        var entry = Shell.Run("placements", "advance", folder.Path, "placement/p-1", "record-visit", "--by", Coordinator, "--entry", folder.In("entry.json"));
        Assert.Equal(2, entry.Code);
        Assert.Contains("entry.json:1:72: placement-entry.on.malformed", entry.Error, StringComparison.Ordinal);
        Assert.Contains("placement-entry.visit.missing", entry.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder.In("store.json")));

        folder.File("store.json", "{ \"format\": ");
        var store = Shell.Run("placements", "history", folder.Path, "placement/p-1", "--by", Coordinator);
        Assert.Equal((2, ""), (store.Code, store.Output));
        Assert.Contains("store.json:1:", store.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_beside_the_store_is_left_behind()
    {
        using var folder = Filled();

        // The lock stays: who deletes it may delete the lock of another process.
        Assert.Equal(["district.json", "store.json", "store.json.lock"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static TempFolder New()
    {
        var folder = new TempFolder();
        File.Copy(Path.Combine(Shell.Root, "samples", "placements", "district.json"), folder.In("district.json"));
        return folder;
    }

    private static void Publish(TempFolder folder, string opportunity)
    {
        Done(folder, "write", opportunity, "--by", "partner-contact:u-contact", "--at", "2026-08-03T09:00");
        Done(folder, "advance", $"opportunity/{opportunity}", "submit", "--by", "partner-contact:u-contact", "--at", "2026-08-03T09:00");
        Done(folder, "advance", $"opportunity/{opportunity}", "approve", "--by", Coordinator, "--at", "2026-08-04T09:00");
        Done(folder, "advance", $"opportunity/{opportunity}", "publish", "--by", Coordinator, "--at", "2026-08-04T09:00");
    }

    private static TempFolder Filled()
    {
        var folder = New();
        Publish(folder, "mill");
        Done(folder, "start", "a-1", "--student", "ana", "--opportunity", "mill", "--by", "student:u-ana", "--at", "2026-08-11T16:00");
        Done(folder, "advance", "application/a-1", "submit", "--by", "student:u-ana", "--at", "2026-08-11T16:00");
        Done(folder, "advance", "application/a-1", "endorse", "--by", Coordinator, "--at", "2026-08-13T10:00");
        Done(folder, "advance", "application/a-1", "shortlist", "--by", "partner-contact:u-contact", "--at", "2026-08-17T11:00");
        Done(folder, "advance", "application/a-1", "make-offer", "--by", "partner-contact:u-contact", "--expires", "2026-08-26T12:00", "--at", "2026-08-21T09:00");
        Done(folder, "advance", "application/a-1", "accept-offer", "--placement", "p-1", "--by", "student:u-ana", "--at", "2026-08-22T18:00");
        return folder;
    }

    private static void Done(TempFolder folder, string command, params string[] args)
    {
        var run = Shell.Run(["placements", command, folder.Path, .. args]);
        Assert.True(run.Code == 0, $"{command} {string.Join(' ', args)}: {run.Output}{run.Error}");
    }

    private static (int Code, string Output) Ended(Shell run) => (run.Code, run.Output.ReplaceLineEndings("\n"));
}
