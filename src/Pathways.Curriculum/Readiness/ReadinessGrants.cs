using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Grants of readiness: who may give and take them, how long they are good for, and what they are worth on a day.</summary>
/// <remarks>
/// A grant is given only when every criterion is met; what a student need not do is waived in the record, activity by activity, where the
/// reason stays visible, and never by a grant that passes over criteria. Until its last day a grant that nobody took back counts, even if
/// something is missing by then: <see cref="Doubts"/> says where somebody should look again.
/// </remarks>
public static class ReadinessGrants
{
    /// <summary>Who may grant readiness and take it back.</summary>
    public static ImmutableArray<Role> Granters { get; } = [Role.Coordinator, Role.CareerSpecialist];

    /// <summary>Grants a student's readiness from the day of an evaluation, or says everything that stands in the way.</summary>
    /// <param name="evaluation">The evaluation of the day.</param>
    /// <param name="record">The record that was evaluated.</param>
    /// <param name="id">What to call the entry.</param>
    /// <param name="by">Who grants.</param>
    /// <exception cref="ArgumentException">The evaluation is of another student.</exception>
    public static GrantOutcome Grant(ReadinessEvaluation evaluation, StudentRecord record, EntryId id, Actor by)
    {
        ThrowUnlessOf(evaluation, record);
        var (definition, on) = (evaluation.Definition, evaluation.On);
        var until = Validity.Earlier(definition.LastDayOf(on), evaluation.Until);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        AddRole(refusals, by);
        if (definition.EffectiveFrom > on)
        {
            refusals.Add(NotEffective(definition));
        }

        refusals.AddRange(evaluation.Missing);
        if (StandingOf(record, definition, on) is { State: GrantState.InForce, Grant: { } grant } && Validity.Compare(grant.Until, until) <= 0)
        {
            refusals.Add(new(ReadinessCodes.GrantInForce, $"Readiness by {definition} is granted already, {Through(grant.Until)}."));
        }

        return refusals.Count > 0
            ? new GrantOutcome.Refused(refusals.ToImmutable())
            : new GrantOutcome.Permitted(new ReadinessGranted
            {
                Id = id, On = on, By = by, Definition = definition.Id, Version = definition.Version, Until = until,
            });
    }

