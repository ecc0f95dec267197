using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>A market small enough to try everything on: strict lists, strict priorities over everybody, and a lottery that a wins, then b.</summary>
/// <remarks>
/// Written as <c>a: p q, b: q | p: b a, q 2: a b</c>: applicants a, b, c with their lists, then programs p, q, r with their seats (1 when
/// nothing is said) and everybody in their order. A matching is an array by applicant, with <see cref="Market.None"/> for no seat.
/// It may have <see cref="TinyConditions"/>, whose scores are then what the order of everybody is by.
/// </remarks>
internal sealed record TinyMarket(int[][] Lists, int[][] Priorities, int[] Seats)
{
    private static readonly int[][][] AllReports = [.. Enumerable.Range(0, 5).Select(count => ListsOf([.. Enumerable.Range(0, count)]).ToArray())];

    /// <summary>Seats for groups and caps; null for none.</summary>
    public TinyConditions? Conditions { get; init; }

    public int Applicants => Lists.Length;

    public int Programs => Seats.Length;

    public static TinyMarket Parse(string text)
    {
        var parts = text.Split('|');
        var halves = parts[..2].Select(half => half.Split(',').Select(Row).ToArray()).ToArray();
        int[] groups = [.. halves[0].Select(row => row.Head.Length == 0 ? 0 : row.Head[0].Sum(letter => 1 << (letter - 'A')))];
        return new(
            [.. halves[0].Select(row => row.Names.Select(name => name[0] - 'p').ToArray())],
            [.. halves[1].Select(row => row.Names.Select(name => name[0] - 'a').ToArray())],
            [.. halves[1].Select(row => row.Head.Length == 0 ? 1 : int.Parse(row.Head[0], null))])
        {
            Conditions = parts.Length == 2 ? null : TinyConditions.Parse(parts[2], parts[3], parts[4], groups),
        };

        static (string[] Head, string[] Names) Row(string row)
        {
            var parts = row.Split(':').Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            return (parts[0][1..], parts[1]);
        }
    }

    /// <summary>A random market of two to four applicants and two or three programs, or what is said.</summary>
    public static TinyMarket Draw(ulong draw, int? applicants = null, int? programs = null)
    {
        var chance = new Chance(draw);
        var (n, m) = (applicants ?? (2 + chance.Below(3)), programs ?? (2 + chance.Below(2)));
        var gaps = 2 + chance.Below(6);
        return new(
            [.. Enumerable.Range(0, n).Select(_ => chance.Shuffled(Enumerable.Range(0, m)).Where(_ => !chance.OneIn(gaps)).ToArray())],
            [.. Enumerable.Range(0, m).Select(_ => chance.Shuffled(Enumerable.Range(0, n)))],
            [.. Enumerable.Range(0, m).Select(_ => chance.OneIn(4) ? chance.Below(3) : 1)]);
    }

    /// <summary>Every market of three applicants and two programs with a seat each, or two at the first.</summary>
    public static IEnumerable<TinyMarket> All()
    {
        int[][] lists = [.. Reports(2)];
        int[][] orders = [.. Reports(3).Where(order => order.Length == 3)];
        return
            from a in lists
            from b in lists
            from c in lists
            from p in orders
            from q in orders
            from seats in (int[])[1, 2]
            select new TinyMarket([a, b, c], [p, q], [seats, 1]);
    }

    /// <summary>Every list that can be written: all orders of all subsets of up to four.</summary>
    public static IReadOnlyList<int[]> Reports(int programs) => AllReports[programs];

    public TinyMarket WithList(int applicant, int[] list) =>
        this with { Lists = [.. Lists.Select((own, a) => a == applicant ? list : own)] };

    public TinyMarket WithPriority(int program, int[] order) =>
        this with { Priorities = [.. Priorities.Select((own, p) => p == program ? order : own)] };

    public TinyMarket WithMoreSeats(int program) => this with
    {
        Seats = [.. Seats.Select((own, p) => p == program ? own + 1 : own)],
        Conditions = Conditions?.WithMoreSeats(program),
    };

    /// <summary>The same with the applicants in another order, which is that of the lottery, too; only with conditions.</summary>
    /// <param name="order">By new position, the old one.</param>
    public TinyMarket Reordered(int[] order)
    {
        int[][] scores = [.. Conditions!.Scores.Select(own => Array.ConvertAll(order, a => own[a]))];
        return this with
        {
            Lists = Array.ConvertAll(order, a => Lists[a]),
            Priorities = [.. scores.Select(TinyConditions.Order)],
            Conditions = Conditions with { Scores = scores, Groups = Array.ConvertAll(order, a => Conditions.Groups[a]) },
        };
    }

    /// <summary>Every way for one applicant to rise at one program: above somebody in the order, or with scores to that of anybody, or above all.</summary>
    public IEnumerable<(int Applicant, int Program, TinyMarket Market)> Rising()
    {
        var cells = from p in Enumerable.Range(0, Programs) from a in Enumerable.Range(0, Applicants) select (a, p);
        return Conditions is { } conditions
            ? from cell in cells
              let own = conditions.Scores[cell.p][cell.a]
              from score in conditions.Scores.SelectMany(row => row).Select(score => score + 1).Distinct()
              where score > own
              let scores = conditions.WithScore(cell.p, cell.a, score)
              select (cell.a, cell.p, WithPriority(cell.p, TinyConditions.Order(scores.Scores[cell.p])) with { Conditions = scores })
            : from cell in cells
              let order = Priorities[cell.p]
              let place = Array.IndexOf(order, cell.a)
              from higher in Enumerable.Range(0, place)
              select (cell.a, cell.p, WithPriority(cell.p, [.. order[..higher], cell.a, .. order[higher..place], .. order[(place + 1)..]]));
    }

