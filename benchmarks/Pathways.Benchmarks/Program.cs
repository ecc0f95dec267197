using BenchmarkDotNet.Running;
using Pathways.Benchmarks.Kernel;
using Pathways.Benchmarks.Memory;
using Pathways.Benchmarks.SideBySide;
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
    case ["side-by-side", "deferred-acceptance", .. var rest]:
        DeferredAcceptanceSideBySide.Run(rest);
        break;
    case ["side-by-side", "mechanisms", .. var rest]:
        MechanismsSideBySide.Run(rest);
        break;
    case ["memory", .. var rest]:
        PeakMemory.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
