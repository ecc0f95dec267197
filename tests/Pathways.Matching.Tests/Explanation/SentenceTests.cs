using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

public sealed class SentenceTests
{
    private static readonly char[] NoLetters = [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(c => !char.IsAsciiLetter(c))];

    [Fact]
    public void Sentences_are_whole_and_name_no_other_student()
    {
        var words = 0;
        for (var draw = 0ul; draw < 500; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            foreach (var options in AllOptions.With(draw))
            {
                var explainer = new Explainer(problem.Match(options), (_, _) => [new("age", "The student is 15 and must be 16.")]);
                foreach (var student in problem.Students)
                {
                    var explanation = explainer.Explain(StudentId.From(student.Id));
                    string[] sentences =
                    [
                        explanation.Sentence,
                        .. explanation.Choices.Select(choice => choice.Reason.Sentence),
                        .. explanation.Choices.SelectMany(choice => choice.WhatIfs).Select(whatIf => whatIf.Sentence),
                        .. problem.Opportunities.Select(o => explainer.Explain(StudentId.From(student.Id), OpportunityId.From(o.Id)).Reason.Sentence),
                    ];
                    var printed = explanation.Choices.SelectMany(choice => choice.WhatIfs.Select(whatIf => whatIf.ToString()).Append(choice.Reason.ToString()));
                    var others = problem.Students.Select(other => other.Id).Where(id => id != student.Id).ToHashSet();

                    Assert.All(sentences, IsWhole);
                    Assert.DoesNotContain(sentences.Concat(printed).SelectMany(text => text.Split(NoLetters)), others.Contains);
                    words += sentences.Length;
                }
            }
        }

        Assert.True(words > 10_000);
    }

    [Fact]
    public void Sentences_of_unstable_matchings_are_whole()
    {
        var problem = SmallProblem.Of(
            [new("ana", [["lab"], ["farm"]]), new("ben", [["lab"]])], [new("lab", 1, [["ana"], ["ben"]]), new("farm", 2)]);
        var compiled = problem.Compile();
        var seats = ProblemMatching.From(compiled.Problem, [new(StudentId.From("ben"), OpportunityId.From("lab"))]).Matching;
        var explainer = new Explainer(compiled, seats);

        var (lab, farm) = (explainer.Explain(StudentId.From("ana")).Choices[0].Reason, explainer.Explain(StudentId.From("ana")).Choices[1].Reason);

        Assert.Equal(0, Assert.IsType<Reason.Blocks>(lab).FreeSeats);
        Assert.Equal(2, Assert.IsType<Reason.Blocks>(farm).FreeSeats);
        IsWhole(lab.Sentence);
        IsWhole(farm.Sentence);
    }

    [Fact]
    public void Whose_cap_it_is_fits_into_a_sentence_and_at_its_start()
    {
        var lab = OpportunityId.From("lab");
        const string Cap = "cap north (region)";

        Assert.Equal("Had cap north (region) one more seat, it would have been open.", new WhatIf.MoreUnderCap(Cap, 1).Sentence);
        Assert.All(
            [
                new Reason.CapFilled(lab, Cap, 0, 0, 0, default, default).Sentence, new Reason.CapFilled(lab, Cap, 1, 1, 0, default, default).Sentence,
                new Reason.TurnCameLate(lab, 1, 2, 1, Cap).Sentence, new EmptySeats.CapFull(lab, Cap, 1, 1).Sentence,
            ],
            sentence => Assert.StartsWith("Cap north (region), to which lab belongs, ", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_about_nobody_or_nothing_is_a_mistake_of_the_caller()
    {
        var explainer = new Explainer(SmallProblem.Of([new("ana", [])], [new("lab", 1)]).Match(new()));

        Assert.Throws<ArgumentException>(() => explainer.Explain(StudentId.From("zoe")));
        Assert.Throws<ArgumentException>(() => explainer.Explain(StudentId.From("ana"), OpportunityId.From("moon")));
    }

    // The numbers a student is shown: unique, from 1, and in the order in which ties were broken.
    [Theory]
    [InlineData(TieBreaking.Lottery)]
    [InlineData(TieBreaking.LotteryPerOpportunity)]
    [InlineData(TieBreaking.InputOrder)]
    [InlineData(TieBreaking.Hybrid)]
    public void Lottery_numbers_are_unique_and_say_who_got_the_seats(TieBreaking ties)
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(s => $"s{s}")];
        var problem = SmallProblem.Of([.. names.Select(name => new SmallStudent(name, [["lab"]]))], [new("lab", 7)]);
        var explainer = new Explainer(problem.Match(new() { Ties = ties, Seed = new(5) }));

        var filled = names.Select(name => explainer.Explain(StudentId.From(name), OpportunityId.From("lab")).Reason).OfType<Reason.SeatsFilled>().ToList();

        Assert.Equal(Enumerable.Range(8, 33).Cast<int?>(), filled.Select(reason => reason.Own.Lottery).Order());
        Assert.All(filled, reason => Assert.Equal(7, reason.Cutoff.Lottery));
    }

    private static void IsWhole(string sentence)
    {
        Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.False(sentence.Contains("..", StringComparison.Ordinal) || sentence.Contains(" .", StringComparison.Ordinal));
    }
}
