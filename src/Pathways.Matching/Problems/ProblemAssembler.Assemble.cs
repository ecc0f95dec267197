namespace Pathways.Matching.Problems;

/// <content>Putting it together.</content>
internal sealed partial class ProblemAssembler
{
    /// <summary>
    /// The problem as it is now; more may follow, and be put together once more. Faults that only the whole shows are added;
    /// the problem is null when there is any fault.
    /// </summary>
    public MatchingProblem? Assemble()
    {
        CheckPartnerOrders();
        if (Faults.Any || AnyUndefined)
        {
            return null;
        }

        var studentAt = _students.Positions();
        var opportunityAt = _opportunities.Positions();

        // Where no partner is declared, every name of one is as good as declared.
        int[] partners = _anyPartner ? [.. _partners.Defined] : [.. Enumerable.Range(0, _partners.Count)];
        var partnerAt = _anyPartner ? _partners.Positions() : partners;
        var (priority, score) = (Renumbered(_priority.ToArray(), studentAt), _anyScore ? _score.ToArray() : null);
        var priorityTied = _priorityTied.Copy();
        SortByScore(priority, score, priorityTied);

        var (studentIndex, students) = _students.Settle(studentAt, StudentId.From);
        var (opportunityIndex, opportunities) = _opportunities.Settle(opportunityAt, OpportunityId.From);
        return new MatchingProblem(new()
        {
            Students = students,
            PreferenceStart = [0, .. _preferenceEnd.ToArray()],
            Preference = Renumbered(_preference.ToArray(), opportunityAt),
            PreferenceTied = _preferenceTied.Copy(),
            Groups = new Dictionary<int, ImmutableArray<PriorityGroupId>>(_groups),
            Opportunities = opportunities,
            Seats = [.. _seats],
            Minimum = [.. _minimum],
            PartnerOf = Renumbered([.. _partnerOf], partnerAt),
            RanksEveryone = [.. _ranksEveryone],
            PriorityStart = [0, .. _priorityEnd],
            PriorityStudent = priority,
            PriorityTied = priorityTied,
            PriorityScore = score,
            Reserves = new Dictionary<int, ImmutableArray<Reserve>>(_reserves),
            Slots = new Dictionary<int, ImmutableArray<Slot>>(_slots),
            Partners = [.. partners.Select((number, position) => AsPartner(number, _anyPartner ? _partnerRows[position] : default))],
            Caps = [.. _capRows.Select(AsCap)],
            CapOpportunities = [.. _capRows.Select(row => Array.ConvertAll(row.Opportunities, number => opportunityAt[number]))],
            StudentIndex = studentIndex,
            OpportunityIndex = opportunityIndex,
        });

        ProblemPartner AsPartner(int number, (int? Seats, List<List<int>>? Places) row) => new()
        {
            Id = PartnerId.From(_partners.Text(number)),
            Seats = row.Seats,
            Priorities = row.Places is null
                ? null
                : RankedList<StudentId>.OfPlaces(row.Places.Select(place => place.Select(student => StudentId.From(_students.Text(student))))),
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

    private void SortByScore(int[] students, double[]? scores, TieFlags tied)
    {
        for (var o = 0; scores is not null && o < _priorityEnd.Count; o++)
        {
            var range = (o == 0 ? 0 : _priorityEnd[o - 1]).._priorityEnd[o];
            var own = scores.AsSpan(range);
            var listed = students.AsSpan(range);
            if (own.IsEmpty || double.IsNaN(own[0]))
            {
                continue;
            }

            if (!IsDescending(own))
            {
                own.Sort(listed, static (a, b) => b.CompareTo(a));
            }

            // Equal scores keep the order of students, so that the order within the file never matters.
            for (var first = 0; first < own.Length;)
            {
                var end = first + 1;
                while (end < own.Length && own[end] == own[first])
                {
                    tied.Set(range.Start.Value + end);
                    end++;
                }

                if (end - first > 1)
                {
                    listed[first..end].Sort();
                }

                first = end;
            }
        }
    }

    // As files are that this library wrote.
    private static bool IsDescending(ReadOnlySpan<double> scores)
    {
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i - 1] < scores[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Renumbered(int[] numbers, int[] positions)
    {
        foreach (ref var number in numbers.AsSpan())
        {
            number = number < 0 ? number : positions[number];
        }

        return numbers;
    }
}
