using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>What a tiny market may have besides seats: scores, groups with seats, and caps; with the definitions restated over them.</summary>
/// <remarks>
/// <para>Scores are by program and applicant, higher is better, and comparable under a cap; the lottery, which a wins, then b, breaks ties. A
/// program with kinds of seats is under no cap. Nothing here is shared with the library.</para>
/// <para>Written after the market as two more parts, as in <c>a A: p q, b: q | p: a b, q: a b | p: a2 b1, q: a2 b1 | p SoftReserves: A1 *0 | pq 1</c>:
/// groups stand beside applicants; then come scores, the kinds of seats of each program that has some (<c>A1</c> for members only, <c>A1&gt;</c>
/// when unused ones are passed on, <c>A1+</c> for members first, <c>*1</c> for anyone), and caps, the inner ones first.</para>
/// </remarks>
internal sealed record TinyConditions(int[][] Scores, int[] Groups, SmallProgram?[] Rules, (int[] Programs, int Seats)[] Caps)
{
    /// <summary>By node, the smallest cap around it.</summary>
    public int[] Parent
    {
        get
        {
            var programs = Rules.Length;
            return
            [
                .. Enumerable.Range(0, programs + Caps.Length).Select(node =>
                {
                    int[] own = node < programs ? [node] : Caps[node - programs].Programs;
                    var around = Array.FindIndex(Caps, Math.Max(0, node - programs + 1), cap => own.All(cap.Programs.Contains));
                    return around < 0 ? Market.None : programs + around;
                }),
            ];
        }
    }

    /// <summary>Everybody by score, then by the lottery.</summary>
    public static int[] Order(int[] scores) => [.. Enumerable.Range(0, scores.Length).OrderByDescending(a => scores[a]).ThenBy(a => a)];

    /// <summary>Whether programs would keep all whom they have.</summary>
    public bool IsFeasible(TinyMarket market, int[] matching)
    {
        var held = Held(matching);
        return Chosen(market, held).Count == held.Count;
    }

    /// <summary>Whether an applicant could move to a program, all else the same.</summary>
    public bool HasRoom(TinyMarket market, int[] matching, int applicant, int program) =>
        IsFeasible(market, [.. matching.Select((own, a) => a == applicant ? program : own)]);

    /// <summary>Whether a program, or all under its outermost cap, would choose an applicant from all that are held and this one.</summary>
    public bool Takes(TinyMarket market, int[] matching, int applicant, int program) =>
        Chosen(market, [.. Held(matching), (applicant, program)]).Contains((applicant, program));

    /// <summary>Whether programs, each or all under one cap, would keep what they have if they could have what is in another matching, too.</summary>
    public bool PrefersOver(TinyMarket market, int[] matching, int[] other) =>
        Chosen(market, [.. Held(matching).Union(Held(other))]).SetEquals(Held(matching));

    /// <summary>One more seat: open to anyone where groups have seats, or else of the last kind.</summary>
    public TinyConditions WithMoreSeats(int program)
    {
        if (Rules[program] is not { } rule)
        {
            return this;
        }

        var open = Array.FindLastIndex(rule.Kinds, kind => kind.Access == SeatAccess.Anyone) is >= 0 and var last ? last : rule.Kinds.Length - 1;
        SmallKind[] kinds = [.. rule.Kinds.Select((kind, i) => i == open ? kind with { Seats = kind.Seats + 1 } : kind)];
        return this with { Rules = [.. Rules.Select((own, p) => p == program ? new(rule.Rule, kinds) : own)] };
    }

    public TinyConditions WithScore(int program, int applicant, int score) =>
        this with { Scores = [.. Scores.Select((own, p) => p != program ? own : [.. own.Select((old, a) => a == applicant ? score : old)])] };

    public Market Compile(TinyMarket market)
    {
        int[][] classes = [.. market.Lists.Select((list, a) => list.Select(p => Scores[p][a]).ToArray())];
        var compiled = Rules.Any(rule => rule is not null)
            ? new SeatMarket([.. Rules.Select((rule, p) => rule ?? new(SeatRule.Merit, new SmallKind(market.Seats[p])))], market.Lists, classes, Groups).Market
            : RandomMarket.MarketOf(market.Lists, classes, market.Seats);
        return Caps.Length == 0 ? compiled : compiled.WithCaps(new(Parent, [.. Caps.Select(cap => cap.Seats)]));
    }

