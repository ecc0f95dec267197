using System.Numerics;
using System.Runtime.InteropServices;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Kernel;

/// <summary>Translates the reserves and slots of a problem into kinds of seats, and groups into memberships.</summary>
/// <remarks>
/// <para>Slots become kinds as they are. Of reserves, each becomes a kind for members alone, a soft one passes on what is left, and all
/// other seats become a last kind that is open to anyone, even when there are none.</para>
/// <para>A program under a cap, or with soft and hard reserves for groups that share members, gets no kinds, and is told of.</para>
/// </remarks>
internal static class SeatPlanCompiler
{
    /// <param name="problem">The problem.</param>
    /// <param name="market">Its edges.</param>
    /// <param name="isCapped">By program, whether a cap is around it; empty when there are none.</param>
    /// <param name="cancellationToken">Gives up between students who belong to a group.</param>
    public static CompiledSeats Compile(
        ProblemColumns problem, Market market, ReadOnlySpan<bool> isCapped, CancellationToken cancellationToken = default)
    {
        if (problem.Reserves.Count + problem.Slots.Count == 0)
        {
            return CompiledSeats.None;
        }

        List<int> ruled = [], underCap = [], mixed = [];
        for (var o = 0; o < market.Programs; o++)
        {
            if (problem.Reserves.ContainsKey(o) || problem.Slots.ContainsKey(o))
            {
                (isCapped.Length > 0 && isCapped[o] ? underCap : ruled).Add(o);
            }
        }

        var kinds = new Kinds(problem, market, ruled, cancellationToken);
        foreach (var o in ruled)
        {
            if (kinds.SharesMembers(o) && IsMixed(problem, o))
            {
                mixed.Add(o);
            }
        }

        if (mixed.Count > 0)
        {
            kinds = new(problem, market, [.. ruled.Except(mixed)], cancellationToken);
        }

        return new(kinds.Plan(), kinds.Groups, underCap, mixed);
    }

    private static bool IsMixed(ProblemColumns problem, int o) =>
        problem.Reserves.TryGetValue(o, out var reserves) && reserves.Any(reserve => reserve.IsHard) && reserves.Any(reserve => !reserve.IsHard);

    /// <summary>The kinds of the programs that have any, and who is a member of what.</summary>
    private sealed class Kinds
    {
        private readonly ProblemColumns _problem;
        private readonly int[] _first;
        private readonly List<int> _seats = [];
        private readonly List<SeatAccess> _access = [];
        private readonly List<bool> _passesOn = [];
        private readonly List<int> _group = [];
        private readonly Dictionary<PriorityGroupId, int> _groupIndex = [];
        private readonly ulong[] _member;
        private readonly bool[] _sharesMembers;

        public Kinds(ProblemColumns problem, Market market, List<int> ruled, CancellationToken cancellationToken)
        {
            _problem = problem;
            (_first, _member, _sharesMembers) = (new int[market.Programs + 1], new ulong[market.Edges], new bool[market.Programs]);
            var next = 0;
            for (var o = 0; o < market.Programs; o++)
            {
                if (next < ruled.Count && ruled[next] == o)
                {
                    next++;
                    AddKinds(o);
                }

                _first[o + 1] = _seats.Count;
            }

            foreach (var (s, groups) in problem.Groups)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Mark(market, s, groups);
            }
        }

        /// <summary>The groups that have seats somewhere, by the index that kinds know them by.</summary>
        public PriorityGroupId[] Groups => [.. _groupIndex.OrderBy(entry => entry.Value).Select(entry => entry.Key)];

        /// <summary>Whether somebody whom the program accepts is a member for two of its kinds.</summary>
        public bool SharesMembers(int o) => _sharesMembers[o];

        public SeatPlan? Plan()
        {
            if (_seats.Count == 0)
            {
                return null;
            }

            var fillsTogether = new bool[_sharesMembers.Length];
            for (var o = 0; o < fillsTogether.Length; o++)
            {
                // Slots have an order of precedence, whoever is a member of what.
                fillsTogether[o] = _sharesMembers[o] && _problem.Reserves.ContainsKey(o);
            }

            return new()
            {
                First = _first,
                Seats = [.. _seats],
                Access = [.. _access],
                PassesOn = [.. _passesOn],
                Group = [.. _group],
                FillsTogether = fillsTogether,
                Member = _member,
            };
        }

        private void AddKinds(int o)
        {
            if (_problem.Slots.TryGetValue(o, out var slots))
            {
                foreach (var slot in slots)
                {
                    var access = slot.Group is null ? SeatAccess.Anyone
                        : slot.Access == SlotAccess.MembersFirst ? SeatAccess.MembersFirst
                        : SeatAccess.MembersOnly;
                    Add(slot.Seats, access, slot.Transfers, slot.Group);
                }

                return;
            }

            var open = _problem.Seats[o];
            foreach (var reserve in _problem.Reserves[o])
            {
                Add(reserve.Seats, SeatAccess.MembersOnly, !reserve.IsHard, reserve.Group);
                open -= reserve.Seats;
            }

            Add(open, SeatAccess.Anyone, passesOn: false, group: null);
        }

        private void Add(int seats, SeatAccess access, bool passesOn, PriorityGroupId? group)
        {
            _seats.Add(seats);
            _access.Add(access);
            _passesOn.Add(passesOn);
            _group.Add(group is { } own ? IndexOf(own) : Market.None);
        }

        private int IndexOf(PriorityGroupId group)
        {
            ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_groupIndex, group, out var known);
            return known ? index : index = _groupIndex.Count - 1;
        }

        private void Mark(Market market, int s, ImmutableArray<PriorityGroupId> groups)
        {
            var own = new List<int>();
            foreach (var group in groups)
            {
                if (_groupIndex.TryGetValue(group, out var index))
                {
                    own.Add(index);
                }
            }

            for (var edge = market.First[s]; edge < market.First[s + 1] && own.Count > 0; edge++)
            {
                var o = market.Program[edge];
                for (var kind = _first[o]; kind < _first[o + 1]; kind++)
                {
                    _member[edge] |= _group[kind] != Market.None && own.Contains(_group[kind]) ? 1ul << (kind - _first[o]) : 0;
                }

                _sharesMembers[o] |= BitOperations.PopCount(_member[edge]) > 1;
            }
        }
    }
}

/// <summary>The seats of a problem by kinds, and which programs have none although they say who may take which.</summary>
/// <param name="Plan">The kinds; null when no program has any.</param>
/// <param name="Groups">By the index that kinds know a group by, the group.</param>
/// <param name="UnderCap">Programs with reserves or slots that are under a cap as well.</param>
/// <param name="Mixed">Programs with soft and hard reserves for groups that share members.</param>
internal sealed record CompiledSeats(
    SeatPlan? Plan, PriorityGroupId[] Groups, IReadOnlyList<int> UnderCap, IReadOnlyList<int> Mixed)
{
    public static CompiledSeats None { get; } = new(null, [], [], []);
}
