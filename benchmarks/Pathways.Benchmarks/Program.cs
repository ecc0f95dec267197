using BenchmarkDotNet.Running;
using Pathways.Benchmarks.Ties;

if (args is ["largest-stable"])
{
    TiesReport.Write();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
