using Pathways.Matching.Explanation;
using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Matching;

/// <summary>What it took to get in, everywhere: a short proof that a matching is stable, and one that anybody can check.</summary>
/// <remarks>
/// Every student has the first choice of the own list whose cutoff, and that of every cap around it, they meet; nothing has more students than
/// seats; and what turns students away is full. Whoever would rather be elsewhere then finds all seats there with students of a better
/// standing. Immutable, and shared by threads.
/// </remarks>
public sealed class Cutoffs
{
    private readonly CompiledProblem _problem;
    private readonly Market _market;
    private readonly long[] _keys;
    private readonly long[] _cutoffs;

    private Cutoffs(MatchResult result)
    {
        _problem = result.Problem;
        var strict = StrictMarket.Of(_problem, result.Options);
        (_market, _keys) = (strict.Market, strict.Keys());
        _cutoffs = CutoffCertificate.Tightest(_market, _keys, result.Matching.OpportunityOf);
        var (columns, standings) = (_problem.Problem.Columns, new Standings(_problem, result.Matching, result.Options));
        Opportunities = [.. Enumerable.Range(0, _market.Programs).Select(Opportunity)];
        Caps = [.. Enumerable.Range(0, _market.Caps?.Caps ?? 0).Select(Cap)];

        OpportunityCutoff Opportunity(int o)
        {
            var seated = standings.Seated(o).Select(seat => (seat.Student, Opportunity: o, seat.Class)).ToList();
            var last = seated.Count >= columns.Seats[o] && seated.Count > 0 ? standings.LastOf(seated) : ((int Student, int Opportunity, int Class)?)null;
            return new(columns.Opportunities[o], columns.Seats[o], seated.Count, last is { } found ? standings.Of(found.Student, o, found.Class) : null);
        }

        CapCutoff Cap(int cap)
        {
            var caps = _market.Caps!;
            var under = caps.Under(caps.Programs + cap);
            var seated = under.SelectMany(o => standings.Seated(o).Select(seat => (seat.Student, Opportunity: o, seat.Class))).ToList();
            var last = seated.Count >= caps.Seats[cap] && seated.Count > 0 ? standings.LastOf(seated) : ((int Student, int Opportunity, int Class)?)null;
            return new(
                Theorems.Name(columns, _problem.CapOwners[cap]), caps.Seats[cap], seated.Count,
                last is { } found ? standings.Among(found.Student, found.Opportunity, found.Class, under) : null);
        }
    }

    /// <summary>The opportunities, in the order of the problem.</summary>
    public ImmutableArray<OpportunityCutoff> Opportunities { get; }

    /// <summary>The caps that count something: those of partners, and others.</summary>
    public ImmutableArray<CapCutoff> Caps { get; }

    /// <summary>The cutoffs of a result; <see langword="null"/> when it has none that prove anything, for the reasons of <see cref="Refusals"/>.</summary>
    /// <param name="result">The result; whether its cutoffs prove it stable is for <see cref="Check"/> to say.</param>
    public static Cutoffs? Of(MatchResult result) => Refusals(result).IsEmpty ? new(result) : null;

    /// <summary>Every reason why cutoffs cannot prove a result stable; empty when they can.</summary>
    /// <param name="result">The result.</param>
    public static ImmutableArray<Refusal> Refusals(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (mechanism, reasons) = (result.Options.Mechanism, ImmutableArray.CreateBuilder<Refusal>());
        if (mechanism != Mechanism.StudentOptimal && mechanism != Mechanism.OpportunityOptimal)
        {
            reasons.Add(new("cutoffs.mechanism", mechanism.IsStable
                ? $"{mechanism} takes equal priorities for equal, so there is no one order of students to have cutoffs in. Use {Mechanism.StudentOptimal} or {Mechanism.OpportunityOptimal}."
                : $"{mechanism} does not promise stability, so there is nothing to prove. Use {Mechanism.StudentOptimal} or {Mechanism.OpportunityOptimal}."));
        }

        if (result.Options.Improve)
        {
            reasons.Add(new("cutoffs.improve",
                "Students of equal priority traded seats, so there is no one order of students left to have cutoffs in. Leave the trading out."));
        }

        if (result.Problem.Market.Plan is not null)
        {
            reasons.Add(new("cutoffs.reserves",
                "Some opportunities reserve seats, so that which standing it takes there depends on the groups of a student. Maybe the kinds of seats in the explanation of the opportunity are what is looked for."));
        }

        return reasons.ToImmutable();
    }

    /// <summary>Where the cutoffs fail to prove a matching stable; empty when they prove it. One pass over the choices of all students.</summary>
    /// <param name="matching">A matching of the same problem: the one the cutoffs are of, or another.</param>
    /// <exception cref="ArgumentException">The matching is of another problem.</exception>
    public ImmutableArray<CutoffFault> Check(ProblemMatching matching)
    {
        ArgumentNullException.ThrowIfNull(matching);
        if (matching.Problem != _problem.Problem)
        {
            throw new ArgumentException("The matching is of another problem than the cutoffs.", nameof(matching));
        }

        return [.. CutoffCertificate.Flaws(_market, _keys, matching.OpportunityOf, _cutoffs).Select(Fault)];
    }

    private CutoffFault Fault(CertificateFlaw flaw)
    {
        var columns = _problem.Problem.Columns;
        return flaw.Kind switch
        {
            CertificateFlawKind.NotFirst => new(
                CutoffFault.NotFirst, $"Student {columns.Students[flaw.Index]} has something else than the first choice that the cutoffs leave open."),
            CertificateFlawKind.TooMany => new(CutoffFault.TooMany, $"{Name(flaw.Index)} has more students than seats."),
            _ => new(CutoffFault.NotFull, $"{Name(flaw.Index)} has a cutoff, and empty seats."),
        };

        string Name(int node) => node < _market.Programs
            ? $"Opportunity {columns.Opportunities[node]}"
            : Theorems.AtStart(Theorems.Name(columns, _problem.CapOwners[node - _market.Programs]));
    }
}
