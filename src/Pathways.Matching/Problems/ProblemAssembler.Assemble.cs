using System.Runtime.InteropServices;

namespace Pathways.Matching.Problems;

/// <content>Putting it together.</content>
internal sealed partial class ProblemAssembler
{
    /// <summary>The problem. Faults that only the whole shows are added; the problem is null when there is any fault.</summary>
    public MatchingProblem? Assemble()
    {
        CheckPartnerOrders();
        if (Faults.Any || AnyUndefined)
        {
            return null;
        }

        var studentAt = _students.Positions();
        var opportunityAt = _opportunities.Positions();
        if (!_anyPartner)
        {
            DefineMentionedPartners();
        }

        var partnerAt = _partners.Positions();
        Renumber(_preference, opportunityAt);
        Renumber(_priority, studentAt);
        Renumber(_partnerOf, partnerAt);
        SortByScore();

        var (studentIndex, students) = _students.Settle();
        var (opportunityIndex, opportunities) = _opportunities.Settle();
        return new MatchingProblem(new()
        {
            Students = Array.ConvertAll(students, StudentId.From),
            PreferenceStart = [0, .. _preferenceEnd],
            Preference = [.. _preference],
            PreferenceTied = _preferenceTied,
            Groups = _groups,
            Opportunities = Array.ConvertAll(opportunities, OpportunityId.From),
            Seats = [.. _seats],
            Minimum = [.. _minimum],
            PartnerOf = [.. _partnerOf],
            RanksEveryone = [.. _ranksEveryone],
            PriorityStart = [0, .. _priorityEnd],
            PriorityStudent = [.. _priority],
            PriorityTied = _priorityTied,
            PriorityScore = _anyScore ? [.. _score] : null,
            Reserves = _reserves,
            Slots = _slots,
            Partners = [.. _partnerRows.Select(AsPartner)],
            Caps = [.. _capRows.Select(AsCap)],
            CapOpportunities = [.. _capRows.Select(row => Array.ConvertAll(row.Opportunities, number => opportunityAt[number]))],
            StudentIndex = studentIndex,
            OpportunityIndex = opportunityIndex,
        });

        ProblemPartner AsPartner((int? Seats, List<List<int>>? Places) row, int position) => new()
        {
            Id = PartnerId.From(_partners.Text(_partners.Defined[position])),
            Seats = row.Seats,
            Priorities = row.Places is null
                ? null
                : RankedList<StudentId>.OfPlaces(row.Places.Select(place => place.Select(number => StudentId.From(_students.Text(number))))),
        };
    }

    private void CheckPartnerOrders()
    {
        var positions = _partners.Positions();
        for (var o = 0; o < _partnerOf.Count; o++)
        {
            if (_partnerOf[o] < 0 || positions[_partnerOf[o]] is not (>= 0 and var partner) || partner >= _partnerRows.Count)
            {
                continue;
            }

            var (seats, places) = _partnerRows[partner];
            var name = Shown(_partners.Text(_partnerOf[o]));
            if (places is not null && !_ranksEveryone[o])
            {
                Faults.Add(_opportunityAt[o], "problem.opportunities.priorities.partner-ranks",
                    $"opportunities[{o}] ranks students although its partner \"{name}\" ranks them for all its opportunities. Keep one of the two.");
            }
            else if (places is null && seats is not null && (_ranksEveryone[o] || !HasScoresAt(o)))
            {
                Faults.Add(_opportunityAt[o], "problem.opportunities.scores.missing",
                    $"opportunities[{o}] needs \"scores\": its partner \"{name}\" has a cap and no order, so students are compared across its opportunities by score.");
            }
        }
    }

    // An opportunity with an empty scores object has no entry to tell; it accepts nobody either way.
    private bool HasScoresAt(int opportunity)
    {
        var start = opportunity == 0 ? 0 : _priorityEnd[opportunity - 1];
        return start == _priorityEnd[opportunity] || (_anyScore && !double.IsNaN(_score[start]));
    }

    private void DefineMentionedPartners()
    {
        for (var number = 0; number < _partners.Count; number++)
        {
            _partners.Define(_partners.Text(number));
            _partnerRows.Add((null, null));
        }
    }

    private void SortByScore()
    {
        if (!_anyScore)
        {
            return;
        }

        var students = CollectionsMarshal.AsSpan(_priority);
        var scores = CollectionsMarshal.AsSpan(_score);
        for (var o = 0; o < _priorityEnd.Count; o++)
        {
            var range = (o == 0 ? 0 : _priorityEnd[o - 1]).._priorityEnd[o];
            var own = scores[range];
            var listed = students[range];
            if (own.IsEmpty || double.IsNaN(own[0]))
            {
                continue;
            }

            // Equal scores keep the order of students, so that the order within the file never matters.
            own.Sort(listed, static (a, b) => b.CompareTo(a));
            for (var first = 0; first < own.Length;)
            {
                var end = first + 1;
                while (end < own.Length && own[end] == own[first])
                {
                    _priorityTied.Set(range.Start.Value + end);
                    end++;
                }

                listed[first..end].Sort();
                first = end;
            }
        }
    }

    private static void Renumber(List<int> numbers, int[] positions)
    {
        foreach (ref var number in CollectionsMarshal.AsSpan(numbers))
        {
            number = number < 0 ? number : positions[number];
        }
    }
}
