using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Papers;

/// <summary>
/// D. J. Abraham, R. W. Irving and D. F. Manlove, "Two algorithms for the Student-Project Allocation problem", Journal of Discrete
/// Algorithms 5 (2007) 73-90: seven students, eight projects of three lecturers.
/// </summary>
public sealed class AbrahamIrvingManlove2007Tests
{
    private static readonly int[][] Lists = [[1, 7], [1, 2, 3, 4, 5, 6], [2, 1, 4], [2], [1, 2, 3, 4], [2, 3, 4, 5, 6], [5, 3, 8]];
    private static readonly int[][] Lecturers = [[7, 4, 1, 3, 2, 5, 6], [3, 2, 6, 7, 5], [1, 7]];
    private static readonly int[] LecturerOf = [0, 0, 0, 1, 1, 1, 2, 2];

    // Students and projects count from 1 in the paper.
    private static readonly CappedMarket Instance = new(
        [.. Lists.Select(list => list.Select(project => project - 1).ToArray())],
        [.. Enumerable.Range(1, 7).Select(student => LecturerOf.Select(lecturer => 7 - Array.IndexOf(Lecturers[lecturer], student)).ToArray())],
        [2, 1, 1, 1, 1, 1, 1, 1],
        [.. LecturerOf.Select(lecturer => 8 + lecturer), Market.None, Market.None, Market.None],
        [3, 2, 2],
        [6, 5, 4, 3, 2, 1, 0]);

    private static readonly int[] Answer = [0, 4, 3, 1, Market.None, Market.None, 2];

    [Fact]
    public void Five_students_get_projects() => Assert.Equal(Answer, Instance.ApplicantsPropose());

    [Fact]
    public void No_other_matching_is_stable() => Assert.Equal([Answer], Instance.Matchings().Where(Instance.IsStable));

    [Fact]
    public void Lecturers_find_the_same() => Assert.Equal(Answer, Instance.PartnersPropose());
}
