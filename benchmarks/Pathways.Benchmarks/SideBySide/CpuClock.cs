using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pathways.Benchmarks.SideBySide;

/// <summary>The processor time of this thread, which other work on the machine disturbs least; wall time where there is no such clock.</summary>
internal static partial class CpuClock
{
    private const int ThreadTime = 3;
    private static readonly bool IsLinux = OperatingSystem.IsLinux();

    /// <summary>How many milliseconds an action takes.</summary>
    public static double Time(Action action)
    {
        var start = Now();
        action();
        return Now() - start;
    }

    private static double Now()
    {
        if (!IsLinux)
        {
            return Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
        }

        _ = GetTime(ThreadTime, out var time);
        return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
