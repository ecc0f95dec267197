using Pathways.Matching.Problems;

namespace Pathways.Matching.Kernel;

/// <summary>Translates the caps of a problem, those of partners and all others, into a tree.</summary>
/// <remarks>
/// The caps of a file may cross; a tree has no place for that, nor for programs under one cap that compare applicants each in its own
/// way. Then there is no tree, and every reason is told. Caps over nothing are in no tree.
/// </remarks>
internal static class CapTreeCompiler
{
    /// <param name="problem">The problem.</param>
    /// <param name="cancellationToken">Gives up between opportunities.</param>
    public static CompiledCaps Compile(ProblemColumns problem, CancellationToken cancellationToken = default)
    {
        var caps = Sorted(problem);
        if (caps.Length == 0)
        {
            return CompiledCaps.None;
        }

        var around = Around(caps, problem.Seats.Length);
        var (crossing, isOutermost) = Compare(caps, around, cancellationToken);
        var scales = new double[]?[problem.Seats.Length];
        List<WithoutOrder> withoutOrder = [];
        for (var cap = 0; cap < caps.Length; cap++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isOutermost[cap] && CommonOrder.Find(problem, caps[cap].Programs, scales) is { } different)
            {
                withoutOrder.Add(new(caps[cap].Owner, different.Program, different.Other));
            }
        }

        var isTree = crossing.Count == 0 && withoutOrder.Count == 0;
        return new(
            isTree ? Tree(caps, around) : null,
            isTree ? Array.ConvertAll(caps, cap => cap.Owner) : [],
            isTree ? scales : new double[]?[problem.Seats.Length],
            Array.ConvertAll(around, own => own.Count > 0),
            crossing,
            withoutOrder);
    }

    /// <summary>All caps over something, an inner one before those around it: by size, then seats, then the order of the input.</summary>
    private static Cap[] Sorted(ProblemColumns problem)
    {
        var byPartner = new List<int>[problem.Partners.Length];
        for (var o = 0; o < problem.Seats.Length; o++)
        {
            if (problem.PartnerOf[o] is >= 0 and var partner && problem.Partners[partner].Seats is not null)
            {
                (byPartner[partner] ??= []).Add(o);
            }
        }

        var caps = new List<Cap>();
        for (var partner = 0; partner < byPartner.Length; partner++)
        {
            if (byPartner[partner] is { } programs)
            {
                caps.Add(new(new(IsPartner: true, partner), problem.Partners[partner].Seats!.Value, [.. programs]));
            }
        }

        for (var cap = 0; cap < problem.Caps.Length; cap++)
        {
            if (problem.CapOpportunities[cap] is { Length: > 0 } programs)
            {
                caps.Add(new(new(IsPartner: false, cap), problem.Caps[cap].Seats, programs));
            }
        }

        return [.. caps.OrderBy(cap => cap.Programs.Length).ThenBy(cap => cap.Seats)];
    }

    /// <summary>By program, the caps around it, inner ones first.</summary>
    private static List<int>[] Around(Cap[] caps, int programs)
    {
        var around = new List<int>[programs];
        for (var program = 0; program < programs; program++)
        {
            around[program] = [];
        }

        for (var cap = 0; cap < caps.Length; cap++)
        {
            foreach (var program in caps[cap].Programs)
            {
                around[program].Add(cap);
            }
        }

        return around;
    }

    private static (List<Crossing> Crossing, bool[] IsOutermost) Compare(Cap[] caps, List<int>[] around, CancellationToken cancellationToken)
    {
        var shared = new SortedDictionary<(int Inner, int Outer), (int Count, int Program)>();
        for (var program = 0; program < around.Length; program++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < around[program].Count; i++)
            {
                for (var j = i + 1; j < around[program].Count; j++)
                {
                    var pair = (around[program][i], around[program][j]);
                    shared[pair] = shared.TryGetValue(pair, out var known) ? (known.Count + 1, known.Program) : (1, program);
                }
            }
        }

        var isOutermost = new bool[caps.Length];
        Array.Fill(isOutermost, true);
        List<Crossing> crossing = [];
        foreach (var ((inner, outer), (count, program)) in shared)
        {
            if (count == caps[inner].Programs.Length)
            {
                isOutermost[inner] = false;
            }
            else
            {
                crossing.Add(new(caps[inner].Owner, caps[outer].Owner, program));
            }
        }

        return (crossing, isOutermost);
    }

    private static CapTree Tree(Cap[] caps, List<int>[] around)
    {
        var parent = new int[around.Length + caps.Length];
        Array.Fill(parent, Market.None);
        for (var program = 0; program < around.Length; program++)
        {
            var node = program;
            foreach (var cap in around[program])
            {
                parent[node] = around.Length + cap;
                node = around.Length + cap;
            }
        }

        return new(parent, Array.ConvertAll(caps, cap => cap.Seats));
    }

    private sealed record Cap(CapOwner Owner, int Seats, int[] Programs);
}

/// <summary>The caps of a problem as a tree, or why they are none.</summary>
/// <param name="Tree">The tree; an inner cap has a smaller number than those around it. Null when there are no caps or they are no tree.</param>
/// <param name="Owners">By cap of the tree, whose it is.</param>
/// <param name="Scales">By program that scores applicants on one scale with others: the scores of all of them, ascending, each once.</param>
/// <param name="IsCapped">By program, whether some cap is around it, in a tree or not; empty when there are no caps.</param>
/// <param name="Crossings">Pairs of caps that are neither one inside the other nor apart.</param>
/// <param name="WithoutOrders">Caps whose programs cannot compare applicants with each other.</param>
internal sealed record CompiledCaps(
    CapTree? Tree, CapOwner[] Owners, double[]?[] Scales, bool[] IsCapped,
    IReadOnlyList<Crossing> Crossings, IReadOnlyList<WithoutOrder> WithoutOrders)
{
    public static CompiledCaps None { get; } = new(null, [], [], [], [], []);
}

/// <summary>Whose a cap is: a partner of the problem, or one of its caps.</summary>
/// <param name="IsPartner">Which of the two.</param>
/// <param name="Index">The position among the partners, or among the caps.</param>
internal readonly record struct CapOwner(bool IsPartner, int Index);

/// <summary>Two caps that share a program although neither is inside the other.</summary>
internal readonly record struct Crossing(CapOwner One, CapOwner Other, int Program);

/// <summary>A cap with two programs that do not compare applicants on one scale.</summary>
internal readonly record struct WithoutOrder(CapOwner Owner, int Program, int Other);
