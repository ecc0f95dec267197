using MarlboroughGenerator;
using Pathways;
using Pathways.Curriculum;
using Pathways.Interchange;

const string Usage = "Usage: dotnet run --project samples/MarlboroughGenerator -- [folder] [--seed N], with N of 0 or more.";

var folder = Path.Combine("samples", "marlborough");
var seed = Marlborough.DefaultSeed;
for (var i = 0; i < args.Length; i++)
{
    var isSeed = args[i] == "--seed";
    if (isSeed ? ++i == args.Length || !long.TryParse(args[i], out seed) || seed < 0 : args[i].StartsWith('-'))
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    folder = isSeed ? folder : args[i];
}

var cohort = Marlborough.Generate(Seed.From(seed));
CohortFolder.Write(cohort, folder);
File.WriteAllText(Path.Combine(folder, Policy.FileName), Policy.Text);
ScopeFile.Write(ScopeTemplates.Marlborough, Path.Combine(folder, RecordMaker.ScopeFileName));
var records = RecordMaker.Make(Seed.From(seed).Split("records"), cohort);
RecordFile.Write(Path.Combine(folder, RecordMaker.FileName), records);
DistrictFiles.Write(Seed.From(seed), cohort, folder);
Console.Error.WriteLine($"Wrote {folder} with seed {seed}.");
Summary.Write(cohort, Console.Error);
RecordSummary.Write(records, cohort, Console.Error);
return 0;
