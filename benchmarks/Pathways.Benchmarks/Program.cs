using BenchmarkDotNet.Running;
using Pathways.Benchmarks.Memory;
using Pathways.Benchmarks.SideBySide;

switch (args)
{
    case ["side-by-side", "deferred-acceptance", .. var rest]:
        DeferredAcceptanceSideBySide.Run(rest);
        break;
    case ["memory", .. var rest]:
        PeakMemory.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
