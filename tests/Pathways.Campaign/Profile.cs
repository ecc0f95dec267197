namespace Pathways.Campaign;

/// <summary>How much of each drill is done, and the least that must have been done for it to count.</summary>
internal sealed record Profile(string Name)
{
    public int Processes { get; init; } = 8;

    /// <summary>Requests for seats, a fifth of them repeated on top.</summary>
    public int Accepts { get; init; } = 10_000;

    public int Seats { get; init; } = 500;

    /// <summary>Opportunities of ten seats each that are applied for at once.</summary>
    public int ManyOpportunities { get; init; } = 1_000;

    /// <summary>Whether every other way to give out seats is measured beside the store's own, or one alone.</summary>
    public bool EveryStrategy { get; init; } = true;

    public int OverlapRounds { get; init; } = 20;

    public int OverlapRequests { get; init; } = 2_000;

    /// <summary>Whether every kind of commit is killed at every statement, or the richest kind alone.</summary>
    public bool EveryKind { get; init; } = true;

    public int Kills { get; init; } = 520;

    public int LeastTransitions { get; init; } = 10_000;

    public int ServerCrashes { get; init; } = 24;

    public int CutCommands { get; init; } = 4_000;

    public int LeastCuts { get; init; } = 800;

    public int ForeignCalls { get; init; } = 60_000;

    public int TamperRounds { get; init; } = 40;

    public static Profile Short { get; } = new("short")
    {
        Processes = 4, Accepts = 1_000, Seats = 50, ManyOpportunities = 50, EveryStrategy = false, OverlapRounds = 2, OverlapRequests = 300, EveryKind = false, Kills = 8, LeastTransitions = 60,
        ServerCrashes = 2, CutCommands = 150, LeastCuts = 15, ForeignCalls = 2_000, TamperRounds = 3,
    };

    public static Profile Long { get; } = new("long");
}
