using System.Diagnostics;

namespace Pathways.Campaign;

/// <summary>This program once more, in a process of its own that can be killed.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private readonly List<string> _lines = [];
    private int _acknowledged;

    private Child(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>What it said so far, line by line. What it said before it was killed is there.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>How often it said that something is saved.</summary>
    public int Acknowledged
    {
        get
        {
            lock (_lines)
            {
                return _acknowledged;
            }
        }
    }

    /// <summary>Whether it ended by the signal KILL and by nothing else.</summary>
    public bool WasKilled => _process.HasExited && _process.ExitCode == 137;

    public bool IsAlive => !_process.HasExited;

    public int ExitCode => _process.ExitCode;

    public static Child Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_TieredPGO"] = "0"; // it lives for seconds
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it says that it is ready, or has ended.</summary>
    public Task ReadyAsync() => Task.WhenAny(_ready.Task, _reading);

    public void Go() => _process.StandardInput.WriteLine("go");

    public void Kill() => _process.Kill();

    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
    }

    public void Dispose() => _process.Dispose();

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                _ready.TrySetResult();
                continue;
            }

            lock (_lines)
            {
                _lines.Add(line);
                _acknowledged += line.StartsWith("ack ", StringComparison.Ordinal) ? 1 : 0;
            }
        }
    }
}

/// <summary>What a child says and hears.</summary>
internal static class Parent
{
    private static readonly Lock Gate = new();

    public static void WaitForGo()
    {
        Say("ready");
        if (Console.ReadLine() != "go")
        {
            throw new InvalidOperationException("The parent is gone.");
        }
    }

    public static void Say(string line)
    {
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
