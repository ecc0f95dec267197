using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>A market as the objects that a program without a kernel would use.</summary>
internal sealed class MarketObjects
{
    /// <param name="market">The market.</param>
    /// <param name="place">By applicant, what decides between equal classes: higher is better.</param>
    public MarketObjects(Market market, IReadOnlyList<int> place)
    {
        Programs = [.. market.Capacity.Select((seats, p) => new ProgramObject(p, seats))];
        Applicants =
        [
            .. Enumerable.Range(0, market.Applicants).Select(a => new ApplicantObject(a, place[a],
                [.. Enumerable.Range(market.First[a], market.First[a + 1] - market.First[a])
                    .Select(edge => (Programs[market.Program[edge]], market.Class[edge]))])),
        ];
        foreach (var applicant in Applicants)
        {
            foreach (var (listed, own) in applicant.Choices)
            {
                listed.Applicants.Add((applicant, own));
            }
        }
    }

    public List<ApplicantObject> Applicants { get; }

    public List<ProgramObject> Programs { get; }

    /// <summary>Applicants propose, written with lists, dictionaries and priority queues.</summary>
    public Dictionary<ApplicantObject, ProgramObject> ApplicantsPropose()
    {
        var next = Applicants.ToDictionary(applicant => applicant, _ => 0);
        var held = Programs.ToDictionary(program => program, _ => new PriorityQueue<ApplicantObject, (int, int)>());
        var free = new Queue<ApplicantObject>(Applicants);
        while (free.TryDequeue(out var applicant))
        {
            if (next[applicant] == applicant.Choices.Count)
            {
                continue;
            }

            var (program, priorityClass) = applicant.Choices[next[applicant]++];
            var seats = held[program];
            seats.Enqueue(applicant, (priorityClass, applicant.Place));
            if (seats.Count > program.Seats)
            {
                free.Enqueue(seats.Dequeue());
            }
        }

        return held
            .SelectMany(entry => entry.Value.UnorderedItems.Select(item => (Applicant: item.Element, Program: entry.Key)))
            .ToDictionary(seat => seat.Applicant, seat => seat.Program);
    }
}

/// <summary>An applicant as an object.</summary>
internal sealed record ApplicantObject(int Number, int Place, List<(ProgramObject Program, int Class)> Choices)
{
    public bool Equals(ApplicantObject? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;
}

/// <summary>A program as an object.</summary>
internal sealed record ProgramObject(int Number, int Seats)
{
    public List<(ApplicantObject Applicant, int Class)> Applicants { get; } = [];

    public bool Equals(ProgramObject? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;
}
