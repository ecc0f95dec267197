namespace Pathways.Cli.Tests;

/// <summary>A copy of the sample's district, filled by commands as somebody at a shell would.</summary>
internal sealed class PlacementsFolder : IDisposable
{
    public const string Coordinator = "coordinator:u-coordinator";
    public const string Ana = "student:u-ana";
    public const string Supervisor = "supervisor:u-supervisor";
    public const string Contact = "partner-contact:u-contact";

    private const string Noon = "2026-10-06T16:00";

    private readonly TempFolder _folder = new();
    private string? _store;

    /// <param name="change">What is to be different in district.json.</param>
    /// <param name="isFilled">Whether to copy the sample's store, in which a placement is in onboarding.</param>
    public PlacementsFolder(Func<string, string>? change = null, bool isFilled = true)
    {
        var sample = System.IO.Path.Combine(Shell.Root, "samples", "placements");
        var district = System.IO.File.ReadAllText(System.IO.Path.Combine(sample, "district.json"));
        _folder.File("district.json", change?.Invoke(district) ?? district);
        if (isFilled)
        {
            System.IO.File.Copy(System.IO.Path.Combine(sample, "store.json"), _folder.In("store.json"));
        }
    }

    /// <summary>A store that is not the folder's own, filled by commands up to the open placement that the sample's has too.</summary>
    /// <param name="store">Where it is, as after <c>--store</c>; a name without anything else is a file in the folder.</param>
    public static PlacementsFolder In(Func<TempFolder, string> store)
    {
        var folder = new PlacementsFolder(isFilled: false);
        folder._store = store(folder._folder);
        folder.Done("write", "mill", "--by", Contact, "--at", "2026-08-03T09:00");
        folder.Done("advance", "opportunity/mill", "submit", "--by", Contact, "--at", "2026-08-03T09:00");
        folder.Done("advance", "opportunity/mill", "approve", "--by", Coordinator, "--at", "2026-08-04T09:00");
        folder.Done("advance", "opportunity/mill", "publish", "--by", Coordinator, "--at", "2026-08-04T09:00");
        folder.Done("start", "a-1", "--student", "ana", "--opportunity", "mill", "--by", Ana, "--at", "2026-08-11T16:00");
        folder.Done("advance", "application/a-1", "submit", "--by", Ana, "--at", "2026-08-11T16:00");
        folder.Done("advance", "application/a-1", "endorse", "--by", Coordinator, "--at", "2026-08-13T10:00");
        folder.Done("advance", "application/a-1", "shortlist", "--by", Contact, "--at", "2026-08-17T11:00");
        folder.Done("advance", "application/a-1", "make-offer", "--by", Contact, "--expires", "2026-08-26T12:00", "--at", "2026-08-21T09:00");
        folder.Done("advance", "application/a-1", "accept-offer", "--placement", "p-1", "--by", Ana, "--at", "2026-08-22T18:00");
        return folder;
    }

    public string Path => _folder.Path;

    public string? Store => _store;

    public string File(string name, string text) => _folder.File(name, text);

    public string In(string name) => _folder.In(name);

    public void Dispose() => _folder.Dispose();

    public Shell Run(string command, params string[] args) => Shell.Run(["placements", command, Path, .. args, .. _store is null ? Array.Empty<string>() : ["--store", _store]]);

    public void Done(string command, params string[] args)
    {
        var run = Run(command, args);
        Assert.True(run.Code == 0, $"{command} {string.Join(' ', args)}: {run.Output}{run.Error}");
    }

