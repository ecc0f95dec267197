using Pathways.Matching.Problems;

namespace Pathways.Matching;

/// <summary>A student in a matching problem: a light view, made on demand.</summary>
public readonly struct ProblemStudent
{
    private readonly ProblemColumns _columns;

    internal ProblemStudent(ProblemColumns columns, int index) => (_columns, Index) = (columns, index);

    /// <summary>The position in the problem, from 0.</summary>
    public int Index { get; }

    /// <summary>Which student.</summary>
    public StudentId Id => _columns.Students[Index];

    /// <summary>How many opportunities the student lists.</summary>
    public int ChoiceCount => _columns.PreferencesOf(Index).Length;

    /// <summary>The policy groups the student belongs to.</summary>
    public ImmutableArray<PriorityGroupId> Groups => _columns.Groups.TryGetValue(Index, out var groups) ? groups : [];

    /// <summary>What the student lists, best first, with ranks from 1; tied opportunities share a rank (1, 2, 2, 4).</summary>
    public IEnumerable<(OpportunityId Opportunity, int Rank)> Choices
    {
        get
        {
            var start = _columns.PreferenceStart[Index];
            var rank = 0;
            for (var entry = start; entry < _columns.PreferenceStart[Index + 1]; entry++)
            {
                rank = _columns.PreferenceTied[entry] ? rank : entry - start + 1;
                yield return (_columns.Opportunities[_columns.Preference[entry]], rank);
            }
        }
    }

    /// <summary>The place an opportunity has in the student's list, from 1; <see langword="null"/> when it is not listed.</summary>
    /// <param name="opportunity">Which opportunity.</param>
    public int? RankOf(OpportunityId opportunity) =>
        _columns.OpportunityIndex.TryGetValue(opportunity.Value, out var index) && _columns.RankIn(Index, index) is > 0 and var rank
            ? rank
            : null;
}
