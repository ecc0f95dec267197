using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>What the programs of a tiny market have besides seats.</summary>
internal enum TinyCondition
{
    /// <summary>Partners' caps: one score for each applicant at all programs of a partner, as in student-project allocation.</summary>
    PartnerCaps,

    /// <summary>Caps inside each other, and a score for each program.</summary>
    NestedCaps,

    /// <summary>Soft reserves for groups that do not overlap.</summary>
    SoftReserves,

    /// <summary>Hard reserves for groups that do not overlap.</summary>
    HardReserves,

    /// <summary>Slots in an order of precedence.</summary>
    Slots,

    /// <summary>Soft reserves for groups that overlap.</summary>
    SoftOverlap,

    /// <summary>Hard reserves for groups that overlap.</summary>
    HardOverlap,

    /// <summary>Some programs under a cap, and one with seats for groups.</summary>
    ReservesAndCaps,
}

/// <summary>Tiny markets with conditions, drawn by number; and each as a problem.</summary>
internal static class ConditionedMarkets
{
    public static TinyCondition[] Caps { get; } = [TinyCondition.PartnerCaps, TinyCondition.NestedCaps];

    public static TinyCondition[] All { get; } = Enum.GetValues<TinyCondition>();

    public static TinyMarket Draw(ulong draw, TinyCondition condition)
    {
        var chance = new Chance(draw);
        var (n, m) = (2 + chance.Below(3), condition == TinyCondition.ReservesAndCaps ? 3 : 2 + chance.Below(2));
        var (gaps, range) = (2 + chance.Below(6), 2 + chance.Below(5));
        var overlap = condition is TinyCondition.Slots or TinyCondition.SoftOverlap or TinyCondition.HardOverlap or TinyCondition.ReservesAndCaps;
        int[] groups = [.. Enumerable.Range(0, n).Select(_ => overlap ? chance.Below(8) : (1 << chance.Below(3)) & 3)];
        SmallProgram?[] rules = [.. Enumerable.Range(0, m).Select(p => Rule(chance, condition, p))];
        int[] common = [.. Enumerable.Range(0, n).Select(_ => chance.Below(range))];
        int[][] scores = [.. Enumerable.Range(0, m).Select(_ => condition == TinyCondition.PartnerCaps ? common : common.Select(_ => chance.Below(range)).ToArray())];
        return new(
            [.. Enumerable.Range(0, n).Select(_ => chance.Shuffled(Enumerable.Range(0, m)).Where(_ => !chance.OneIn(gaps)).ToArray())],
            [.. scores.Select(TinyConditions.Order)],
            [.. rules.Select(rule => rule?.Capacity ?? (chance.OneIn(3) ? chance.Below(3) : 1))])
        {
            Conditions = new(scores, groups, rules, CapsOf(chance, condition, m)),
        };
    }

    /// <summary>The same as somebody would write it down. Ties go by input order.</summary>
    public static MatchingProblem Problem(TinyMarket market)
    {
        var (conditions, builder) = (market.Conditions!, new MatchingProblemBuilder());
        for (var a = 0; a < market.Applicants; a++)
        {
            builder.AddStudent(
                Student(a), RankedList<OpportunityId>.OfPlaces(market.Lists[a].Select(p => new[] { Opportunity(p) })),
                [.. Enumerable.Range(0, SeatMarket.AllGroups).Where(group => ((conditions.Groups[a] >> group) & 1) != 0).Select(Group)]);
        }

        for (var p = 0; p < market.Programs; p++)
        {
            var kinds = conditions.Rules[p]?.Kinds.Where(kind => kind.Seats > 0).ToList() ?? [];
            var isSlots = conditions.Rules[p] is { Rule: SeatRule.Slots };
            builder.AddOpportunity(
                Opportunity(p), market.Seats[p], new PriorityOrder.Scored(conditions.Scores[p].Index().ToDictionary(own => Student(own.Index), own => (double)own.Item)),
                reserves: isSlots ? [] : [.. kinds.Where(kind => kind.Group >= 0).Select(kind => new Reserve(Group(kind.Group), kind.Seats, !kind.PassesOn))],
                slots: !isSlots ? [] :
                [
                    .. kinds.Select(kind => kind.Group < 0 ? new Slot(kind.Seats)
                        : new(kind.Seats, Group(kind.Group), kind.Access == SeatAccess.MembersFirst ? SlotAccess.MembersFirst : SlotAccess.MembersOnly, kind.PassesOn)),
                ]);
        }

        foreach (var (i, cap) in conditions.Caps.Index())
        {
            builder.AddCap(new() { Id = CapId.From($"cap{i}"), Seats = cap.Seats, Opportunities = [.. cap.Programs.Select(Opportunity)] });
        }

        return builder.Build();
    }

    /// <summary>What the library makes of it, by applicant.</summary>
    public static int[] Match(TinyMarket market, Mechanism mechanism)
    {
        var outcome = Matcher.Match(Problem(market), new() { Mechanism = mechanism, Ties = TieBreaking.InputOrder, Verify = false });
        return outcome.Get().Matching.OpportunityOf;
    }

    private static SmallProgram? Rule(Chance chance, TinyCondition condition, int p) => condition switch
    {
        TinyCondition.PartnerCaps or TinyCondition.NestedCaps => null,
        TinyCondition.ReservesAndCaps => p < 2 ? null : SeatMarket.DrawProgram(chance, chance.OneIn(2) ? SeatRule.Slots : SeatRule.SoftOverlap, most: 1),
        _ when p > 0 && chance.OneIn(4) => null,
        TinyCondition.SoftReserves => SeatMarket.DrawProgram(chance, SeatRule.SoftReserves, most: 1),
        TinyCondition.HardReserves => SeatMarket.DrawProgram(chance, SeatRule.HardQuotas, most: 1),
        TinyCondition.Slots => SeatMarket.DrawProgram(chance, SeatRule.Slots, most: 1),
        TinyCondition.SoftOverlap => SeatMarket.DrawProgram(chance, SeatRule.SoftOverlap, most: 1),
        _ => SeatMarket.DrawProgram(chance, SeatRule.HardOverlap, most: 1),
    };

    // The inner ones first: two programs, then all of them.
    private static (int[], int)[] CapsOf(Chance chance, TinyCondition condition, int programs)
    {
        int[] all = [.. Enumerable.Range(0, programs)];
        return condition switch
        {
            TinyCondition.PartnerCaps => [(programs == 3 && chance.OneIn(2) ? [0, 1] : all, 1 + chance.Below(2))],
            TinyCondition.NestedCaps => [(programs == 3 ? [0, 1] : [0], 1 + chance.Below(2)), (all, 1 + chance.Below(3))],
            TinyCondition.ReservesAndCaps => [([0, 1], 1 + chance.Below(2))],
            _ => [],
        };
    }

    private static StudentId Student(int a) => StudentId.From(((char)('a' + a)).ToString());

    private static OpportunityId Opportunity(int p) => OpportunityId.From(((char)('p' + p)).ToString());

    private static PriorityGroupId Group(int group) => PriorityGroupId.From(((char)('A' + group)).ToString());
}
