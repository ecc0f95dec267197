using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>How a program of a test chooses.</summary>
internal enum SeatRule
{
    Merit,
    SoftReserves,
    HardQuotas,
    Slots,
    SoftOverlap,
    HardOverlap,
}

/// <summary>Seats of one kind as written.</summary>
internal sealed record SmallKind(int Seats, SeatAccess Access = SeatAccess.Anyone, int Group = -1, bool PassesOn = false);

/// <summary>A program as written.</summary>
internal sealed record SmallProgram(SeatRule Rule, params SmallKind[] Kinds)
{
    public int Capacity => Kinds.Sum(kind => kind.Seats);

    public bool FillsTogether => Rule is SeatRule.SoftOverlap or SeatRule.HardOverlap;
}

/// <summary>A market with kinds of seats as somebody would write it down.</summary>
/// <param name="Programs">The programs.</param>
/// <param name="Lists">By applicant, programs, best first.</param>
/// <param name="Class">By applicant, in step with the list; higher is better.</param>
/// <param name="Groups">By applicant, the groups they belong to, one bit each.</param>
internal sealed record SeatMarket(SmallProgram[] Programs, int[][] Lists, int[][] Class, int[] Groups)
{
    public const int AllGroups = 3;

    public int Applicants => Lists.Length;

    public Market Market
    {
        get
        {
            var market = RandomMarket.MarketOf(Lists, Class, [.. Programs.Select(program => program.Capacity)]);
            return market.WithPlan(Plan(market));
        }
    }

    /// <summary>A random market; classes are strict within each program, or drawn from a few.</summary>
    public static SeatMarket Draw(ulong draw, SeatRule rule, int applicants, int programs, int classes = 0)
    {
        var chance = new Chance(draw);
        // Reserves that must not overlap: everybody is in one group at most.
        var overlap = rule is not (SeatRule.SoftReserves or SeatRule.HardQuotas);
        var groups = Enumerable.Range(0, applicants)
            .Select(_ => overlap ? chance.Below(1 << AllGroups) : (1 << chance.Below(AllGroups + 1)) & ((1 << AllGroups) - 1)).ToArray();
        var written = Enumerable.Range(0, programs).Select(_ => DrawProgram(chance, chance.OneIn(5) ? SeatRule.Merit : rule)).ToArray();
        var gaps = 2 + chance.Below(8);
        int[][] lists = [.. Enumerable.Range(0, applicants).Select(_ => chance.Shuffled(Enumerable.Range(0, programs)).Where(_ => !chance.OneIn(gaps)).ToArray())];
        int[][] strict = [.. Enumerable.Range(0, programs).Select(_ => chance.Shuffled(Enumerable.Range(0, applicants)))];
        int[][] own = [.. lists.Select((list, a) => list.Select(p => classes == 0 ? strict[p][a] : chance.Below(classes)).ToArray())];
        return new(written, lists, own, groups);
    }

    public static SmallProgram DrawProgram(Chance chance, SeatRule rule, int most = 2)
    {
        SmallKind open = new(chance.Below(most + 1));
        var groups = chance.Shuffled(Enumerable.Range(0, AllGroups)).Take(1 + chance.Below(AllGroups)).ToArray();
        return rule switch
        {
            SeatRule.Merit => new(rule, open),
            SeatRule.Slots => new(rule, [.. Enumerable.Range(0, 1 + chance.Below(4)).Select(_ => DrawSlot(chance, most))]),
            _ => new(rule,
            [
                .. groups.Select(group => new SmallKind(chance.Below(most + 1), SeatAccess.MembersOnly, group,
                    PassesOn: rule is SeatRule.SoftReserves or SeatRule.SoftOverlap)),
                open,
            ]),
        };
    }

    /// <summary>Whom a program chooses from a set of applicants, by the naive rule; classes must be strict.</summary>
    public int Choose(int program, int set)
    {
        var all = new Candidate[Applicants];
        for (var a = 0; a < Applicants; a++)
        {
            var at = Array.IndexOf(Lists[a], program);
            all[a] = new(at < 0 ? -1 : Class[a][at], Groups[a]);
            set &= at < 0 ? ~(1 << a) : -1;
        }

        return NaiveChoice.Choose(Programs[program].Rule, Programs[program].Kinds, all, set);
    }

    public SeatMarket WithList(int applicant, int[] list)
    {
        var (lists, own) = ((int[][])Lists.Clone(), (int[][])Class.Clone());
        lists[applicant] = list;
        own[applicant] = [.. list.Select(p => Class[applicant][Array.IndexOf(Lists[applicant], p)])];
        return this with { Lists = lists, Class = own };
    }

    public override string ToString()
    {
        var programs = Programs.Select((program, p) => $"program {p} ({program.Rule}): {string.Join("; ", program.Kinds.Select(kind => kind.ToString()))}");
        var applicants = Lists.Select((list, a) =>
            $"applicant {a} (groups {Groups[a]:b3}): {string.Join(", ", list.Select((p, i) => $"{p} (class {Class[a][i]})"))}");
        return Environment.NewLine + string.Join(Environment.NewLine, programs.Concat(applicants));
    }

    private static SmallKind DrawSlot(Chance chance, int most)
    {
        var access = (SeatAccess)chance.Below(3);
        return new(chance.Below(most + 1), access,
            access == SeatAccess.Anyone ? -1 : chance.Below(AllGroups), access == SeatAccess.MembersOnly && chance.OneIn(2));
    }

    private SeatPlan Plan(Market market)
    {
        var kinds = Programs.SelectMany(program => program.Rule == SeatRule.Merit ? [] : program.Kinds).ToArray();
        var first = new int[Programs.Length + 1];
        for (var p = 0; p < Programs.Length; p++)
        {
            first[p + 1] = first[p] + (Programs[p].Rule == SeatRule.Merit ? 0 : Programs[p].Kinds.Length);
        }

        var member = new ulong[market.Edges];
        for (var a = 0; a < Applicants; a++)
        {
            for (var edge = market.First[a]; edge < market.First[a + 1]; edge++)
            {
                var p = market.Program[edge];
                for (var i = 0; i < first[p + 1] - first[p]; i++)
                {
                    var group = Programs[p].Kinds[i].Group;
                    member[edge] |= group >= 0 && ((Groups[a] >> group) & 1) != 0 ? 1ul << i : 0;
                }
            }
        }

        return new()
        {
            First = first,
            Seats = [.. kinds.Select(kind => kind.Seats)],
            Access = [.. kinds.Select(kind => kind.Access)],
            PassesOn = [.. kinds.Select(kind => kind.PassesOn)],
            Group = [.. kinds.Select(kind => kind.Group)],
            FillsTogether = [.. Programs.Select(program => program.FillsTogether)],
            Member = member,
        };
    }
}
