using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pathways.Matching.Rounds;

/// <summary>A fingerprint of everything that a matching is made from.</summary>
/// <remarks>
/// SHA-256 over a text of numbers and names, each name after its length. Students, opportunities, partners, caps and pairs come by name, and so
/// do those who share a place, the groups of a student and what a cap counts. Lists, reserves and slots keep their order, which means something. What
/// is for people alone, such as the kind of a cap, is left out. The form is part of what a digest promises: another one has another first word.
/// </remarks>
internal sealed class InputDigest : IDisposable
{
    private const string Form = "pathways/inputs@1";
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[8];

    private InputDigest()
    {
    }

    public static string Of(MatchingProblem problem, bool orderCounts, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined)
    {
        using var digest = new InputDigest();
        digest.Name(Form);
        digest.Number(orderCounts ? 1 : 0);
        digest.Problem(problem, orderCounts);
        digest.Pairs(kept);
        digest.Pairs(declined);
        return Convert.ToHexStringLower(digest._hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Problem(MatchingProblem problem, bool orderCounts)
    {
        Number(problem.StudentCount);
        foreach (var student in orderCounts ? problem.Students : problem.Students.OrderBy(student => student.Id))
        {
            Name(student.Id.Value);
            Places(student.Choices, choice => choice.Rank, choice => choice.Opportunity.Value, orderCounts);
            Names(student.Groups.Select(group => group.Value));
        }

        Number(problem.OpportunityCount);
        foreach (var opportunity in orderCounts ? problem.Opportunities : problem.Opportunities.OrderBy(opportunity => opportunity.Id))
        {
            Opportunity(opportunity, orderCounts);
        }

        // A partner that neither limits nor ranks is a name that opportunities have.
        var partners = problem.Partners.Where(partner => partner.Seats is not null || partner.Priorities is not null).OrderBy(partner => partner.Id).ToList();
        Number(partners.Count);
        foreach (var partner in partners)
        {
            Name(partner.Id.Value);
            Number(partner.Seats ?? -1);
            Number(partner.Priorities is null ? 0 : 1);
            Places(partner.Priorities?.Places.SelectMany((place, i) => place.Select(student => (student, i))) ?? [], entry => entry.i, entry => entry.student.Value, orderCounts);
        }

        Number(problem.Caps.Length);
        foreach (var cap in problem.Caps.OrderBy(cap => cap.Id))
        {
            Name(cap.Id.Value);
            Number(cap.Seats);
            Names(cap.Opportunities.Select(opportunity => opportunity.Value));
        }
    }

    private void Opportunity(ProblemOpportunity opportunity, bool orderCounts)
    {
        Name(opportunity.Id.Value);
        Number(opportunity.Seats);
        Number(opportunity.Minimum);
        Name(opportunity.Partner?.Value ?? "");
        Number(opportunity.RanksEveryone ? 1 : 0);
        var order = opportunity.Priorities.ToList();
        Places(order, entry => entry.Place, entry => entry.Student.Value, orderCounts);
        double[] scores = [.. order.Where(entry => entry.Score is not null).Select(entry => entry.Score!.Value).Distinct()];
        Number(scores.Length);
        foreach (var score in scores)
        {
            Number(BitConverter.DoubleToInt64Bits(score + 0.0)); // minus zero is zero
        }

        Number(opportunity.Reserves.Length);
        foreach (var reserve in opportunity.Reserves)
        {
            Name(reserve.Group.Value);
            Number(reserve.Seats);
            Number(reserve.IsHard ? 1 : 0);
        }

        Number(opportunity.Slots.Length);
        foreach (var slot in opportunity.Slots)
        {
            Name(slot.Group?.Value ?? "");
            Number(slot.Seats);
            Number((int)slot.Access);
            Number(slot.Transfers ? 1 : 0);
        }
    }

    private void Places<T>(IEnumerable<T> entries, Func<T, int> place, Func<T, string> name, bool orderCounts)
    {
        foreach (var own in entries.GroupBy(place).OrderBy(own => own.Key))
        {
            Names(own.Select(name), orderCounts);
        }

        Number(0); // no place is empty, so this is the end
    }

    private void Pairs(IEnumerable<Assignment> pairs)
    {
        var distinct = pairs.Select(pair => (Student: pair.Student.Value, Opportunity: pair.Opportunity.Value)).Distinct()
            .OrderBy(pair => pair.Student, StringComparer.Ordinal).ThenBy(pair => pair.Opportunity, StringComparer.Ordinal).ToList();
        Number(distinct.Count);
        foreach (var (student, opportunity) in distinct)
        {
            Name(student);
            Name(opportunity);
        }
    }

    private void Names(IEnumerable<string> names, bool orderCounts = false)
    {
        string[] all = [.. names];
        if (!orderCounts)
        {
            Array.Sort(all, StringComparer.Ordinal);
        }

        Number(all.Length);
        foreach (var name in all)
        {
            Name(name);
        }
    }

    private void Name(string name)
    {
        // UTF-16 units, since an identifier need not be a text that UTF-8 can hold.
        Number(name.Length);
        _hash.AppendData(Encoding.Unicode.GetBytes(name));
    }

    private void Number(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer, number);
        _hash.AppendData(_buffer);
    }
}
