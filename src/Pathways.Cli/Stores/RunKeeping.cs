using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Json;
using Pathways.Matching;
using Pathways.Placements;

namespace Pathways.Cli.Stores;

/// <summary>What is told of a match that was to be kept.</summary>
/// <param name="Line">A line of its own, which says where it is.</param>
/// <param name="Word">A few words for the one line of <c>--quiet</c>, with the name of the run.</param>
internal sealed record KeptRun(string Line, string Word);

/// <summary>Whose store a match is kept in, by whom, and under which name.</summary>
internal sealed record RunKeeping(StoreAddress Address, TenantScope Scope, Actor By, MatchRunId? Run)
{
    private const int AtOnce = 500;
    private const int Attempts = 5;

    /// <summary>Keeps a match as a proposed run, and the opportunities that the store does not know as drafts. The same match again is found and left as it is.</summary>
    /// <returns>What to tell of it.</returns>
    /// <exception cref="RefusedException">Somebody may not, or the name is taken by another run.</exception>
    public async Task<KeptRun> KeepAsync(ProblemInput input, MatchResult result, CancellationToken cancellationToken)
    {
        var store = await Address.OpenAsync(WhenMissing.Make, cancellationToken).ConfigureAwait(false);
        using var closing = (IDisposable)store;
        return await KeepAsync(store, input.Cohort?.Cohort.Opportunities ?? [], MatchRuns.Propose(Run ?? MatchRunId.From("unnamed"), result), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a run under its name in a store that is open.</summary>
    public async Task<KeptRun> KeepAsync(IPathwaysStore store, ImmutableArray<Opportunity> opportunities, MatchRun made, CancellationToken cancellationToken)
    {
        made = made with { Id = Run ?? MatchRunId.From($"run-{Contents(made)[..16]}") };
        if (await FindAsync().ConfigureAwait(false) is { } earlier)
        {
            return earlier;
        }

        var drafts = await DraftAsync(store, opportunities, cancellationToken).ConfigureAwait(false);
        var (host, clock) = (new ShellHost(), SystemClock.Instance);
        var applications = new ApplicationService(store, store, store, store, host, host, host, store, clock);
        var runs = new MatchRunService(store, store, store, store, applications, store, host, store, clock);
        return await runs.ProposeAsync(Scope, CommandKey.From(Guid.NewGuid().ToString("N")), By, made, cancellationToken).ConfigureAwait(false) switch
        {
            // Another process may have kept the same in the meantime.
            ServiceOutcome<MatchRun>.Refused { Reasons: [{ Code: "command.subject-taken" }] reasons } => await FindAsync().ConfigureAwait(false) ?? throw new RefusedException(reasons),
            ServiceOutcome<MatchRun>.Refused refused => throw new RefusedException(refused.Reasons),
            _ => Line("kept", made, drafts),
        };

        async Task<KeptRun?> FindAsync() => await store.FindAsync(Scope, made.Id, cancellationToken).ConfigureAwait(false) is not { } found ? null
            : Contents(found) == Contents(made) ? Line("kept already", found, 0)
            : throw new RefusedException([Taken(found)]);
    }

    /// <summary>What is told of a match that is not verified.</summary>
    public KeptRun NotKept => new($"NOT kept in {Address.Name}: what is not verified is kept nowhere", "NOT kept");

    // Who was erased and is matched again is refused under any name.
    private static Refusal Taken(MatchRun earlier) => new(
        "match.run-taken",
        earlier.Seats.Select(seat => seat.Student).Concat(earlier.Unmatched.Select(one => one.Student)).Any(StudentErasure.IsHidden)
            ? $"{earlier.Subject} is another run: students were erased from it. Take them out of what is matched, then give --run a name that is free."
            : $"{earlier.Subject} is another run. Maybe leave --run out, so that each run has a name of its own; or give one.");

    private KeptRun Line(string what, MatchRun run, int drafts) => new(
        $"{what} in {Address.Name}: {run.Subject}, {EnumWords<MatchRunState>.Word(run.State)}, of tenant {Scope.Tenant}{(drafts == 0 ? "" : $"; {Counted.Of(drafts, "opportunity is a draft", "opportunities are drafts")} there now")}",
        $"{what} as {run.Subject}");

    // All at once, as far as a commit of that size is sensible: one by one, a large cohort would take minutes.
    private async Task<int> DraftAsync(IPathwaysStore store, ImmutableArray<Opportunity> opportunities, CancellationToken cancellationToken)
    {
        if (opportunities.IsEmpty)
        {
            return 0;
        }

        var access = AccessTable.Decide(
            By, Operation.WriteOpportunity, await new ShellHost().RelateAsync(Scope, By, default, cancellationToken).ConfigureAwait(false), Purpose.Placement);
        if (access is AccessDecision.Denied denied)
        {
            throw new RefusedException(denied.Reasons);
        }

        var (drafts, unwanted) = (0, new HashSet<string>());
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var known = await KnownAsync(store, cancellationToken).ConfigureAwait(false);
            var (isDone, at) = (true, SystemClock.Instance.GetCurrentInstant());
            foreach (var chunk in opportunities.Where(one => !known.Contains(one.Id)).Select(one => new OpportunityListing { Offer = one }).Where(one => !unwanted.Contains(one.Subject)).Chunk(AtOnce))
            {
                switch (await store.CommitAsync(Scope, Commit(chunk, ((AccessDecision.Allowed)access).Rule, at), cancellationToken).ConfigureAwait(false))
                {
                    case CommitOutcome.Committed:
                        drafts += chunk.Length;
                        break;
                    case CommitOutcome.Deleted deleted: // deleted for good once: it stays so
                        unwanted.Add(deleted.Subject);
                        (isDone, attempt) = (false, 0);
                        break;
                    default:
                        isDone = false;
                        break;
                }
            }

            if (isDone)
            {
                return drafts;
            }
        }

        throw new ConcurrencyException("The opportunities", Attempts);
    }

    private Commit Commit(OpportunityListing[] listings, string rule, Instant at)
    {
        var decided = listings.Select(listing => OpportunityDecisions.Write(listing, By, at) switch
        {
            Decision<OpportunityListing>.Changed changed => changed with { Audit = changed.Audit with { Rule = rule } },
            Decision<OpportunityListing>.Refused refused => throw new RefusedException(refused.Reasons),
            _ => throw new InvalidOperationException(),
        }).ToArray();
        return new()
        {
            Changes = [.. decided.Select(one => StoredChange.To(one.Value))],
            Audit = [.. decided.Select(one => one.Audit)],
            Events = [.. decided.SelectMany(one => one.Events)],
        };
    }

    private async Task<HashSet<OpportunityId>> KnownAsync(IPathwaysStore store, CancellationToken cancellationToken)
    {
        var known = new HashSet<OpportunityId>();
        for (var query = new OpportunityQuery { Limit = 1000 }; ;)
        {
            var page = await store.ListAsync(Scope, query, cancellationToken).ConfigureAwait(false);
            known.UnionWith(page.Items.Select(listing => listing.Id));
            if (page.Next is not { } next)
            {
                return known;
            }

            query = query with { From = next };
        }
    }

    // Everything of a run but its name, and what becomes of it later.
    private static string Contents(MatchRun run)
    {
        var text = new StringBuilder();
        foreach (var part in new[] { run.Digest, run.Mechanism, run.Ties, run.Seed.ToString(), run.Improve.ToString(), run.Exact.ToString(), run.Verdict.ToString(), run.Follows?.Value ?? "" }
            .Concat(Seats(run.Seats)).Append("kept").Concat(Seats(run.Kept)).Append("declined").Concat(Seats(run.Declined)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<string> Seats(ImmutableArray<MatchRunSeat> seats) =>
        seats.OrderBy(seat => seat.Student).ThenBy(seat => seat.Opportunity).SelectMany(seat => new[] { seat.Student.Value, seat.Opportunity.Value });
}
