namespace Pathways.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>An honest no: infeasible, unstable, refused. Said on standard output.</summary>
    public const int No = 1;

    /// <summary>Bad input or usage. Said on standard error.</summary>
    public const int BadInput = 2;

    /// <summary>Cancelled with Ctrl-C.</summary>
    public const int Cancelled = 130;
}
