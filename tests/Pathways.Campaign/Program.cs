using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Pathways.Campaign;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["worker", var drill, ..])
{
    return await Workers.RunAsync(drill, args[2..]);
}

var arguments = args.ToList();
var report = Option("--report");
var only = Option("--only");
var sqlite = Option("--sqlite");
var postgres = Option("--postgres") ?? Environment.GetEnvironmentVariable("PATHWAYS_POSTGRES");
if (arguments is not [var name] || name is not ("short" or "long"))
{
    Console.Error.WriteLine(
        """
        usage: dotnet run --project tests/Pathways.Campaign -- short|long [--postgres CONNECTION] [--sqlite FOLDER] [--only WORDS] [--report PAGE]

        Drills the stores: races, kills, crashes, cut connections, foreign calls, tampering; each with a control that must do wrong.
        --postgres   a PostgreSQL database for the drills alone (default: the variable PATHWAYS_POSTGRES, as eng/postgres.sh prints it);
                     "none" leaves PostgreSQL out, and says so
        --sqlite     a folder for the files of SQLite (default: a temporary one)
        --only       the drills whose name holds these words
        --report     a page of documentation whose table is written anew
        """);
    return 2;
}

var profile = name == "long" ? Profile.Long : Profile.Short;
if (postgres is null)
{
    Console.Error.WriteLine("There is no PostgreSQL to drill. Start one (eng/postgres.sh start) and set PATHWAYS_POSTGRES to what it prints, or say --postgres none.");
    return 2;
}

var temporary = sqlite is null ? Directory.CreateTempSubdirectory("pathways-campaign") : null;
var targets = new List<Target> { new SqliteTarget(Path.Combine(sqlite ?? temporary!.FullName, "campaign.db")) };
if (postgres == "none")
{
    Console.WriteLine("PostgreSQL is left out.");
}
else
{
    targets.Add(new PostgreSqlTarget(postgres));
}

var results = new List<DrillResult>();
var all = Stopwatch.StartNew();
foreach (var target in targets)
{
    await target.PrepareAsync();
}

// Seats first, on all stores: they are timed, so nothing that was killed before should still be at work.
var planned = targets.SelectMany(target => Drills.On(target, profile).Select(drill => (Target: target, drill.Name, drill.Run)))
    .Where(drill => only is null || drill.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).OrderBy(drill => !drill.Name.StartsWith("seats", StringComparison.Ordinal));
foreach (var (target, title, run) in planned)
{
    var watch = Stopwatch.StartNew();
    DrillResult result;
    try
    {
        result = await run();
    }
    catch (Exception fault)
    {
        result = new DrillResult(title, target.Name).Must(false, $"The drill broke off: {fault}");
    }

    results.Add(result);
    Console.WriteLine($"{(result.Wrong.Count > 0 ? "FAIL" : result.LeftOut is null ? "ok  " : "LEFT")} {result} [{watch.Elapsed.TotalSeconds:0.0} s]");
    foreach (var wrong in result.Wrong)
    {
        Console.WriteLine($"     {wrong}");
    }
}

if (report is not null)
{
    Report.Write(report, $"dotnet run -c Release --project tests/Pathways.Campaign -- {name}", results);
}

if (temporary is not null)
{
    SqliteConnection.ClearAllPools();
    temporary.Delete(recursive: true);
}

var failed = results.Count(result => result.Wrong.Count > 0);
Console.WriteLine($"{results.Count} drills, {failed} failed, {results.Count(result => result.LeftOut is not null)} left out, {all.Elapsed.TotalSeconds:0} s");
return failed == 0 && results.Count > 0 ? 0 : 1;

string? Option(string option)
{
    var at = arguments.IndexOf(option);
    if (at < 0 || at + 1 == arguments.Count)
    {
        return null;
    }

    var value = arguments[at + 1];
    arguments.RemoveRange(at, 2);
    return value;
}
