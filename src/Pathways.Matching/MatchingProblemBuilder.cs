using Pathways.Matching.Problems;

namespace Pathways.Matching;

/// <summary>Builds a <see cref="MatchingProblem"/> in code; says everything that is wrong at once.</summary>
/// <remarks>The order of the calls is the order of the problem. Names may be used before they are added.</remarks>
public sealed class MatchingProblemBuilder
{
    // What is added goes to where problems are put together at once, so that a million lists are kept as columns only.
    private readonly ProblemAssembler _assembler = new();
    private readonly List<string> _list = [];

    /// <summary>Adds a student with a strict list.</summary>
    /// <param name="id">Which student.</param>
    /// <param name="preferences">What the student wants, best first; what is not listed is not acceptable.</param>
    public MatchingProblemBuilder AddStudent(string id, params IEnumerable<string> preferences)
    {
        ArgumentNullException.ThrowIfNull(preferences);
        var student = StudentId.From(id);
        _list.Clear();
        foreach (var opportunity in preferences)
        {
            _list.Add(OpportunityId.From(opportunity).Value);
        }

        _assembler.BeginStudent();
        _assembler.StudentName(student.Value, -1);
        foreach (var opportunity in _list)
        {
            _assembler.Choice(opportunity, tied: false, -1);
        }

        _assembler.EndStudent();
        return this;
    }

    /// <summary>Adds a student.</summary>
    /// <param name="id">Which student.</param>
    /// <param name="preferences">What the student wants, with ties; what is not listed is not acceptable.</param>
    /// <param name="groups">The policy groups the student belongs to.</param>
    public MatchingProblemBuilder AddStudent(
        StudentId id, RankedList<OpportunityId> preferences, ImmutableArray<PriorityGroupId> groups = default)
    {
        ArgumentNullException.ThrowIfNull(preferences);
        Feed(_assembler, id, preferences, groups.IsDefault ? [] : groups);
        return this;
    }

    /// <summary>Adds an opportunity.</summary>
    /// <param name="id">Which opportunity.</param>
    /// <param name="seats">How many students it can take.</param>
    /// <param name="priorities">How it ranks students; everybody tied when left out.</param>
    public MatchingProblemBuilder AddOpportunity(string id, int seats, PriorityOrder? priorities = null) =>
        AddOpportunity(OpportunityId.From(id), seats, priorities);

    /// <summary>Adds an opportunity.</summary>
    /// <param name="id">Which opportunity.</param>
    /// <param name="seats">How many students it can take.</param>
    /// <param name="priorities">How it ranks students; everybody tied when left out.</param>
    /// <param name="minimum">How many it needs to run at all.</param>
    /// <param name="partner">Who offers it.</param>
    /// <param name="reserves">Seats set aside for policy groups.</param>
    /// <param name="slots">All seats in order of precedence, instead of reserves.</param>
    public MatchingProblemBuilder AddOpportunity(
        OpportunityId id, int seats, PriorityOrder? priorities = null, int minimum = 0, PartnerId? partner = null,
        ImmutableArray<Reserve> reserves = default, ImmutableArray<Slot> slots = default)
    {
        Feed(_assembler, new OpportunityRow(
            id, seats, priorities ?? PriorityOrder.Everyone, minimum, partner,
            reserves.IsDefault ? [] : reserves, slots.IsDefault ? [] : slots));
        return this;
    }

    /// <summary>Adds a partner. Needed only for a cap or an order over all its opportunities; a name alone needs no entry.</summary>
    /// <param name="partner">The partner.</param>
    public MatchingProblemBuilder AddPartner(ProblemPartner partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        Feed(_assembler, partner);
        return this;
    }

    /// <summary>Adds a limit over several opportunities.</summary>
    /// <param name="cap">The cap.</param>
    public MatchingProblemBuilder AddCap(ProblemCap cap)
    {
        ArgumentNullException.ThrowIfNull(cap);
        Feed(_assembler, cap);
        return this;
    }

    /// <summary>The problem.</summary>
    /// <exception cref="InputException">Something is wrong; the exception carries every error.</exception>
    public MatchingProblem Build() => TryBuild().Get();

