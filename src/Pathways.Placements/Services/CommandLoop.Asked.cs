namespace Pathways.Placements;

// Requests of people: access is asked before anything is decided, and again before a repetition is answered.
internal sealed partial class CommandLoop
{
    /// <summary>Carries out a request of somebody who may not be allowed to make it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="stamp">The request.</param>
    /// <param name="subject">What it is about, as kind and identifier.</param>
    /// <param name="load">Loads what it is about, as it is now.</param>
    /// <param name="ask">Gathers what is known, says what was read for it, and asks the table of access; a denial is all that is answered.</param>
    /// <param name="decide">Decides about what is allowed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The whole value, with the view in which it may be shown; nobody has cut it yet.</returns>
    public async ValueTask<ServiceOutcome<T>> RunAsync<T, TKnown>(
        TenantScope scope, CommandStamp stamp, string subject, Func<ValueTask<T?>> load, Func<T?, Grounds, ValueTask<Asked<TKnown>>> ask,
        Func<T?, TKnown, AccessDecision.Allowed, Grounds, ValueTask<Verdict<T>>> decide, CancellationToken cancellationToken)
        where T : class, IStored
    {
        var view = AccessView.Nothing;
        return await RunAsync(scope, stamp, subject, load, Decide, cancellationToken).ConfigureAwait(false) switch
        {
            // The digest of the request says who made it, and of what is erased there is nothing left that the table could be asked of.
            ServiceOutcome<T>.Done { WasRepeated: true, Value: null } gone => gone,
            ServiceOutcome<T>.Done { WasRepeated: true } again => Repeated(again, (await ask(again.Value, new(store)).ConfigureAwait(false)).Access),
            ServiceOutcome<T>.Done done => done with { View = view },
            var outcome => outcome,
        };

        async ValueTask<Verdict<T>> Decide(T? found, Grounds grounds)
        {
            for (var attempt = 1; ; attempt++)
            {
                var verdict = await DecideAsync(found, grounds).ConfigureAwait(false);
                var version = found?.Version;
                if (verdict.Commit is not null || attempt == Attempts || (found = await load().ConfigureAwait(false))?.Version == version)
                {
                    return verdict;
                }

                // A no about a thing that changed while it was looked at may be for the wrong reasons.
            }
        }

        async ValueTask<Verdict<T>> DecideAsync(T? found, Grounds grounds)
        {
            grounds.Clear();
            var asked = await ask(found, grounds).ConfigureAwait(false);
            if (asked.Access.Now is not AccessDecision.Allowed allowed)
            {
                return Verdict<T>.No(((AccessDecision.Denied)asked.Access.Now).Reasons);
            }

            view = allowed.View;
            return await decide(found, asked.Known, allowed, grounds).ConfigureAwait(false);
        }
    }

    private static ServiceOutcome<T> Repeated<T>(ServiceOutcome<T>.Done again, AccessAnswer access)
        where T : class, IStored => access switch
        {
            { Now: AccessDecision.Allowed allowed } => again with { View = allowed.View },

            // It has ended since: that it was done is confirmed, and nothing is shown.
            { Before: AccessDecision.Allowed } => again with { View = AccessView.Nothing },
            _ => new ServiceOutcome<T>.Refused(((AccessDecision.Denied)access.Now).Reasons),
        };
}

/// <summary>What is known about a request, and whether it is allowed.</summary>
/// <param name="Access">Whether it is allowed.</param>
/// <param name="Known">What was gathered; <see langword="default"/> where there was nothing to gather it about.</param>
internal readonly record struct Asked<TKnown>(AccessAnswer Access, TKnown Known)
{
    public static Asked<TKnown> No(params ImmutableArray<Refusal> reasons) => new(AccessAnswer.No(reasons), default!);
}

/// <summary>Cuts what is answered down to what the caller may be shown.</summary>
internal static class Answers
{
    public static ServiceOutcome<T> To<T>(this ServiceOutcome<T> outcome, Actor by)
        where T : class, IStored => outcome is ServiceOutcome<T>.Done { Value: { } value } done
            ? done with { Value = AccessCut.Of(value, done.View, by.Id) }
            : outcome;
}
