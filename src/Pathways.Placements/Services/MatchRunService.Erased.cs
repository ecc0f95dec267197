namespace Pathways.Placements;

// A run is no thing of any one student, so no store refuses one that names a student who was erased.
public sealed partial class MatchRunService
{
    private async ValueTask<ImmutableArray<Refusal>> AgainstAsync(TenantScope scope, MatchRun run, CancellationToken cancellationToken)
    {
        ImmutableArray<StudentId> hidden = [.. RunErasure.All(run).Where(RunErasure.IsHidden)];
        var erased = await ErasedAsync(scope, run, cancellationToken).ConfigureAwait(false);
        return [.. hidden.IsEmpty ? Array.Empty<Refusal>() : [ServiceRefusals.Hidden(run, hidden)], .. erased.IsEmpty ? Array.Empty<Refusal>() : [ServiceRefusals.Erased(run, erased)]];
    }

    /// <summary>Who of a run was erased, ordinally.</summary>
    private async ValueTask<ImmutableArray<StudentId>> ErasedAsync(TenantScope scope, MatchRun run, CancellationToken cancellationToken)
    {
        var erased = ImmutableArray.CreateBuilder<StudentId>();
        foreach (var student in RunErasure.All(run))
        {
            if ((await store.StateAsync(scope, StoredSubject.Of(student), cancellationToken).ConfigureAwait(false)).IsDeleted)
            {
                erased.Add(student);
            }
        }

        return erased.ToImmutable();
    }

    /// <summary>Looks again at a run that was saved, and hides whoever was erased since it was looked at first.</summary>
    /// <remarks>
    /// The commit of a run does not rest on its students: there can be thousands, of whom somebody changes all the time. Instead the proposal saves the run and then looks who is erased, and an erasure
    /// deletes the student and then looks which runs there are. Whichever of the two saves last sees what the other saved, in every store, and hides the name.
    /// </remarks>
    private async ValueTask<ServiceOutcome<MatchRun>.Done> HideErasedAsync(TenantScope scope, Actor by, string rule, ServiceOutcome<MatchRun>.Done done)
    {
        // What is saved is not given up.
        var run = done.Value!;
        var erased = await ErasedAsync(scope, run, CancellationToken.None).ConfigureAwait(false);
        if (erased.IsEmpty)
        {
            return done;
        }

        var hidden = await _loop.RunAsync(
            scope, null, run.Subject, () => runs.FindAsync(scope, run.Id, CancellationToken.None),
            (found, _) => ValueTask.FromResult(found is null || !erased.Any(student => RunErasure.Names(found, student)) ? Verdict<MatchRun>.No() : Without(found)), CancellationToken.None).ConfigureAwait(false);
        return done with
        {
            Value = hidden is ServiceOutcome<MatchRun>.Done { Value: { } now } ? now : await runs.FindAsync(scope, run.Id, CancellationToken.None).ConfigureAwait(false) ?? run,
        };

        Verdict<MatchRun> Without(MatchRun found)
        {
            var now = RunErasure.Without(found, erased);
            var line = new AuditLine(now.Subject, now.Version, "EraseStudent", now.State.ToString(), now.State.ToString(), by, clock.GetCurrentInstant(), null, rule);
            return new(now, new() { Changes = [StoredChange.To(now)], Audit = [line] }, []);
        }
    }
}
