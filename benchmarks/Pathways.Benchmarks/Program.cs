using BenchmarkDotNet.Running;
using Pathways.Benchmarks.Kernel;

if (args is ["exact-largest-stable", .. var rest])
{
    using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    ExactLargestStableTable.Print(rest, output);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
