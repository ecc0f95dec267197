using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>What opportunities are told, restated from the words of the problem.</summary>
public sealed class OpportunityExplanationTests
{
    [Fact]
    public void Everything_opportunities_are_told_is_true()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < 400; draw++)
        {
            var problem = CompiledProblem.Compile(draw % 2 == 0 ? SeatProblems.Draw(draw) : SmallProblems.Draw(draw).Build());
            foreach (var options in AllOptions.With(draw))
            {
                // A search takes many times a plain run.
                if ((options.Mechanism == Mechanism.LargestStable && draw % 8 > 1)
                    || Matcher.Match(problem, options) is not MatchOutcome.Solved { Result: var result })
                {
                    continue;
                }

                var explainer = new Explainer(result);
                var quick = OpportunityExplanation.Of(result).ToList();
                Assert.Equal(problem.Problem.OpportunityCount, quick.Count);
                foreach (var opportunity in problem.Problem.Opportunities)
                {
                    var view = explainer.Explain(opportunity.Id);
                    Check(result, explainer, opportunity, view, $"draw {draw}, {options.Mechanism}, {options.Ties.Name()}, {opportunity.Id}");
                    Assert.Equal(Written(view), Written(quick[opportunity.Index]));
                    foreach (var code in view.EmptySeats.Select(reason => reason.Code))
                    {
                        seen[code] = seen.GetValueOrDefault(code) + 1;
                    }
                }
            }
        }

        Assert.Equal(["all-seated", "cap-full", "elsewhere", "kept-for-group", "nobody-lists"], seen.Keys.Select(code => code["empty-seats.".Length..]).Order());
        Assert.All(seen.Values, times => Assert.True(times > 20));
    }

    [Fact]
    public void Empty_seats_that_somebody_could_have_are_called_what_they_are()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"]]), new("ben", [["lab"], ["farm"]])], [new("lab", 2), new("farm", 1)]).Compile();
        var matching = ProblemMatching.From(problem.Problem, [new(StudentId.From("ben"), OpportunityId.From("lab"))]).Matching;

        var view = new Explainer(problem, matching).Explain(OpportunityId.From("lab"));

        Assert.Equal(new EmptySeats.Unstable(OpportunityId.From("lab"), 1), Assert.Single(view.EmptySeats));
        Assert.Equal(new(StudentId.From("ana"), 1, 1, new Standing(1, null, null)), Assert.Single(view.Waitlist));
        Assert.Equal("1 of 2 seats at lab is taken. 1 student would rather be there than where they are.", view.Sentence);
        Assert.Equal("Nothing stands in the way: 1 student would rather be at lab. This matching is not stable.", view.EmptySeats[0].Sentence);
    }

    [Fact]
    public void A_question_about_nothing_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(
        () => new Explainer(SmallProblem.Of([], [new("lab", 1)]).Match(new())).Explain(OpportunityId.From("moon")));

    private static void Check(MatchResult result, Explainer explainer, ProblemOpportunity opportunity, OpportunityExplanation view, string place)
    {
        var (problem, stated, id) = (result.Problem.Problem, new StatedCaps(result.Problem.Problem), opportunity.Id);
        var students = problem.Students.ToList();
        var listing = students.Where(student => Rank(student, id) is not null).ToList();
        var waiting = listing.Where(student => stated.Value(opportunity.Index, student.Id) is not null
            && (result.Matching.Of(student.Id) is not { } held || Rank(student, held) > Rank(student, id))).ToList();
        var seated = result.Matching.At(id).ToList();

        Assert.Equal((id, opportunity.Seats, seated.Count), (view.Opportunity, view.Seats, view.Filled));
        Assert.Equal(waiting.Select(student => student.Id.Value).Order(), view.Waitlist.Select(entry => entry.Student.Value).Order());
        Assert.Equal(Enumerable.Range(1, waiting.Count), view.Waitlist.Select(entry => entry.Place));
        Assert.All(view.Waitlist, entry => Assert.Equal(Rank(students.Single(student => student.Id == entry.Student), id), entry.Rank));
        Assert.All(view.Waitlist, entry => Assert.Equal(Above(entry.Student), entry.Standing.Place));
        Assert.Equal(
            view.Waitlist.OrderBy(entry => entry.Standing.Place).ThenBy(entry => entry.Standing.Lottery ?? 0).Select(entry => entry.Student),
            view.Waitlist.Select(entry => entry.Student));

        // The last who got in, and nobody on the waitlist before them where seats go by priority.
        Assert.Equal(seated.Count >= opportunity.Seats && seated.Count > 0 && view.Kinds.IsEmpty && result.Options.Mechanism.IsStable, view.Cutoff is not null);
        if (view.Cutoff is { } cutoff)
        {
            Assert.Equal(seated.Max(Above), cutoff.Place);
            if (result.Options.Mechanism.IsStable && view.Kinds.IsEmpty)
            {
                Assert.All(view.Waitlist, entry => Assert.True((cutoff.Place, cutoff.Lottery ?? 0).CompareTo((entry.Standing.Place, entry.Standing.Lottery ?? 0)) <= 0, place));
            }
        }

        Assert.Equal(opportunity.Reserves.IsEmpty && opportunity.Slots.IsEmpty, view.Kinds.IsEmpty);
        Assert.True(view.Kinds.IsEmpty || (view.Kinds.Sum(kind => kind.Seats), view.Kinds.Sum(kind => kind.Taken)) == (opportunity.Seats, seated.Count), place);
        Assert.All(view.Kinds, kind => Assert.Equal(kind.Taken == kind.Seats && kind.Seats > 0, kind.Cutoff is not null));

        Assert.Equal(seated.Count >= opportunity.Seats, view.EmptySeats.IsEmpty);
        foreach (var reason in view.EmptySeats)
        {
            Assert.True(IsTrue(reason), $"{reason} at {place}");
        }

        foreach (var sentence in view.EmptySeats.Select(reason => reason.Sentence).Concat(view.Kinds.Select(kind => kind.Sentence)).Append(view.Sentence))
        {
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain(sentence.Split(' ', '.', ',', ';'), word => students.Any(student => student.Id.Value == word));
        }

        int Above(StudentId student) =>
            1 + listing.Count(other => stated.Value(opportunity.Index, other.Id) > stated.Value(opportunity.Index, student));

        bool IsTrue(EmptySeats reason) => reason switch
        {
            EmptySeats.NobodyLists => listing.Count == 0,
            EmptySeats.AllSeated(_, var listed) => listed == listing.Count && listing.TrueForAll(student => seated.Contains(student.Id)),
            EmptySeats.Elsewhere(_, var better, var not) =>
                not == listing.Count(student => stated.Value(opportunity.Index, student.Id) is null)
                && better == listing.Count(student => stated.Value(opportunity.Index, student.Id) is not null
                    && result.Matching.Of(student.Id) is { } held && held != id && Rank(student, held) <= Rank(student, id)),
            EmptySeats.CapFull full => full.Students == waiting.Count
                && stated.All.Any(cap => cap.Name == full.Cap && cap.Seats == full.Seats && cap.Counts.Contains(opportunity.Index) && Taken(cap) == cap.Seats),
            EmptySeats.KeptForGroup kept => kept.Students == waiting.Count
                && waiting.TrueForAll(student => !student.Groups.Contains(kept.Group))
                && kept.Seats <= opportunity.Seats - seated.Count
                && (opportunity.Reserves.Any(reserve => reserve.Group == kept.Group && reserve.IsHard)
                    || opportunity.Slots.Any(slot => slot.Group == kept.Group && slot.Access == SlotAccess.MembersOnly && !slot.Transfers)),
            _ => false,
        };

        int Taken(StatedCap cap) => cap.Counts.Sum(o => result.Matching.At(problem.Opportunity(o).Id).Count());
    }

    private static int? Rank(ProblemStudent student, OpportunityId opportunity) =>
        student.Choices.Where(choice => choice.Opportunity == opportunity).Select(choice => (int?)choice.Rank).FirstOrDefault();

    private static string Written(OpportunityExplanation view) => string.Join("|", [
        $"{view.Sentence} {view.Cutoff}", .. view.Kinds.Select(kind => kind.Sentence), .. view.EmptySeats.Select(reason => reason.ToString()),
        .. view.Waitlist.Select(entry => entry.ToString())]);
}
