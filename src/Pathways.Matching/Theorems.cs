using Pathways.Matching.Kernel;
using Pathways.Matching.Problems;

namespace Pathways.Matching;

/// <summary>Which combinations of reserves, slots and caps no theorem covers, in words.</summary>
/// <remarks>
/// Caps over caps: Y. Kamada and F. Kojima, "Stability and strategy-proofness for matching with constraints", Theory and Decision 78 (2015)
/// 1-23, for caps that are each inside the next or apart. Groups: T. Sönmez and M. B. Yenmez, "Affirmative action in India via vertical,
/// horizontal, and overlapping reservations", Econometrica 90 (2022) 1143-1176.
/// </remarks>
internal static class Theorems
{
    // A file of a thousand caps that all cross has half a million reasons, which nobody reads.
    private const int MostCrossings = 50;
    private const int MostNames = 5;

    /// <summary>Every reason; empty when theorems cover the problem.</summary>
    public static ImmutableArray<Refusal> Missing(ProblemColumns problem, CompiledCaps caps, CompiledSeats seats)
    {
        var reasons = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var crossing in caps.Crossings.Take(MostCrossings))
        {
            reasons.Add(new("mechanism.caps-cross",
                $"{AtStart(Name(problem, crossing.One))} and {Name(problem, crossing.Other)} both count opportunity {problem.Opportunities[crossing.Program]}, but neither counts all that the other does. Caps are served when each is inside the next or apart from it. Maybe an opportunity is missing from the larger one."));
        }

        if (caps.Crossings.Count > MostCrossings)
        {
            reasons.Add(new("mechanism.caps-cross", $"{caps.Crossings.Count - MostCrossings} more pairs of caps cross in the same way. Maybe two ways to divide the opportunities are mixed."));
        }

        foreach (var (owner, program, other) in caps.WithoutOrders)
        {
            reasons.Add(new("mechanism.caps-order",
                $"Opportunities {problem.Opportunities[program]} and {problem.Opportunities[other]} are under a common cap ({Name(problem, owner)}) but do not compare students on one scale, so nobody can say who gives way when it is full. Give all of them scores, or one partner with an order, or no order at all."));
        }

        if (seats.UnderCap.Count > 0)
        {
            reasons.Add(new("mechanism.reserves-under-cap",
                $"{Names(problem, seats.UnderCap)} with reserves or slots under a cap: whether a stable matching exists is then not known. Remove the reserves and slots there, or take the cap away and lower the seats of its opportunities."));
        }

        if (seats.Mixed.Count > 0)
        {
            reasons.Add(new("mechanism.reserves-mixed",
                $"{Names(problem, seats.Mixed)} with both hard and other reserves, and students who belong to several of the groups: no fair way to fill the seats is known. Make all reserves there hard or none, or give the seats an order of precedence as slots."));
        }

        return reasons.ToImmutable();
    }

    /// <summary>Whose a cap is, in words that stand within a sentence.</summary>
    public static string Name(ProblemColumns problem, CapOwner owner) =>
        owner.IsPartner ? $"partner {problem.Partners[owner.Index].Id}" : Name(problem.Caps[owner.Index]);

    /// <summary>A cap in words that stand within a sentence.</summary>
    public static string Name(ProblemCap cap) => cap.Kind is { } kind ? $"cap {cap.Id} ({kind})" : $"cap {cap.Id}";

    /// <summary>Words that start a sentence.</summary>
    public static string AtStart(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string Names(ProblemColumns problem, IReadOnlyList<int> programs)
    {
        var names = string.Join(", ", programs.Take(MostNames).Select(o => problem.Opportunities[o]));
        var more = programs.Count > MostNames ? $" and {programs.Count - MostNames} more" : "";
        return $"There {(programs.Count == 1 ? "is an opportunity" : $"are {programs.Count} opportunities")} ({names}{more})";
    }
}
