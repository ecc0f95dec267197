using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>The reasons of every mechanism and condition, restated from the words of the problem.</summary>
public sealed class TrueReasonTests
{
    private static readonly char[] NoLetters = [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(c => !char.IsAsciiLetterOrDigit(c))];

    [Fact]
    public void Every_reason_under_reserves_slots_and_caps_is_true()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < 600; draw++)
        {
            Check(CompiledProblem.Compile(SeatProblems.Draw(draw)), null, draw, seen);
        }

        Assert.Equal(
            ["cap-filled", "has-seat", "holds-better", "holds-equal", "kinds-filled", "no-seats", "not-acceptable", "seats-filled", "turn-came-late"],
            seen.Where(entry => entry.Value > 20).Select(entry => entry.Key["reason.".Length..]).Except(["traded-away"]).Order());
    }

    [Fact]
    public void Every_reason_of_every_mechanism_is_true()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < 300; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            Check(problem.Compile(), problem, draw, seen);
        }

        Assert.Equal(
            ["filled-earlier", "filled-in-round", "has-seat", "holds-better", "holds-equal", "no-seats", "not-acceptable", "seats-filled", "traded-away", "turn-came-late"],
            seen.Where(entry => entry.Value > 20).Select(entry => entry.Key["reason.".Length..]).Order());
    }

    private static void Check(CompiledProblem problem, SmallProblem? written, ulong draw, Dictionary<string, int> seen)
    {
        var stated = new StatedCaps(problem.Problem);
        foreach (var options in AllOptions.With(draw).Append(new() { Improve = true, Seed = new(draw) }))
        {
            // Rounds are restated from the short form of a problem alone, and a search takes many times a plain run.
            if ((written is null && options.Mechanism == Mechanism.ImmediateAcceptance)
                || (options.Mechanism == Mechanism.LargestStable && draw % 8 != 0)
                || Matcher.Match(problem, options) is not MatchOutcome.Solved { Result: var result })
            {
                continue;
            }

            var explainer = new Explainer(result);
            var rounds = options.Mechanism == Mechanism.ImmediateAcceptance && written is not null ? new Rounds(written, options) : null;
            foreach (var student in problem.Problem.Students)
            {
                foreach (var (opportunity, _) in student.Choices)
                {
                    var reason = explainer.ReasonFor(student.Id, opportunity);
                    seen[reason.Code] = seen.GetValueOrDefault(reason.Code) + 1;
                    problem.Problem.TryFind(opportunity, out var found);
                    Assert.True(IsTrue(new(result, stated, student, found), reason, rounds), $"{reason} for {student.Id}, draw {draw}, {options}");
                    Assert.DoesNotContain(reason.Sentence.Split(NoLetters), word => word != student.Id.Value && problem.Problem.TryFind(StudentId.From(word.Length == 0 ? "-" : word), out _));
                }
            }
        }
    }

    private static bool IsTrue(Question asked, Reason reason, Rounds? rounds) => reason switch
    {
        Reason.HasSeat => asked.Held == asked.Opportunity.Id,
        Reason.HoldsBetter better => asked.Held == better.Held && asked.HeldRank == better.HeldRank && better.HeldRank < asked.Rank,
        Reason.HoldsEqual equal => asked.Held == equal.Held && asked.HeldRank == equal.Rank && equal.Rank == asked.Rank,
        Reason.NotAcceptable => asked.Value(asked.Student.Id) is null,
        Reason.NoSeats => asked.Opportunity.Seats == 0,
        Reason.SeatsFilled filled => asked.IsFull && filled.Seats == asked.Opportunity.Seats
            && (filled.HigherPriority, filled.SamePriority) == asked.Above(asked.Seated) && filled.Cutoff.Place <= filled.Own.Place,
        Reason.KindsFilled kinds => kinds.Kinds.Sum(kind => kind.Seats) == asked.Opportunity.Seats
            && kinds.Kinds.Sum(kind => kind.Taken) == asked.Seated.Count
            && kinds.Kinds.All(kind => AreGone(asked, kind, kinds.Own)),
        Reason.CapFilled filled => asked.Seated.Count < asked.Opportunity.Seats
            && asked.Caps(filled.Cap) is { } cap && cap.Seats == filled.Seats && asked.Under(cap).Count == cap.Seats
            && (filled.HigherPriority, filled.SamePriority) == asked.Above(asked.Under(cap)) && filled.Cutoff.Place <= filled.Own.Place,
        Reason.TurnCameLate late => late.OwnTurn == asked.Turn(asked.Student.Id)
            && late.LastTurn < late.OwnTurn && late.Seats == asked.Opportunity.Seats
            && (late.Cap is null ? asked.IsFull && late.LastTurn == asked.Seated.Max(asked.Turn)
                : asked.Caps(late.Cap) is { } cap && asked.Under(cap).Count == cap.Seats && late.LastTurn == asked.Under(cap).Select(asked.Turn).DefaultIfEmpty(0).Max()),
        Reason.FilledEarlier early => asked.IsFull && early.LastRound < early.OwnRound
            && early.OwnRound == rounds!.Of(asked.Student.Id, asked.Opportunity.Id)
            && early.LastRound == asked.Seated.Max(student => rounds.Of(student, asked.Opportunity.Id)),
        Reason.FilledInRound filled => asked.IsFull
            && filled.Round == rounds!.Of(asked.Student.Id, asked.Opportunity.Id)
            && filled.Round == asked.Seated.Max(student => rounds.Of(student, asked.Opportunity.Id))
            && asked.Seated.Where(student => rounds.Of(student, asked.Opportunity.Id) == filled.Round).ToList() is var rivals
            && filled.SeatsLeft == rivals.Count && (filled.HigherPriority, filled.SamePriority) == asked.Above(rivals),
        Reason.TradedAway traded => asked.IsFull && traded.Seats == asked.Opportunity.Seats && traded.LastStep >= 1 && traded.LastStep <= traded.OwnStep,

        // Every result was verified, so that nothing blocks one of a stable mechanism; and nothing else has this reason either.
        _ => false,
    };

    // Those who may not take a kind are no members; those who may find all of it with others who stand no lower.
    private static bool AreGone(Question asked, SeatKindFilled kind, Standing own)
    {
        var isMember = kind.Group is null || asked.Student.Groups.Contains(kind.Group.Value);
        return kind.MayTake
            ? kind.Taken == kind.Seats && (kind.Cutoff is not { } cutoff || cutoff.Place <= own.Place)
            : !isMember;
    }

    /// <summary>A student, an opportunity, and a result, in the words of the problem.</summary>
    private sealed record Question(MatchResult Result, StatedCaps Stated, ProblemStudent Student, ProblemOpportunity Opportunity)
    {
        public OpportunityId? Held => Result.Matching.Of(Student.Id);

        public int? HeldRank => Held is { } held ? Student.RankOf(held) : null;

        public int? Rank => Student.RankOf(Opportunity.Id);

        public List<StudentId> Seated => [.. Result.Matching.At(Opportunity.Id)];

        public bool IsFull => Seated.Count == Opportunity.Seats;

        public double? Value(StudentId student) => Stated.Value(Opportunity.Index, student);

        public StatedCap? Caps(string name) => Stated.All.FirstOrDefault(cap => cap.Name == name && cap.Counts.Contains(Opportunity.Index));

        public List<StudentId> Under(StatedCap cap) =>
            [.. Result.Matching.Assignments.Where(seat => cap.Counts.Contains(Index(seat.Opportunity))).Select(seat => seat.Student)];

        /// <summary>How many of those who got in have higher priority where they are than the student here, and how many the same; none has lower.</summary>
        public (int Higher, int Same) Above(IReadOnlyCollection<StudentId> others)
        {
            var own = Value(Student.Id);
            var values = others.Select(other => Stated.Value(Index(Result.Matching.Of(other)!.Value), other)).ToList();
            return values.Exists(value => value < own) ? (-1, -1) : (values.Count(value => value > own), values.Count(value => value == own));
        }

        // Turns go by the one lottery that every student has, also where others break ties.
        public int Turn(StudentId student)
        {
            var ids = Result.Problem.Problem.Students.Select(other => other.Id);
            var order = Result.Options.Ties == TieBreaking.InputOrder ? ids : ids.OrderByDescending(id => Result.Options.Seed.Split(id.Value).Draw());
            return order.ToList().IndexOf(student) + 1;
        }

        private int Index(OpportunityId id) => Result.Problem.Problem.TryFind(id, out var found) ? found.Index : -1;
    }

    /// <summary>In which round students ask for what, when first choices are served before second ones.</summary>
    private sealed class Rounds(SmallProblem problem, MatchOptions options)
    {
        private readonly BruteForce _definition = new(problem);
        private readonly SmallProblem _strict = TieBroken.Of(problem, options);

        public int Of(StudentId student, OpportunityId opportunity)
        {
            var s = Array.FindIndex(problem.Students, other => other.Id == student.Value);
            var possible = _strict.Students[s].Places.Select(place => place[0])
                .Where(id => _definition.IsAcceptable(s, Array.FindIndex(problem.Opportunities, other => other.Id == id)));
            return possible.ToList().IndexOf(opportunity.Value) + 1;
        }
    }
}
