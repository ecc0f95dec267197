using Pathways.Matching.Tests.Files;

namespace Pathways.Matching.Tests.Problems;

public sealed class ProblemViewTests
{
    [Fact]
    public void Ranks_count_every_choice_before_a_tie()
    {
        for (var number = 0; number < 200; number++)
        {
            foreach (var student in AnyProblem.Random(Seed.From(number)).Students)
            {
                var choices = student.Choices.ToList();
                Assert.Equal(student.ChoiceCount, choices.Count);
                for (var i = 0; i < choices.Count; i++)
                {
                    Assert.Equal(choices[i].Rank, student.RankOf(choices[i].Opportunity));
                    Assert.True(choices[i].Rank == i + 1 || choices[i].Rank == choices[i - 1].Rank);
                }
            }
        }
    }

    [Fact]
    public void Places_count_everybody_before_a_tie_and_scores_fall_with_them()
    {
        for (var number = 0; number < 200; number++)
        {
            foreach (var opportunity in AnyProblem.Random(Seed.From(number)).Opportunities)
            {
                var all = opportunity.Priorities.ToList();
                Assert.True(!opportunity.RanksEveryone || all.Count == 0);
                for (var i = 0; i < all.Count; i++)
                {
                    Assert.True(all[i].Place == i + 1 || all[i].Place == all[i - 1].Place);
                    Assert.True(all[i].Score is not { } score || i == 0 || (all[i - 1].Score == score) == (all[i - 1].Place == all[i].Place));
                    Assert.True(i == 0 || !(all[i].Score > all[i - 1].Score));
                }
            }
        }
    }

    [Fact]
    public void What_is_not_listed_has_no_rank()
    {
        var problem = new MatchingProblemBuilder().AddStudent("a", "x").AddOpportunity("x", 1).AddOpportunity("y", 1).Build();
        Assert.Equal(1, problem.Student(0).RankOf(OpportunityId.From("x")));
        Assert.Null(problem.Student(0).RankOf(OpportunityId.From("y")));
        Assert.Null(problem.Student(0).RankOf(OpportunityId.From("nowhere")));
    }

    [Fact]
    public void Things_are_found_by_name_and_by_position()
    {
        var problem = new MatchingProblemBuilder().AddStudent("a").AddStudent("b").AddOpportunity("x", 3).Build();
        Assert.True(problem.TryFind(StudentId.From("b"), out var student));
        Assert.Equal((1, "b"), (student.Index, student.Id.Value));
        Assert.True(problem.TryFind(OpportunityId.From("x"), out var opportunity));
        Assert.Equal(3, opportunity.Seats);
        Assert.False(problem.TryFind(StudentId.From("x"), out _));
        Assert.False(problem.TryFind(OpportunityId.From("a"), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Student(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Opportunity(-1));
    }

    [Fact]
    public void Groups_are_said_once_each_in_the_order_they_were_given()
    {
        var groups = ImmutableArray.Create(PriorityGroupId.From("b"), PriorityGroupId.From("a"), PriorityGroupId.From("b"));
        var problem = new MatchingProblemBuilder().AddStudent("x").AddStudent(StudentId.From("y"), RankedList<OpportunityId>.Empty, groups).Build();
        Assert.Empty(problem.Student(0).Groups);
        Assert.Equal("b a", string.Join(' ', problem.Student(1).Groups));
    }
}
