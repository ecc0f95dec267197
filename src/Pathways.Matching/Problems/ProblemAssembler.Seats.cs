namespace Pathways.Matching.Problems;

/// <content>Who may take which seats of an opportunity: reserves, or slots.</content>
internal sealed partial class ProblemAssembler
{
    /// <summary>The most kinds of seats an opportunity tells apart: memberships are the bits of a number.</summary>
    private const int MostKinds = 63;

    private readonly Dictionary<int, ImmutableArray<Reserve>> _reserves = [];
    private readonly List<Reserve> _ownReserves = [];
    private readonly Dictionary<int, ImmutableArray<Slot>> _slots = [];
    private readonly List<Slot> _ownSlots = [];
    private bool _areSlotsSound;

    private string SlotPath => $"{OpportunityPath}.slots[{_ownSlots.Count}]";

    public void Reserve(ReadOnlySpan<char> group, int seats, bool hard, long at)
    {
        if (Identifier.Fault(group.ToString()) is { } fault)
        {
            Faults.Add(at, "problem.opportunities.reserves.malformed", $"{OpportunityPath}.reserves: {fault}");
        }
        else if (seats < 1)
        {
            Faults.Add(at, "problem.opportunities.reserves.malformed",
                $"{OpportunityPath}.reserves: {seats} is no number of seats to reserve. Expected 1 or more.");
        }
        else
        {
            _ownReserves.Add(new(PriorityGroupId.From(group.ToString()), seats, hard));
        }
    }

    /// <summary>One slot, in order of precedence.</summary>
    /// <param name="seats">How many seats it has; null when it could not be read.</param>
    /// <param name="group">The group that has them, if any.</param>
    /// <param name="access">What that means, if said.</param>
    /// <param name="transfers">Whether seats left over go to anyone.</param>
    /// <param name="at">Its place.</param>
    public void Slot(int? seats, string? group, SlotAccess? access, bool transfers, long at)
    {
        if (group is not null && Identifier.Fault(group) is { } fault)
        {
            Faults.Add(at, "problem.opportunities.slots.malformed", $"{SlotPath}: {fault}");
            SkipSlot();
            return;
        }

        if (seats is not { } count)
        {
            SkipSlot();
            return;
        }

        if (count < 1)
        {
            Faults.Add(at, "problem.opportunities.slots.malformed", $"{SlotPath}: {count} is no number of seats of a slot. Expected 1 or more.");
            SkipSlot();
            return;
        }

        if (group is null && (access is not null || transfers))
        {
            Faults.Add(at, "problem.opportunities.slots.group.missing",
                $"{SlotPath} has no group, so it is open to anyone, and \"access\" or \"transfer\" mean nothing. Maybe \"group\" was left out.");
        }
        else if (transfers && access == SlotAccess.MembersFirst)
        {
            Faults.Add(at, "problem.opportunities.slots.transfer.needless",
                $"{SlotPath} takes anyone after its members, so no seat is left to transfer. Maybe \"access\" should be \"members-only\".");
        }

        _ownSlots.Add(new(count, group is null ? null : PriorityGroupId.From(group), access ?? SlotAccess.MembersOnly, transfers));
    }

    /// <summary>One slot that could not be read: the seats of the others need not add up.</summary>
    public void SkipSlot()
    {
        _areSlotsSound = false;
        _ownSlots.Add(default); // so that those after it are named by their right places
    }

    private void BeginSeats()
    {
        _ownReserves.Clear();
        _ownSlots.Clear();
        _areSlotsSound = true;
    }

    private void EndSeats(long at)
    {
        var reserved = _ownReserves.Sum(reserve => (long)reserve.Seats);
        if (reserved > _ownSeats)
        {
            Faults.Add(at, "problem.opportunities.reserves.above-seats",
                $"{OpportunityPath} has {_ownSeats} seats but reserves {reserved}. Maybe the reserve counts the seats of several opportunities.");
        }

        if (_ownReserves.Count > 0 && _hasName)
        {
            _reserves[_opportunities.Defined.Count - 1] = [.. _ownReserves];
        }

        EndSlots(at);
    }

    private void EndSlots(long at)
    {
        if (_ownReserves.Count >= MostKinds)
        {
            Faults.Add(at, "problem.opportunities.reserves.too-many",
                $"{OpportunityPath} has {_ownReserves.Count} reserves; at most {MostKinds - 1} are told apart. Maybe several are of one group and can be one.");
        }

        if (_ownSlots.Count == 0)
        {
            return;
        }

        if (_ownReserves.Count > 0)
        {
            Faults.Add(at, "problem.opportunities.slots.both",
                $"{OpportunityPath} has both \"reserves\" and \"slots\". Keep the one that holds.");
        }

        if (_ownSlots.Count > MostKinds)
        {
            Faults.Add(at, "problem.opportunities.slots.too-many",
                $"{OpportunityPath} has {_ownSlots.Count} slots; at most {MostKinds} are told apart. Maybe neighbours of one group can be one slot with more seats.");
        }

        var seats = _ownSlots.Sum(slot => (long)slot.Seats);
        if (_areSlotsSound && _ownSeats is { } all && seats != all)
        {
            Faults.Add(at, "problem.opportunities.slots.sum",
                $"{OpportunityPath} has {all} seats, but those of its slots add up to {seats}. Maybe a slot for the open seats was left out.");
        }

        if (_hasName)
        {
            _slots[_opportunities.Defined.Count - 1] = [.. _ownSlots];
        }
    }
}
