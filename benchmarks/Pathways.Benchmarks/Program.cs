using BenchmarkDotNet.Running;
using Pathways.Benchmarks.Kernel;
using Pathways.Benchmarks.Ties;

switch (args)
{
    case ["largest-stable"]:
        TiesReport.Write();
        break;
    case ["exact-largest-stable", .. var rest]:
        using (var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true })
        {
            ExactLargestStableTable.Print(rest, output);
        }

        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
