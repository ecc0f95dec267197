using Pathways.Matching.Explanation;
using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>Says why students have what they have, whoever made the matching.</summary>
/// <remarks>May be used by several threads. Building one costs a pass over the matching; each what-if costs a few runs of the mechanism.</remarks>
public sealed class Explainer
{
    private static readonly ImmutableArray<Refusal> NotRanked =
        [new("problem.not-ranked", "The opportunity does not rank the student.")];

    private readonly CompiledProblem _problem;
    private readonly ProblemMatching _matching;
    private readonly Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? _refusals;
    private readonly Standings _standings;
    private readonly IWhyNot _whyNot;
    private readonly Reruns? _reruns;
    private readonly OpportunityViews _views;

    /// <summary>An explainer of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="refusals">Every rule that keeps a student from an opportunity, such as <see cref="Cohorts.CohortProblem.Refusals"/>.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals.</param>
    public Explainer(
        MatchResult result, Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? refusals = null, CancellationToken cancellationToken = default)
        : this(Checked(result).Problem, result.Matching, result.Options, refusals, cancellationToken)
    {
    }

    /// <summary>An explainer of a matching that anybody may have made.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="matching">The matching, of the same problem.</param>
    /// <param name="options">How it was made; without it, or when it gives another matching, there are no what-ifs and no lottery numbers.</param>
    /// <param name="refusals">Every rule that keeps a student from an opportunity, such as <see cref="Cohorts.CohortProblem.Refusals"/>.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals.</param>
    /// <exception cref="ArgumentException">The matching is of another problem, or it is not settled what stability means for the problem.</exception>
    public Explainer(
        CompiledProblem problem, ProblemMatching matching, MatchOptions? options = null,
        Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? refusals = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(matching);
        if (matching.Problem != problem.Problem)
        {
            throw new ArgumentException("The matching is of another problem than the one it is explained by.", nameof(matching));
        }

        if (problem.Unsettled is { IsEmpty: false } unsettled)
        {
            throw new ArgumentException($"The problem cannot be explained: {string.Join(" ", unsettled)}", nameof(problem));
        }

        (_problem, _matching, _refusals) = (problem, matching, refusals);
        (var strict, WithoutWhatIfs) = Repeated(problem, matching, options, cancellationToken);
        var isReproduced = WithoutWhatIfs is null;
        _standings = new(problem, matching, isReproduced && Standings.DecidesByNumber(options!) ? options : null);
        _reruns = isReproduced ? new(problem, strict!, options!, refusals) : null;
        var order = isReproduced ? strict! : StrictMarket.Of(problem, new() { Ties = TieBreaking.InputOrder });
        _whyNot = isReproduced ? WhyNot(order, options!) : new PriorityReasons(problem, matching, _standings, order);
        _views = new(problem, matching, _standings, order, isReproduced ? options!.Mechanism : null);
    }

    /// <summary>What is explained.</summary>
    public ProblemMatching Matching => _matching;

    /// <summary>Whether the options given make this very matching, so that what-ifs and lottery numbers can be told.</summary>
    public bool IsReproduced => _reruns is not null;

    /// <summary>Why nothing can be tried; <see langword="null"/> when the options given make this very matching.</summary>
    public NoWhatIf? WithoutWhatIfs { get; }

    /// <summary>Why a student has, or has not, each choice of the own list.</summary>
    /// <param name="student">Who.</param>
    /// <param name="cancellationToken">Gives up between runs of the mechanism.</param>
    /// <exception cref="ArgumentException">The problem has no such student.</exception>
    public StudentExplanation Explain(StudentId student, CancellationToken cancellationToken = default)
    {
        var found = Find(student);
        var choices = found.Choices.Select(choice => Explain(student, choice.Opportunity, cancellationToken)).ToImmutableArray();
        var (longer, without) = _matching.OpportunityOf[found.Index] == Market.None && _reruns is not null ? _reruns.Longer(found.Index, cancellationToken) : ([], []);
        return new(student, _matching.Of(student), choices) { WhatIfs = longer, WithoutWhatIfs = without };
    }

    /// <summary>Why a student has, or has not, an opportunity.</summary>
    /// <param name="student">Who.</param>
    /// <param name="opportunity">What; listed or not.</param>
    /// <param name="cancellationToken">Gives up between runs of the mechanism.</param>
    /// <exception cref="ArgumentException">The problem has no such student or opportunity.</exception>
    public ChoiceExplanation Explain(StudentId student, OpportunityId opportunity, CancellationToken cancellationToken = default)
    {
        var (s, o) = (Find(student).Index, Find(opportunity).Index);
        var reason = Why(s, o);
        if (_reruns is null)
        {
            return new(student, opportunity, RankIn(s, o), reason, []) { WithoutWhatIfs = reason.IsForOthers ? [WithoutWhatIfs!] : [] };
        }

        var (found, failed) = _reruns.For(s, o, reason, _standings, cancellationToken);
        return new(student, opportunity, RankIn(s, o), reason, found) { WithoutWhatIfs = failed };
    }

