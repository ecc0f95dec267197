using BenchmarkDotNet.Running;
using Pathways.Benchmarks.SideBySide;

switch (args)
{
    case ["side-by-side", "deferred-acceptance", .. var rest]:
        DeferredAcceptanceSideBySide.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