    /// <summary>Takes the grants of a student by a definition back, or says everything that stands in the way.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="record">The student's record.</param>
    /// <param name="id">What to call the entry.</param>
    /// <param name="by">Who takes them back.</param>
    /// <param name="on">From which day they count no more.</param>
    /// <param name="reason">Why; must not be blank.</param>
    public static GrantOutcome Revoke(ReadinessDefinition definition, StudentRecord record, EntryId id, Actor by, LocalDate on, string reason)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(record);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        AddRole(refusals, by);
        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new(ReadinessCodes.Reason, "A reason must be given."));
        }

        if (StandingOf(record, definition, on).State is GrantState.None or GrantState.Revoked)
        {
            refusals.Add(new(ReadinessCodes.GrantMissing, $"There is no grant by {definition.Id} to take back."));
        }

        return refusals.Count > 0
            ? new GrantOutcome.Refused(refusals.ToImmutable())
            : new GrantOutcome.Permitted(new ReadinessRevoked { Id = id, On = on, By = by, Definition = definition.Id, Reason = reason });
    }

    /// <summary>How the grants of a student by a definition stand on a day.</summary>
    /// <remarks>A revocation takes back every grant of its day and before.</remarks>
    /// <param name="record">The student's record.</param>
    /// <param name="definition">The definition, in the version that applies.</param>
    /// <param name="on">The day.</param>
    public static GrantStanding StandingOf(StudentRecord record, ReadinessDefinition definition, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(definition);
        LocalDate? revoked = null;
        ReadinessGranted? any = null, best = null, outdated = null, expired = null;
        foreach (var entry in ReadinessCalculator.Until(record, on))
        {
            if (entry is ReadinessRevoked revocation && revocation.Definition == definition.Id)
            {
                revoked = revocation.On; // entries come by day, so this is the latest so far
            }
        }

        foreach (var entry in ReadinessCalculator.Until(record, on))
        {
            if (entry is not ReadinessGranted grant || grant.Definition != definition.Id)
            {
                continue;
            }

            any = grant;
            if (grant.On <= revoked)
            {
                continue;
            }

            if (grant.Until < on)
            {
                expired = grant;
            }
            else if (grant.Version != definition.Version)
            {
                outdated = grant;
            }
            else if (best is null || Validity.Compare(grant.Until, best.Until) < 0)
            {
                best = grant;
            }
        }

        return best is not null ? new(GrantState.InForce, best)
            : outdated is not null ? new(GrantState.Outdated, outdated)
            : expired is not null ? new(GrantState.Expired, expired)
            : any is not null ? new(GrantState.Revoked, any)
            : new(GrantState.None, null);
    }

    /// <summary>Whether a student counts as ready: by a grant in force, or by the criteria where the definition needs no grant.</summary>
    /// <remarks>Who was revoked is not ready before they are granted anew, whatever the criteria say.</remarks>
    /// <param name="evaluation">The evaluation of the day.</param>
    /// <param name="record">The record that was evaluated.</param>
    /// <exception cref="ArgumentException">The evaluation is of another student.</exception>
    public static ReadinessVerdict Verdict(ReadinessEvaluation evaluation, StudentRecord record)
    {
        ThrowUnlessOf(evaluation, record);
        var definition = evaluation.Definition;
        var name = definition.ToString();
        if (definition.EffectiveFrom > evaluation.On)
        {
            return new(name, [NotEffective(definition), .. evaluation.Missing], null);
        }

        var standing = StandingOf(record, definition, evaluation.On);
        var byCriteria = CountByCriteria(definition, standing) && evaluation.IsMet;
        return standing.State switch
        {
            GrantState.InForce => new(name, [], byCriteria && Validity.Compare(evaluation.Until, standing.Grant!.Until) < 0 ? evaluation.Until : standing.Grant!.Until),
            _ when CountByCriteria(definition, standing) => new(name, evaluation.Missing, evaluation.Until),
            _ => new(name, [Lack(definition, standing), .. evaluation.Missing], null),
        };
    }

    /// <summary>Whether <see cref="Verdict"/> says ready, without what is missing.</summary>
    internal static bool IsReady(ReadinessEvaluation evaluation, GrantStanding standing) =>
        evaluation.Definition.EffectiveFrom <= evaluation.On
        && (standing.State == GrantState.InForce || (CountByCriteria(evaluation.Definition, standing) && evaluation.IsMet));

    /// <summary>Whether a student is not ready only because something that was there is over, be it the grant or what criteria ask for.</summary>
    internal static bool IsLapsed(ReadinessEvaluation evaluation, GrantStanding standing) =>
        !IsReady(evaluation, standing)
        && (standing.State is GrantState.Expired or GrantState.Outdated
            || (evaluation.Definition.EffectiveFrom <= evaluation.On && CountByCriteria(evaluation.Definition, standing) && evaluation.IsLapsed));

    /// <summary>Why somebody should look at a student's grant again: it is by another version, or criteria are not met any more.</summary>
    /// <param name="evaluation">The evaluation of the day.</param>
    /// <param name="record">The record that was evaluated.</param>
    /// <returns>Empty when there is no grant in force or outdated, or no doubt about it.</returns>
    /// <exception cref="ArgumentException">The evaluation is of another student.</exception>
    public static ImmutableArray<Refusal> Doubts(ReadinessEvaluation evaluation, StudentRecord record)
    {
        ThrowUnlessOf(evaluation, record);
        var standing = StandingOf(record, evaluation.Definition, evaluation.On);
        return standing.State switch
        {
            GrantState.InForce => evaluation.Missing,
            GrantState.Outdated => [Lack(evaluation.Definition, standing), .. evaluation.Missing],
            _ => [],
        };
    }

    // Whether meeting the criteria is enough where no grant is in force.
    private static bool CountByCriteria(ReadinessDefinition definition, GrantStanding standing) =>
        !definition.NeedsGrant && standing.State != GrantState.Revoked;

    private static Refusal Lack(ReadinessDefinition definition, GrantStanding standing) => standing.State switch
    {
        GrantState.Expired => new(ReadinessCodes.GrantExpired, $"The grant of readiness by {definition.Id} was good {Through(standing.Grant!.Until)}."),
        GrantState.Revoked => new(ReadinessCodes.GrantRevoked, $"The grant of readiness by {definition.Id} was taken back and not given anew."),
        GrantState.Outdated => new(
            ReadinessCodes.GrantOutdated,
            FormattableString.Invariant($"Readiness was granted by version {standing.Grant!.Version} of {definition.Id}; version {definition.Version} applies now.")),
        _ => new(ReadinessCodes.GrantMissing, $"Nobody has granted readiness by {definition.Id}."),
    };

    private static Refusal NotEffective(ReadinessDefinition definition) =>
        new(ReadinessCodes.NotEffective, FormattableString.Invariant($"{definition} applies from {definition.EffectiveFrom:uuuu-MM-dd} on."));

    private static void AddRole(ImmutableArray<Refusal>.Builder refusals, Actor by)
    {
        if (!Granters.Contains(by.Role))
        {
            refusals.Add(new(ReadinessCodes.Role, $"This is for {string.Join(" or ", Granters.Select(EnumWords<Role>.Word))}, not for {EnumWords<Role>.Word(by.Role)}."));
        }
    }

    private static string Through(LocalDate? until) => until is { } day ? FormattableString.Invariant($"until {day:uuuu-MM-dd}") : "without end";

    internal static void ThrowUnlessOf(ReadinessEvaluation evaluation, StudentRecord record)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(record);
        if (evaluation.Student != record.Student)
        {
            throw new ArgumentException($"The evaluation is of {evaluation.Student}, the record of {record.Student}.", nameof(evaluation));
        }
    }
}
