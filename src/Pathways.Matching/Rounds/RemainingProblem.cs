using Pathways.Matching.Kernel;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Rounds;

/// <summary>The problem that is left for those who have no seat yet.</summary>
/// <param name="Problem">The problem: all opportunities, and the students who are left, each in the order of the whole problem.</param>
/// <param name="StudentOf">By student of it, the position in the whole problem.</param>
internal sealed record RemainingProblem(MatchingProblem Problem, int[] StudentOf)
{
    public static RemainingProblem Of(ProblemColumns whole, KeptPairs pairs, SeatsLeft seats, CancellationToken cancellationToken)
    {
        int[] studentOf = [.. Enumerable.Range(0, whole.Students.Length).Where(s => pairs.OpportunityOf[s] == Market.None)];
        var positions = new int[whole.Students.Length];
        Array.Fill(positions, Market.None);
        for (var student = 0; student < studentOf.Length; student++)
        {
            positions[studentOf[student]] = student;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var lists = new Lists(whole.Preference, whole.PreferenceTied, null);
        foreach (var s in studentOf)
        {
            lists.Copy(whole.PreferenceStart[s], whole.PreferenceStart[s + 1], o => pairs.HasDeclined(s, o) ? Market.None : o);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var orders = new Lists(whole.PriorityStudent, whole.PriorityTied, whole.PriorityScore);
        for (var o = 0; o < whole.Opportunities.Length; o++)
        {
            orders.Copy(
                whole.PriorityStart[o], whole.PriorityStart[o + 1],
                s => pairs.HasDeclined(s, o) ? Market.None : positions[s]);
        }

        return new(
            new(new()
            {
                Students = Array.ConvertAll(studentOf, s => whole.Students[s]),
                PreferenceStart = [.. lists.Start],
                Preference = [.. lists.Entries],
                PreferenceTied = lists.Tied,
                Groups = whole.Groups.Where(own => positions[own.Key] != Market.None).ToDictionary(own => positions[own.Key], own => own.Value),
                Opportunities = whole.Opportunities,
                Seats = seats.Seats,
                Minimum = seats.Minimum,
                PartnerOf = whole.PartnerOf,
                RanksEveryone = whole.RanksEveryone,
                PriorityStart = [.. orders.Start],
                PriorityStudent = [.. orders.Entries],
                PriorityTied = orders.Tied,
                PriorityScore = whole.PriorityScore is null ? null : [.. orders.Scores],
                Reserves = Shrunk(whole.Reserves, seats, (reserve, left) => reserve with { Seats = left }),
                Slots = Shrunk(whole.Slots, seats, (slot, left) => slot with { Seats = left }),
                Partners = [.. whole.Partners.Select((partner, i) => Partner(whole, partner, seats.PartnerSeats[i], positions))],
                Caps = [.. whole.Caps.Select((cap, i) => cap with { Seats = seats.CapSeats[i] })],
                CapOpportunities = whole.CapOpportunities,
                StudentIndex = whole.StudentIndex.Renumbered(positions),
                OpportunityIndex = whole.OpportunityIndex,
            }),
            studentOf);
    }

    // The last kind of an opportunity with reserves are its open seats, which no reserve stands for.
    private static Dictionary<int, ImmutableArray<T>> Shrunk<T>(IReadOnlyDictionary<int, ImmutableArray<T>> all, SeatsLeft seats, Func<T, int, T> with)
    {
        var shrunk = new Dictionary<int, ImmutableArray<T>>();
        foreach (var (o, own) in all)
        {
            ImmutableArray<T> left = seats.KindSeats.TryGetValue(o, out var kinds)
                ? [.. own.Zip(kinds).Where(kind => kind.Second > 0).Select(kind => with(kind.First, kind.Second))]
                : own;
            if (!left.IsEmpty)
            {
                shrunk.Add(o, left);
            }
        }

        return shrunk;
    }

    private static ProblemPartner Partner(ProblemColumns whole, ProblemPartner partner, int? seats, int[] positions) => partner with
    {
        Seats = seats,
        Priorities = partner.Priorities is not { } order ? null : RankedList<StudentId>.OfPlaces(order.Places
            .Select(place => place.Where(student => positions[whole.StudentIndex[student.Value]] != Market.None).ToArray())
            .Where(place => place.Length > 0)),
    };

    /// <summary>Lists with ties from which some entries are taken out: who shared a place with one still shares it with the others.</summary>
    private sealed class Lists(int[] entries, TieFlags tied, double[]? scores)
    {
        public List<int> Start { get; } = [0];

        public List<int> Entries { get; } = [];

        public List<double> Scores { get; } = [];

        public TieFlags Tied { get; } = new();

        public void Copy(int from, int to, Func<int, int> renumbered)
        {
            var hasPlace = false;
            for (var entry = from; entry < to; entry++)
            {
                hasPlace &= tied[entry];
                if (renumbered(entries[entry]) is Market.None)
                {
                    continue;
                }

                if (hasPlace)
                {
                    Tied.Set(Entries.Count);
                }

                hasPlace = true;
                Entries.Add(renumbered(entries[entry]));
                Scores.Add(scores?[entry] ?? 0);
            }

            Start.Add(Entries.Count);
        }
    }
}