    public bool Prefers(int applicant, int one, int other) => Place(applicant, one) < Place(applicant, other);

    public bool HasPriority(int program, int one, int other) =>
        Array.IndexOf(Priorities[program], one) < Array.IndexOf(Priorities[program], other);

    public static int Taken(int[] matching, int program) => matching.Count(own => own == program);

    /// <summary>Every assignment of acceptable pairs within the seats.</summary>
    public IEnumerable<int[]> Matchings() => Enumerable.Range(0, Applicants)
        .Aggregate((IEnumerable<int[]>)[[]], (some, a) =>
            from start in some
            from program in Lists[a].Prepend(Market.None)
            where program == Market.None || Taken(start, program) < Seats[program]
            select (int[])[.. start, program])
        .Where(matching => Conditions?.IsFeasible(this, matching) != false);

    /// <summary>Whether an applicant could move to a program, all else the same.</summary>
    public bool HasRoom(int[] matching, int applicant, int program) =>
        Conditions?.HasRoom(this, matching, applicant, program) ?? Taken(matching, program) < Seats[program];

    /// <summary>Whether no program has anybody better in another matching, place by place; with conditions, whether it would choose nobody from there.</summary>
    public bool SuitsPrograms(int[] matching, int[] other) => Conditions?.PrefersOver(this, matching, other)
        ?? Enumerable.Range(0, Programs).All(p => Taken(other, p) <= Taken(matching, p)
            && !Priorities[p].Where(a => other[a] == p).Zip(Priorities[p].Where(a => matching[a] == p)).Any(pair => HasPriority(p, pair.First, pair.Second)));

    public IEnumerable<(int Applicant, int Program)> Blocking(int[] matching) =>
        from a in Enumerable.Range(0, Applicants)
        from p in Lists[a]
        where Prefers(a, p, matching[a]) && (Conditions?.Takes(this, matching, a, p) ?? IsBetter(matching, a, p))
        select (a, p);

    /// <summary>Whether the first is worse for nobody and better for somebody.</summary>
    public bool Improves(int[] better, int[] matching)
    {
        var applicants = Enumerable.Range(0, Applicants);
        return applicants.All(a => !Prefers(a, matching[a], better[a])) && applicants.Any(a => Prefers(a, better[a], matching[a]));
    }

    public Market Compile() => Conditions?.Compile(this) ?? Compile(Lists);

    /// <summary>Everybody whom programs rank, whether or not they list them.</summary>
    public Market Ranked()
    {
        var all = Enumerable.Range(0, Programs).ToArray();
        return Compile([.. Lists.Select(_ => all)]);
    }

    public static string Write(int[] matching) => string.Concat(matching.Select(program => program == Market.None ? '-' : (char)('p' + program)));

    public override string ToString() =>
        string.Join(", ", Lists.Select((list, a) => $"{(char)('a' + a)}{Groups(a)}:{string.Concat(list.Select(p => $" {(char)('p' + p)}"))}"))
        + " | "
        + string.Join(", ", Priorities.Select((order, p) =>
            $"{(char)('p' + p)}{(Seats[p] == 1 ? "" : $" {Seats[p]}")}:{string.Concat(order.Select(a => $" {(char)('a' + a)}"))}"))
        + (Conditions is null ? "" : $" | {Conditions}");

    private string Groups(int applicant) => Conditions is not null && Conditions.Groups[applicant] != 0 ? $" {TinyConditions.Letters(Conditions.Groups[applicant])}" : "";

    private bool IsBetter(int[] matching, int applicant, int program) => Seats[program] > 0 && (Taken(matching, program) < Seats[program]
        || Enumerable.Range(0, Applicants).Any(other => matching[other] == program && HasPriority(program, applicant, other)));

    private int Place(int applicant, int program) => Array.IndexOf(Lists[applicant], program) is >= 0 and var place ? place : int.MaxValue;

    // Written out, since it is run millions of times.
    private Market Compile(int[][] lists)
    {
        var first = new int[lists.Length + 1];
        for (var a = 0; a < lists.Length; a++)
        {
            first[a + 1] = first[a] + lists[a].Length;
        }

        var (program, classes) = (new int[first[^1]], new int[first[^1]]);
        for (var a = 0; a < lists.Length; a++)
        {
            for (var at = 0; at < lists[a].Length; at++)
            {
                var p = lists[a][at];
                program[first[a] + at] = p;
                classes[first[a] + at] = lists.Length - 1 - Array.IndexOf(Priorities[p], a);
            }
        }

        return new(first, program, classes, Seats, tied: null);
    }

    private static IEnumerable<int[]> ListsOf(int[] names) =>
        names.SelectMany(name => ListsOf([.. names.Where(other => other != name)]).Select(rest => (int[])[name, .. rest])).Prepend([]);
}
