namespace Pathways.Cli.Tests;

/// <summary>A copy of the sample's district, filled by commands as somebody at a shell would.</summary>
internal sealed class PlacementsFolder : IDisposable
{
    public const string Coordinator = "coordinator:u-coordinator";
    public const string Ana = "student:u-ana";
    public const string Supervisor = "supervisor:u-supervisor";
    public const string Contact = "partner-contact:u-contact";

    private readonly TempFolder _folder = new();

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

    public string Path => _folder.Path;

    public string File(string name, string text) => _folder.File(name, text);

    public string In(string name) => _folder.In(name);

    public void Dispose() => _folder.Dispose();

    public Shell Run(string command, params string[] args) => Shell.Run(["placements", command, Path, .. args]);

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
}
