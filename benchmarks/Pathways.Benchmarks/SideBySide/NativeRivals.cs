using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.SideBySide;

/// <summary>The rivals written in C++ (<c>benchmarks/native</c>), built when the machine has a compiler, on the very arrays of the kernel.</summary>
internal sealed unsafe class NativeRivals : IDisposable
{
    private readonly nint _library;
    private readonly delegate* unmanaged<NativeMarket*, void> _textbook;
    private readonly delegate* unmanaged<NativeMarket*, void> _tuned;

    private NativeRivals(nint library)
    {
        _library = library;
        _textbook = (delegate* unmanaged<NativeMarket*, void>)NativeLibrary.GetExport(library, "textbook");
        _tuned = (delegate* unmanaged<NativeMarket*, void>)NativeLibrary.GetExport(library, "tuned");
    }

    /// <summary>How the rivals were built.</summary>
    public static string Command => "g++ -O3 -march=native -shared -fPIC";

    /// <summary>Builds the rivals; null, and said loudly, where that is not possible.</summary>
    public static NativeRivals? Build()
    {
        var folder = Directory.CreateTempSubdirectory("pathways-rivals").FullName;
        try
        {
            var library = Path.Combine(folder, "rivals.so");
            var sources = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "native");
            var arguments = $"{Command[4..]} {Path.Combine(sources, "textbook.cpp")} {Path.Combine(sources, "tuned.cpp")} -o {library}";
            using var compiler = Process.Start(new ProcessStartInfo("g++", arguments));
            compiler!.WaitForExit();
            if (compiler.ExitCode == 0)
            {
                return new(NativeLibrary.Load(library));
            }

            Console.Error.WriteLine("THE NATIVE RIVALS ARE SKIPPED: g++ did not build them.");
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or DllNotFoundException)
        {
            Console.Error.WriteLine($"THE NATIVE RIVALS ARE SKIPPED: {fault.Message} Maybe g++ is not installed.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true); // a loaded library stays
        }

        return null;
    }

    public void Textbook(RandomMarket market, Workspace workspace, byte[] rank) => Run(_textbook, market, workspace, rank);

    public void Tuned(RandomMarket market, Workspace workspace, byte[] rank) => Run(_tuned, market, workspace, rank);

    public void Dispose() => NativeLibrary.Free(_library);

    private static void Run(delegate* unmanaged<NativeMarket*, void> solve, RandomMarket random, Workspace workspace, byte[] rank)
    {
        var market = random.Market;
        fixed (int* first = market.First, program = market.Program, high = market.Class, capacity = market.Capacity)
        fixed (int* heldStart = market.HeldStart, low = random.Place, byLow = random.ByPlace)
        fixed (int* count = workspace.Count, cutoff = workspace.Cutoff, queue = workspace.Queue, rejected = workspace.Rejected)
        fixed (long* held = workspace.Held)
        fixed (byte* ranks = rank)
        {
            var native = new NativeMarket
            {
                Applicants = market.Applicants, Programs = market.Programs, First = first, Program = program, High = high, Low = low, ByLow = byLow,
                Capacity = capacity, HeldStart = heldStart, Held = held, Count = count, Cutoff = cutoff, Queue = queue, Rejected = rejected, Rank = ranks,
            };
            solve(&native);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [StructLayout(LayoutKind.Sequential)]
    private struct NativeMarket
    {
        public int Applicants;
        public int Programs;
        public int* First;
        public int* Program;
        public int* High;
        public int* Low;
        public int* ByLow;
        public int* Capacity;
        public int* HeldStart;
        public long* Held;
        public int* Count;
        public int* Cutoff;
        public int* Queue;
        public int* Rejected;
        public byte* Rank;
    }
}