    /// <summary>The codes of a refusal, which ends with 1 and says nothing on standard error.</summary>
    public IEnumerable<string> No(string command, params string[] args)
    {
        var run = Run(command, [.. args, "--json"]);
        Assert.Equal((1, ""), (run.Code, run.Error));
        return run.Json.GetProperty("refused").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!);
    }

    /// <summary>Records something of a placement.</summary>
    public void Entry(string placement, string trigger, string by, string at, string fields)
    {
        var file = File("entry.json", $$"""{ "format": "pathways/placement-entry@1", {{fields}} }""");
        Done("advance", $"placement/{placement}", trigger, "--entry", file, "--by", by, "--at", at);
    }

    /// <summary>The placement of the sample is called off, and a shadowing of one day takes place instead.</summary>
    public void Shadow()
    {
        Done("advance", "placement/p-1", "cancel", "--reason", "moved", "--by", Coordinator, "--at", "2026-08-24T09:00");
        Done("write", "clinic", "--by", Contact, "--at", "2026-08-24T10:00");
        Done("advance", "opportunity/clinic", "submit", "--by", Contact, "--at", "2026-08-24T10:00");
        Done("advance", "opportunity/clinic", "approve", "--by", Coordinator, "--at", "2026-08-25T09:00");
        Done("advance", "opportunity/clinic", "publish", "--by", Coordinator, "--at", "2026-08-25T09:00");
        Done("arrange", "p-2", "--student", "ana", "--opportunity", "clinic", "--by", Coordinator, "--at", "2026-09-20T09:00");
        Entry("p-2", "record-orientation", Coordinator, "2026-09-20T09:30", """ "entry": "orientation-held", "on": "2026-09-20", "by": "u-coordinator" """);
        Entry("p-2", "plan-transport", Coordinator, "2026-09-20T09:30", """ "entry": "transport-settled", "mode": "bus" """);
        Entry("p-2", "check-supervisor", Coordinator, "2026-09-20T09:30", """ "entry": "supervisor-checked", "supervisor": "u-supervisor", "by": "u-coordinator", "on": "2026-09-20" """);
        Done("advance", "placement/p-2", "clear-to-start", "--by", Coordinator, "--at", "2026-09-20T10:00");
        Done("advance", "placement/p-2", "start", "--by", Supervisor, "--at", "2026-10-06T15:00");
    }

    /// <summary>Something that people wrote, in every field that takes such; then nothing is going on any more.</summary>
    /// <param name="next">The next text.</param>
    public void Plant(Func<string> next)
    {
        Entry("p-1", "agree-outcome", Coordinator, "2026-08-23T09:00", $""" "entry": "outcome-agreed", "outcome": "o-1", "text": "{next()}" """);
        Entry("p-1", "plan-transport", Coordinator, "2026-08-23T09:00", $""" "entry": "transport-settled", "mode": "car", "note": "{next()}" """);
        Shadow();
        Entry("p-2", "plan-transport", Coordinator, Noon, $""" "entry": "transport-settled", "mode": "car", "note": "{next()}" """);
        Entry("p-2", "record-visit", Coordinator, Noon, $""" "entry": "visit-made", "visit": "v-1", "on": "2026-10-06", "by": "u-coordinator", "observation": "{next()}" """);
        Entry("p-2", "report-incident", Ana, Noon, $""" "entry": "incident-reported", "incident": "i-1", "on": "2026-10-06", "severity": "low", "account": "{next()}" """);
        Entry("p-2", "settle-incident", Coordinator, Noon, $""" "entry": "incident-settled", "incident": "i-1", "on": "2026-10-06", "settlement": "{next()}" """);
        Entry("p-2", "report-incident", Ana, Noon, $""" "entry": "incident-reported", "incident": "i-2", "on": "2026-10-06", "severity": "high", "account": "{next()}" """);
        Entry("p-2", "settle-incident", Coordinator, Noon, $""" "entry": "incident-settled", "incident": "i-2", "on": "2026-10-06", "settlement": "{next()}" """);
        Done("log", "h-1", "--placement", "p-2", "--day", "2026-10-06", "--from", "15:00", "--to", "16:00", "--by", Ana, "--at", Noon);
        Entry("p-2", "plan-evaluation", Coordinator, Noon, """ "entry": "form-planned", "form": "f-1", "about": "coordinator-visit", "rubric": "own@1", "evaluator": "u-coordinator", "opens": "2026-10-06" """);
        Entry("p-2", "evaluate", Coordinator, Noon, $$""" "entry": "form-moved", "form": "f-1", "step": "submit", "ownRubric": { "id": "own@1", "title": "Own", "criteria": [{ "id": "care", "title": "Care", "levels": ["low", "high"] }] }, "ratings": [{ "criterion": "care", "level": 2, "note": "{{next()}}" }], "comment": "{{next()}}" """);
        Entry("p-2", "terminate", Coordinator, Noon, """ "entry": "broken-off", "party": "student", "cause": "personal", "lastDay": "2026-10-06", "immediate": true """);
        Done("propose", "r-1", "--problem", File("problem.json", """{ "format": "pathways/problem@1", "students": [{ "id": "ana", "preferences": ["mill"] }], "opportunities": [{ "id": "mill", "seats": 1 }] }"""), "--by", Coordinator, "--at", Noon);
    }
}