    public override string ToString() => string.Join(" | ",
        string.Join(", ", Scores.Select((own, p) => $"{P(p)}:{string.Concat(own.Select((score, a) => $" {(char)('a' + a)}{score}"))}")),
        string.Join(", ", Rules.Index().Where(rule => rule.Item is not null).Select(rule => $"{P(rule.Index)} {rule.Item!.Rule}: {string.Join(' ', rule.Item.Kinds.Select(Text))}")),
        string.Join(", ", Caps.Select(cap => $"{string.Concat(cap.Programs.Select(P))} {cap.Seats}")));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static TinyConditions Parse(string scores, string rules, string caps, int[] groups)
    {
        int[][] own = [.. Split(scores, ',').Select(row => Split(row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..], ' ').Select(entry => Number(entry[1..])).ToArray())];
        var rule = new SmallProgram?[own.Length];
        foreach (var row in Split(rules, ','))
        {
            var (head, kinds) = (Split(row.Split(':')[0], ' '), Split(row.Split(':')[1], ' '));
            rule[head[0][0] - 'p'] = new(Enum.Parse<SeatRule>(head[1]), [.. kinds.Select(Kind)]);
        }

        return new(own, groups, rule, [.. Split(caps, ',').Select(cap => Split(cap, ' ')).Select(cap => (cap[0].Select(p => p - 'p').ToArray(), Number(cap[1])))]);

        static string[] Split(string text, char by) => text.Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        static SmallKind Kind(string text) => text[0] == '*' ? new(Number(text[1..]))
            : new(Number(text[1..].TrimEnd('+', '>')), text[^1] == '+' ? SeatAccess.MembersFirst : SeatAccess.MembersOnly, text[0] - 'A', text[^1] == '>');
    }

    public static string Letters(int groups) =>
        string.Concat(Enumerable.Range(0, SeatMarket.AllGroups).Where(group => ((groups >> group) & 1) != 0).Select(group => (char)('A' + group)));

    private static List<(int Applicant, int Program)> Held(int[] matching) =>
        [.. matching.Select((p, a) => (a, p)).Where(contract => contract.p != Market.None)];

    // Programs with kinds of seats by the naive rules; all others together, the best first, as long as every cap has room.
    private HashSet<(int Applicant, int Program)> Chosen(TinyMarket market, List<(int Applicant, int Program)> contracts)
    {
        var chosen = new HashSet<(int, int)>();
        for (var p = 0; p < Rules.Length; p++)
        {
            if (Rules[p] is not { } rule)
            {
                continue;
            }

            Candidate[] all = [.. Enumerable.Range(0, market.Applicants).Select(a => new Candidate(-Array.IndexOf(market.Priorities[p], a), Groups[a]))];
            var set = NaiveChoice.Choose(rule.Rule, rule.Kinds, all, contracts.Where(own => own.Program == p).Aggregate(0, (some, own) => some | (1 << own.Applicant)));
            chosen.UnionWith(Enumerable.Range(0, market.Applicants).Where(a => ((set >> a) & 1) != 0).Select(a => (a, p)));
        }

        var (taken, caps) = (new int[Rules.Length], new int[Caps.Length]);
        foreach (var (a, p) in contracts.Where(own => Rules[own.Program] is null)
            .OrderByDescending(own => Scores[own.Program][own.Applicant]).ThenBy(own => own.Applicant).ThenBy(own => Array.IndexOf(market.Lists[own.Applicant], own.Program)))
        {
            var around = Enumerable.Range(0, Caps.Length).Where(cap => Caps[cap].Programs.Contains(p)).ToList();
            if (taken[p] < market.Seats[p] && around.TrueForAll(cap => caps[cap] < Caps[cap].Seats))
            {
                taken[p]++;
                around.ForEach(cap => caps[cap]++);
                chosen.Add((a, p));
            }
        }

        return chosen;
    }

    private static char P(int program) => (char)('p' + program);

    private static string Text(SmallKind kind) => kind.Group < 0
        ? $"*{kind.Seats}"
        : $"{(char)('A' + kind.Group)}{kind.Seats}{(kind.Access == SeatAccess.MembersFirst ? "+" : kind.PassesOn ? ">" : "")}";
}
