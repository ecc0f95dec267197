using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>A family of random markets with ties, in the shape of a match of residents and hospitals.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Applicants">How many applicants there are.</param>
/// <param name="Programs">How many programs there are.</param>
/// <param name="Seats">How many seats they have together; as many as programs gives each one seat.</param>
/// <param name="Shortest">The fewest choices of an applicant.</param>
/// <param name="Longest">The most choices of an applicant.</param>
/// <param name="Skew">Program p is drawn with weight 1 / (p + 1) to this power.</param>
/// <param name="Classes">How many priority classes there are.</param>
/// <param name="Common">How much of the score behind the classes is the applicant's own, the same everywhere: 0 to 1.</param>
/// <param name="Tied">How often an applicant ties a choice with the one before.</param>
internal sealed record TiedDraw(
    string Name, int Applicants, int Programs, int Seats, int Shortest, int Longest, double Skew, int Classes, double Common, double Tied)
{
    /// <summary>The families of the results table.</summary>
    public static readonly TiedDraw[] Families =
    [
        new("759 x 53, 801 seats, half common score in 20 classes", 759, 53, 801, 6, 6, 0.5, 20, 0.5, 0),
        new("759 x 53, 801 seats, mostly common score in 8 classes", 759, 53, 801, 6, 6, 0.5, 8, 0.7, 0),
        new("759 x 53, 801 seats, own scores in 8 classes", 759, 53, 801, 6, 6, 0.5, 8, 0, 0),
        new("760 x 53, 760 seats, own scores in 8 classes", 760, 53, 760, 5, 6, 0.5, 8, 0, 0),
        new("1000 x 50, 1000 seats, one score in 40 classes", 1000, 50, 1000, 5, 6, 0.5, 40, 1, 0),
        new("300 x 150, 360 seats, ties on both sides", 300, 150, 360, 3, 5, 0.5, 4, 0, 0.2),
        new("100 x 100, one seat each, ties on both sides", 100, 100, 100, 3, 5, 0.3, 20, 0, 0.2),
        new("300 x 300, one seat each, ties on both sides", 300, 300, 300, 3, 5, 0.3, 5, 0, 0.3),
    ];

    /// <summary>The market of a seed.</summary>
    public Market Market(ulong number)
    {
        var seed = new Seed(number);
        var draw = 0ul;
        var weight = Enumerable.Range(0, Programs).Select(p => Math.Pow(p + 1, -Skew)).ToArray();
        var all = weight.Sum();
        var first = new int[Applicants + 1];
        var (program, priority, tied) = (new List<int>(), new List<int>(), new List<bool>());
        for (var a = 0; a < Applicants; a++)
        {
            var (length, own) = (Shortest + Below(Longest - Shortest + 1), Share());
            while (program.Count < first[a] + length)
            {
                var at = Share() * all;
                var p = 0;
                while (p < Programs - 1 && (at -= weight[p]) > 0)
                {
                    p++;
                }

                if (program.IndexOf(p, first[a]) < 0)
                {
                    tied.Add(program.Count > first[a] && Share() < Tied);
                    program.Add(p);
                    priority.Add((int)(((Common * own) + ((1 - Common) * Share())) * Classes));
                }
            }

            first[a + 1] = program.Count;
        }

        var marks = new TieMarks(program.Count);
        for (var e = 0; e < tied.Count; e++)
        {
            marks[e] = tied[e];
        }

        var capacity = Enumerable.Repeat(1, Programs).ToArray();
        if (Seats > Programs)
        {
            var size = capacity.Select(_ => 0.3 + Share()).ToArray();
            var sum = size.Sum();
            for (var p = 0; p < Programs; p++)
            {
                capacity[p] = Math.Max(1, (int)(Seats * size[p] / sum));
            }

            for (var left = Seats - capacity.Sum(); left > 0; left--)
            {
                capacity[Below(Programs)]++;
            }
        }

        return new(first, [.. program], [.. priority], capacity, Tied > 0 ? marks : null);

        int Below(int bound) => seed.Split(draw++).DrawBelow(bound);

        double Share() => Below(1 << 30) / (double)(1 << 30);
    }
}
