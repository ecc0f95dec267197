namespace Pathways.Placements;

/// <summary>Erases everything of a student, when nothing of it is still going on.</summary>
/// <remarks>
/// Each thing is deleted for good and the student too, so that nothing can be saved about that student again; who tries is refused. Names (kind and identifier) and audit lines stay, in which
/// students are identifiers alone. Match runs stay too, which are about many students: from then on they say <c>erased-1</c> where they named the student, and <see cref="MatchRunService.ProposeAsync"/>
/// refuses runs that name the student still. Runs that came in while the student was erased are looked for afterwards, until there is none; where that was interrupted, or a host saved such a run
/// in another way or in a transaction of its own, erasing the student again hides the name. A seat that the student filled to the end stays used; one that was given up is open already.
/// </remarks>
public static class StudentErasure
{
    private const int Attempts = 5;

    /// <summary>Decides whether a student can be erased, or says everything that stands in the way: pure.</summary>
    /// <param name="holdings">Everything of the student.</param>
    /// <param name="by">Who erases.</param>
    /// <param name="access">What the table of access says of them (<see cref="Operation.EraseStudent"/>).</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, as a code without anything personal.</param>
    public static ErasureOutcome Plan(StudentHoldings holdings, Actor by, AccessDecision access, Instant at, ReasonCode reason)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        if (access is not AccessDecision.Allowed allowed)
        {
            return new ErasureOutcome.Refused(access is AccessDecision.Denied denied ? denied.Reasons : []);
        }

        var subject = StoredSubject.Of(holdings.Student);
        ImmutableArray<Refusal> reasons =
        [
            .. Standing(holdings),
            .. holdings.Applications.Where(application => !ApplicationLifecycle.Table.EndStates.Contains(application.State))
                .Select(application => new Refusal("erasure.live-application", $"{application.Subject} is still going on. Let it be withdrawn or decided first.")),
            .. holdings.Placements.Where(placement => placement.IsLive)
                .Select(placement => new Refusal("erasure.live-placement", $"{placement.Subject} is still going on. Let it be completed or ended first.")),
        ];
        if (!reasons.IsEmpty)
        {
            return new ErasureOutcome.Refused(reasons);
        }

        ImmutableArray<MatchRun> runs = [.. holdings.Runs.Select(run => RunErasure.Without(run, holdings.Student))];
        var hidden = new Commit
        {
            Changes = [.. runs.Select(StoredChange.To)],
            Audit = [.. runs.Select(run => new AuditLine(run.Subject, run.Version, "EraseStudent", run.State.ToString(), run.State.ToString(), by, at, reason, allowed.Rule))],
        };
        if (holdings.State.IsDeleted)
        {
            return new ErasureOutcome.Planned(holdings, hidden); // the rest is gone, and was told of
        }

        AuditLine Line(string name, int version) => new(name, version, "Erase", "", "Erased", by, at, reason, allowed.Rule);
        return new ErasureOutcome.Planned(holdings, hidden with
        {
            Deletions = [.. holdings.All.Select(StoredDeletion.Of), new(subject, holdings.State.Version)],
            Audit = [.. holdings.All.Select(thing => Line(thing.Subject, thing.Version)), .. hidden.Audit, Line(subject, holdings.State.Version)],
            Events = [new("StudentErased", subject, holdings.State.Version, holdings.Student, null, at)],
        });
    }

    /// <summary>Erases a student in one commit, and decides again when somebody saved something of the student meanwhile.</summary>
    /// <param name="store">Where.</param>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Whom.</param>
    /// <param name="by">Who erases.</param>
    /// <param name="directory">How people stand to the student.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, as a code without anything personal.</param>
    /// <param name="cancellationToken">Gives up before anything is erased.</param>
    /// <returns>The plan that was carried out, with the runs that came in meanwhile; or every reason why nothing was.</returns>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public static async ValueTask<ErasureOutcome> EraseAsync(
        IPathwaysStore store, TenantScope scope, StudentId student, Actor by, IAccessDirectory directory, Instant at, ReasonCode reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var access = await AskAsync(scope, student, by, directory, cancellationToken).ConfigureAwait(false);
        ErasureOutcome.Planned? done = null;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var outcome = Plan(await StudentHoldings.ReadAsync(store, scope, student, cancellationToken).ConfigureAwait(false), by, access, at, reason);
            if (outcome is not ErasureOutcome.Planned planned)
            {
                return done ?? outcome;
            }

            switch (await store.CommitAsync(scope, planned.Commit, cancellationToken).ConfigureAwait(false))
            {
                case CommitOutcome.Committed:
                    // A run that was being proposed may name the student still; what is begun is not given up.
                    (done, attempt, cancellationToken) = (Together(done, planned), 0, CancellationToken.None);
                    break;
                case CommitOutcome.TenantMismatch other:
                    return new ErasureOutcome.Refused([ServiceRefusals.Tenant(other.Tenant)]);
            }
        }

        throw new ConcurrencyException(StoredSubject.Of(student), Attempts);
    }

    /// <summary>Asks the table of access whether somebody may erase a student.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Whom.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="directory">How people stand to the student.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<AccessDecision> AskAsync(TenantScope scope, StudentId student, Actor by, IAccessDirectory directory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var facts = await directory.RelateAsync(scope, by, new() { Student = student }, cancellationToken).ConfigureAwait(false);
        return AccessTable.Decide(by, Operation.EraseStudent, facts, Purpose.Access);
    }

    /// <summary>Whether an identifier is one that stands in match runs for students who were erased, such as <c>erased-1</c>, and so is nobody's.</summary>
    /// <param name="student">The identifier.</param>
    public static bool IsHidden(StudentId student) => RunErasure.IsHidden(student);

    private static ErasureOutcome.Planned Together(ErasureOutcome.Planned? first, ErasureOutcome.Planned then) => first is null
        ? then
        : first with { Holdings = first.Holdings with { Runs = [.. first.Holdings.Runs.Concat(then.Holdings.Runs).DistinctBy(run => run.Id)] } };

    private static ImmutableArray<Refusal> Standing(StudentHoldings holdings) => holdings.State switch
    {
        _ when IsHidden(holdings.Student) =>
            [new("erasure.hidden-name", $"{holdings.Student} stands in match runs for whoever was erased, in each for somebody else. It is nobody's identifier, and nothing can be erased under it.")],
        { IsDeleted: true } when !holdings.Runs.IsEmpty => [],
        { IsDeleted: true } state => [new("erasure.erased-already", $"{state.Subject} was erased already.")],
        { Version: 0 } state when holdings.Runs.IsEmpty =>
            [new("erasure.unknown-student", $"No application, placement, document, hours or record entry of {state.Subject} was ever saved, and no match run names the student. Maybe the identifier is mistyped, or another tenant's.")],
        _ => [],
    };
}

/// <summary>What came of asking for an erasure.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    /// <summary>It can be, or was, carried out.</summary>
    /// <param name="Holdings">What goes.</param>
    /// <param name="Commit">The commit that does it.</param>
    public sealed record Planned(StudentHoldings Holdings, Commit Commit) : ErasureOutcome;

    /// <summary>Nothing is erased.</summary>
    /// <param name="Reasons">Every reason.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : ErasureOutcome;
}
