using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>A random market in which every program reserves two of its seats, one for each of two groups, and the same solved with objects.</summary>
/// <remarks>A fifth of the applicants are in the first group, a fifth in the second; where groups overlap, a tenth in both.</remarks>
internal sealed class SeatDraw
{
    private readonly Draw _draw;
    private readonly int[] _groups;

    public SeatDraw(ulong number, int applicants, bool overlap)
    {
        _draw = new(number, applicants, choices: 10);
        var seed = new Seed(number).Split("groups");
        _groups = [.. Enumerable.Range(0, applicants).Select(a => seed.Split((ulong)a).DrawBelow(10) switch
        {
            0 => overlap ? 3 : 1, 1 => 1, 2 or 3 => 2, _ => 0,
        })];
        var plain = _draw.Market;
        var member = new ulong[plain.Edges];
        for (var a = 0; a < applicants; a++)
        {
            member.AsSpan(plain.First[a]..plain.First[a + 1]).Fill((ulong)_groups[a]);
        }

        Market = plain.WithPlan(new()
        {
            First = [.. Enumerable.Range(0, plain.Programs + 1).Select(p => 3 * p)],
            Seats = [.. plain.Capacity.SelectMany(seats => new[] { 1, 1, seats - 2 })],
            Access = [.. Enumerable.Range(0, 3 * plain.Programs).Select(kind => kind % 3 < 2 ? SeatAccess.MembersOnly : SeatAccess.Anyone)],
            PassesOn = [.. Enumerable.Range(0, 3 * plain.Programs).Select(kind => kind % 3 < 2)],
            Group = [.. Enumerable.Range(0, 3 * plain.Programs).Select(kind => kind % 3 < 2 ? kind % 3 : Market.None)],
            FillsTogether = [.. plain.Capacity.Select(_ => overlap)],
            Member = member,
        });
        _ = Market.Reverse;
        Overlap = overlap;
    }

    public Market Market { get; }

    public SinglePlaceOrder Order => _draw.Order;

    private bool Overlap { get; }

    /// <summary>The kernel: by applicant, the program or <see cref="Market.None"/>.</summary>
    public int[] SolveInKernel(Workspace workspace)
    {
        CumulativeOffer.Solve(Market, new SeatChoice<SinglePlaceOrder>(Market, Order, workspace), workspace);
        return [.. Enumerable.Range(0, Market.Applicants).Select(a => workspace.Next[a] < Market.First[a + 1] ? Market.Program[workspace.Next[a]] : Market.None)];
    }

    /// <summary>Applicants propose, and a program chooses anew from all it holds and whoever comes.</summary>
    public Dictionary<ApplicantObject, ProgramObject> SolveWithObjects()
    {
        var next = _draw.Objects.Applicants.ToDictionary(applicant => applicant, _ => 0);
        var held = _draw.Objects.Programs.ToDictionary(program => program, _ => new List<(ApplicantObject Applicant, int Class)>());
        var free = new Queue<ApplicantObject>(_draw.Objects.Applicants);
        while (free.TryDequeue(out var applicant))
        {
            if (next[applicant] == applicant.Choices.Count)
            {
                continue;
            }

            var (program, own) = applicant.Choices[next[applicant]++];
            var all = held[program];
            all.Add((applicant, own));
            var chosen = Choose(program, all);
            foreach (var (other, _) in all.Except(chosen))
            {
                free.Enqueue(other);
            }

            held[program] = chosen;
        }

        return held.SelectMany(entry => entry.Value.Select(seat => (seat.Applicant, Program: entry.Key))).ToDictionary(seat => seat.Applicant, seat => seat.Program);
    }

    private List<(ApplicantObject Applicant, int Class)> Choose(ProgramObject program, List<(ApplicantObject Applicant, int Class)> all)
    {
        var byMerit = all.OrderByDescending(entry => (entry.Class, entry.Applicant.Place)).ToList();
        var chosen = new List<(ApplicantObject Applicant, int Class)>();
        if (Overlap)
        {
            foreach (var entry in byMerit)
            {
                if (CanSit([.. chosen.Append(entry).Select(seat => _groups[seat.Applicant.Number])]))
                {
                    chosen.Add(entry);
                }
            }
        }
        else
        {
            chosen.AddRange(byMerit.Where(entry => (_groups[entry.Applicant.Number] & 1) != 0).Take(1));
            chosen.AddRange(byMerit.Except(chosen).Where(entry => (_groups[entry.Applicant.Number] & 2) != 0).Take(1));
        }

        chosen.AddRange(byMerit.Except(chosen).Take(program.Seats - chosen.Count).ToList());
        return chosen;
    }

    // Two seats, one for each group.
    private static bool CanSit(int[] groups) => groups switch
    {
        [not 0] => true,
        [not 0, not 0] => groups[0] != groups[1] || groups[0] == 3,
        _ => false,
    };
}
