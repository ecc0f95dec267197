using static Pathways.Placements.HoursEntryTrigger;

namespace Pathways.Placements;

/// <summary>Decides about the hours log: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static class HoursDecisions
{
    /// <summary>Writes a new entry.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="placement">Of which placement.</param>
    /// <param name="worked">When, and what was done.</param>
    /// <param name="actor">Who writes: the student, or a coordinator on their behalf.</param>
    /// <param name="at">When it is written.</param>
    /// <returns>The draft; or <c>hours-entry.role</c> and everything that is wrong with the times.</returns>
    public static Decision<HoursEntry> Draft(HoursEntryId id, Placement placement, WorkedHours worked, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(placement);
        ArgumentNullException.ThrowIfNull(worked);
        ImmutableArray<Refusal> reasons =
        [
            .. actor.Role is Role.Student or Role.Coordinator
                ? ImmutableArray<Refusal>.Empty
                : [new("hours-entry.role", $"Writing down hours is for student or coordinator, not for {InWords.Of(actor.Role)}.")],
            .. worked.Faults,
        ];
        return reasons.IsEmpty ? Written(New(id, placement, worked, null), actor, at, null) : new Decision<HoursEntry>.Refused(reasons);
    }

    /// <summary>Moves an entry, or says everything that stands in the way.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="trigger">What is to happen; for <see cref="HoursEntryTrigger.Correct"/> see <see cref="Correct"/>.</param>
    /// <param name="situation">What is known around it.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, where a row asks for a reason.</param>
    /// <param name="worked">What is true instead; for <see cref="Revise"/> only, and needed there.</param>
    /// <param name="answer">What follows from the rules that the work broke; for <see cref="Approve"/> only.</param>
    /// <exception cref="ArgumentException">The trigger is the correction; or something is given for another trigger, or left out where it is needed.</exception>
    public static Decision<HoursEntry> Advance(
        HoursEntry entry, HoursEntryTrigger trigger, HoursSituation situation, Actor actor, Instant at, ReasonCode? reason = null,
        WorkedHours? worked = null, ReasonCode? answer = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(situation);
        Check(trigger, worked, answer);
        var asked = answer is { } follows ? entry with { Answer = new(actor.Id, situation.Today, follows) } : entry;
        var facts = situation.Facts(asked) with { ReasonGiven = reason.HasValue };
        var faults = worked?.Faults ?? [];
        switch (HoursEntryLifecycle.Table.Advance(entry.State, trigger, facts, actor))
        {
            case LifecycleOutcome<HoursEntryState>.Refused refused:
                return new Decision<HoursEntry>.Refused(refused.Refusals is [{ Code: "hours-entry.not-possible" }] ? refused.Refusals : [.. refused.Refusals, .. faults]);
            case LifecycleOutcome<HoursEntryState>.Advanced when !faults.IsEmpty:
                return new Decision<HoursEntry>.Refused(faults);
            case LifecycleOutcome<HoursEntryState>.Advanced advanced:
                var changed = trigger switch
                {
                    Submit or Approve => asked with { Violations = situation.Violations(asked) },
                    Revise => entry with
                    {
                        Day = worked!.Day, Start = worked.Start, End = worked.End, BreakMinutes = worked.BreakMinutes, Text = worked.Text, Violations = [], Answer = null,
                    },
                    _ => entry,
                };
                return Changed(changed with { State = advanced.To, Version = entry.Version + 1 }, trigger.ToString(), entry.State.ToString(), EventOf(trigger), actor, at, reason);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Corrects approved hours: the old entry is voided, and another one says what is true. Both are saved together.</summary>
    /// <param name="entry">The approved entry.</param>
    /// <param name="replacement">What the host calls the new one.</param>
    /// <param name="worked">What is true. The new entry is a draft and goes the same way as any other.</param>
    /// <param name="situation">What is known around it.</param>
    /// <param name="actor">Who corrects.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why.</param>
    public static HoursCorrection Correct(
        HoursEntry entry, HoursEntryId replacement, WorkedHours worked, HoursSituation situation, Actor actor, Instant at, ReasonCode? reason)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(worked);
        ArgumentNullException.ThrowIfNull(situation);
        if (replacement == entry.Id)
        {
            throw new ArgumentException($"The new entry needs an identifier of its own, not {entry.Id}.", nameof(replacement));
        }

        var facts = situation.Facts(entry) with { ReasonGiven = reason.HasValue, ReplacementWritten = true };
        return HoursEntryLifecycle.Table.Advance(entry.State, HoursEntryTrigger.Correct, facts, actor) switch
        {
            LifecycleOutcome<HoursEntryState>.Refused { Refusals: [{ Code: "hours-entry.not-possible" }] alone } => new HoursCorrection.Refused(alone),
            LifecycleOutcome<HoursEntryState>.Refused refused => new HoursCorrection.Refused([.. refused.Refusals, .. worked.Faults]),
            LifecycleOutcome<HoursEntryState>.Advanced when !worked.Faults.IsEmpty => new HoursCorrection.Refused(worked.Faults),
            LifecycleOutcome<HoursEntryState>.Advanced advanced => new HoursCorrection.Corrected(
                Changed(
                    entry with { State = advanced.To, Version = entry.Version + 1 }, nameof(HoursEntryTrigger.Correct), entry.State.ToString(), EventOf(HoursEntryTrigger.Correct), actor, at, reason),
                Written(New(replacement, situation.Placement, worked, entry.Id), actor, at, reason)),
            _ => throw new InvalidOperationException(),
        };
    }

    private static void Check(HoursEntryTrigger trigger, WorkedHours? worked, ReasonCode? answer)
    {
        if (trigger == HoursEntryTrigger.Correct)
        {
            throw new ArgumentException("A correction writes two entries. Use Correct.", nameof(trigger));
        }

        if ((trigger == Revise) != (worked is not null))
        {
            throw new ArgumentException($"What is true instead goes with {Revise} and with nothing else; this is {trigger}.", nameof(worked));
        }

        if (answer is not null && trigger != Approve)
        {
            throw new ArgumentException($"Broken rules are answered with {Approve} and with nothing else; this is {trigger}.", nameof(answer));
        }
    }

    private static HoursEntry New(HoursEntryId id, Placement placement, WorkedHours worked, HoursEntryId? replaces) => new()
    {
        Id = id, Placement = placement.Id, Student = placement.Student, Opportunity = placement.Opportunity,
        Day = worked.Day, Start = worked.Start, End = worked.End, BreakMinutes = worked.BreakMinutes, Text = worked.Text,
        State = HoursEntryLifecycle.Table.Start, Replaces = replaces,
    };

    private static Decision<HoursEntry>.Changed Written(HoursEntry entry, Actor actor, Instant at, ReasonCode? reason) =>
        Changed(entry, "Draft", "", "HoursDrafted", actor, at, reason);

    private static Decision<HoursEntry>.Changed Changed(
        HoursEntry entry, string trigger, string from, string happened, Actor actor, Instant at, ReasonCode? reason) => Changes.Of(
            entry, new(entry.Subject, entry.Version, trigger, from, entry.State.ToString(), actor, at, reason), happened, entry.Student, entry.Opportunity, null);

    private static string EventOf(HoursEntryTrigger trigger) => trigger switch
    {
        Submit => "HoursSubmitted",
        Confirm => "HoursConfirmed",
        Approve => "HoursApproved",
        Reject => "HoursRejected",
        Revise => "HoursRevised",
        HoursEntryTrigger.Correct => "HoursCorrected",
        HoursEntryTrigger.Void => "HoursVoided",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };
}