    /// <summary>The problem, or every error in it.</summary>
    public Reading<MatchingProblem> TryBuild()
    {
        var mark = _assembler.Faults.Mark;
        if (_assembler.AnyUndefined)
        {
            _assembler.NoteUndefined();
        }

        var reading = _assembler.Assemble() is { } problem
            ? Reading<MatchingProblem>.Of(problem)
            : Reading<MatchingProblem>.Failed(
                [.. _assembler.Faults.InOrder().Select(fault => new InputError("problem", 0, 0, fault.Code, fault.Message))]);
        _assembler.Faults.BackTo(mark); // what only the whole shows may be mended by what is added yet
        return reading;
    }

    private static void Feed(
        ProblemAssembler assembler, StudentId id, RankedList<OpportunityId> preferences, ImmutableArray<PriorityGroupId> groups)
    {
        assembler.BeginStudent();
        assembler.StudentName(id.Value, -1);
        foreach (var place in preferences.Places)
        {
            for (var i = 0; i < place.Length; i++)
            {
                assembler.Choice(place[i].Value, tied: i > 0, -1);
            }
        }

        foreach (var group in groups)
        {
            assembler.Group(group.Value, -1);
        }

        assembler.EndStudent();
    }

    private static void Feed(ProblemAssembler assembler, OpportunityRow row)
    {
        assembler.BeginOpportunity();
        assembler.OpportunityName(row.Id.Value, -1);
        assembler.Seats(row.Seats, -1);
        assembler.Minimum(row.Minimum, -1);
        if (row.Partner is { } partner)
        {
            assembler.Partner(partner.Value, -1);
        }

        if (row.Priorities is PriorityOrder.Ranked ranked)
        {
            assembler.HasOrder();
            foreach (var place in ranked.Students.Places)
            {
                for (var i = 0; i < place.Length; i++)
                {
                    assembler.Ranked(place[i].Value, tied: i > 0, -1);
                }
            }
        }
        else if (row.Priorities is PriorityOrder.Scored scored)
        {
            assembler.HasScores();
            foreach (var (student, score) in scored.Scores)
            {
                assembler.Scored(student.Value, score, -1);
            }
        }

        foreach (var reserve in row.Reserves)
        {
            assembler.Reserve(reserve.Group.Value, reserve.Seats, reserve.IsHard, -1);
        }

        foreach (var slot in row.Slots)
        {
            // Members-only is what a slot says that says nothing, so it is nothing said of a slot without a group.
            SlotAccess? access = slot is { Group: null, Access: SlotAccess.MembersOnly } ? null : slot.Access;
            assembler.Slot(slot.Seats, slot.Group?.Value, access, slot.Transfers, -1);
        }

        assembler.EndOpportunity(-1);
    }

    private static void Feed(ProblemAssembler assembler, ProblemPartner partner)
    {
        assembler.DeclarePartners();
        assembler.BeginPartner();
        assembler.PartnerName(partner.Id.Value, -1);
        if (partner.Seats is { } seats)
        {
            assembler.PartnerSeats(seats, -1);
        }

        if (partner.Priorities is { } priorities)
        {
            assembler.PartnerRanks();
            foreach (var place in priorities.Places)
            {
                for (var i = 0; i < place.Length; i++)
                {
                    assembler.PartnerRanked(place[i].Value, tied: i > 0, -1);
                }
            }
        }

        assembler.EndPartner();
    }

    private static void Feed(ProblemAssembler assembler, ProblemCap cap)
    {
        assembler.BeginCap();
        assembler.CapName(cap.Id.Value, -1);
        assembler.CapSeats(cap.Seats, -1);
        if (cap.Kind is { } kind)
        {
            assembler.CapKind(kind, -1);
        }

        foreach (var opportunity in cap.Opportunities.IsDefault ? [] : cap.Opportunities)
        {
            assembler.CapCounts(opportunity.Value, -1);
        }

        assembler.EndCap();
    }

    private sealed record OpportunityRow(
        OpportunityId Id, int Seats, PriorityOrder Priorities, int Minimum, PartnerId? Partner, ImmutableArray<Reserve> Reserves,
        ImmutableArray<Slot> Slots);
}