    /// <summary>Why a student has, or has not, an opportunity, without trying what would have changed it.</summary>
    /// <param name="student">Who.</param>
    /// <param name="opportunity">What; listed or not.</param>
    /// <exception cref="ArgumentException">The problem has no such student or opportunity.</exception>
    public Reason ReasonFor(StudentId student, OpportunityId opportunity) => Why(Find(student).Index, Find(opportunity).Index);

    /// <summary>What became of an opportunity: who got its seats by what standing, why some are empty, and who would rather be there.</summary>
    /// <param name="opportunity">What.</param>
    /// <exception cref="ArgumentException">The problem has no such opportunity.</exception>
    public OpportunityExplanation Explain(OpportunityId opportunity) => _views.Of(Find(opportunity).Index);

    private Reason Why(int s, int o)
    {
        var columns = _problem.Problem.Columns;
        var (rank, edge) = (RankIn(s, o), _problem.Market.EdgeTo(s, o));
        var (student, opportunity, held) = (columns.Students[s], columns.Opportunities[o], _matching.OpportunityOf[s]);
        if (held == o)
        {
            return new Reason.HasSeat(opportunity, rank);
        }

        if (rank is null)
        {
            return new Reason.NotListed(opportunity, _refusals?.Invoke(student, opportunity) ?? []);
        }

        if (edge == Market.None)
        {
            return new Reason.NotAcceptable(
                opportunity, _refusals?.Invoke(student, opportunity) is { IsEmpty: false } refusals ? refusals : NotRanked);
        }

        // A seat that the opportunity may not give is none: the student would rather have any that is acceptable.
        var heldRank = held == Market.None || _problem.Market.EdgeTo(s, held) == Market.None ? 0 : columns.RankIn(s, held);
        if (heldRank > 0 && heldRank < rank)
        {
            return new Reason.HoldsBetter(opportunity, columns.Opportunities[held], heldRank);
        }

        if (heldRank == rank)
        {
            return new Reason.HoldsEqual(opportunity, columns.Opportunities[held], heldRank);
        }

        return columns.Seats[o] == 0 ? new Reason.NoSeats(opportunity) : _whyNot.Of(s, o, edge);
    }

    /// <summary>The market in which the matching comes out again, or why it does not.</summary>
    private static (StrictMarket? Market, NoWhatIf? Why) Repeated(
        CompiledProblem problem, ProblemMatching matching, MatchOptions? options, CancellationToken cancellationToken)
    {
        if (options is null)
        {
            return (null, new NoWhatIf.UnknownOrigin());
        }

        if (MatchRefusals.Of(problem, options) is { IsEmpty: false } refusals)
        {
            return (null, new NoWhatIf.Refused(refusals));
        }

        var strict = StrictMarket.Of(problem, options);
        return new BoundedSearch(options, cancellationToken).Solve(strict) switch
        {
            null => (null, new NoWhatIf.SearchTooLong()),
            var again when again.AsSpan().SequenceEqual(matching.OpportunityOf) => (strict, null),
            _ when options.TimeLimit is not null => (null, new NoWhatIf.EndedByClock()),
            _ => (null, new NoWhatIf.OtherMatching()),
        };
    }

    private IWhyNot WhyNot(StrictMarket strict, MatchOptions options) =>
        options.Mechanism == Mechanism.SerialDictatorship ? new TurnReasons(_problem, _standings, strict.ByPlace)
        : options.Mechanism == Mechanism.ImmediateAcceptance ? new RoundReasons(_problem, _standings, strict)
        : options.Mechanism == Mechanism.TopTradingCycles ? new TradeReasons(_problem, _standings, strict)
        : new PriorityReasons(_problem, _matching, _standings, strict);

    private ProblemStudent Find(StudentId student) => _problem.Problem.TryFind(student, out var found)
        ? found
        : throw new ArgumentException($"The problem has no student {student}.", nameof(student));

    private ProblemOpportunity Find(OpportunityId opportunity) => _problem.Problem.TryFind(opportunity, out var found)
        ? found
        : throw new ArgumentException($"The problem has no opportunity {opportunity}.", nameof(opportunity));

    private int? RankIn(int s, int o) => _problem.Problem.Columns.RankIn(s, o) is > 0 and var rank ? rank : null;

    private static MatchResult Checked(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result;
    }
}
