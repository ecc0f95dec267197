using System.Globalization;
using System.Reflection;
using Pathways.Placements.Tests.Placements;

namespace Pathways.Placements.Tests.Reference;

/// <summary>
/// P6: random commands, decided by the library and by a second reading of the description. Both must agree on every state, version, reason
/// and seat. Set PATHWAYS_COMMAND_SEQUENCES for more sequences than usual.
/// </summary>
public class RandomCommandTests
{
    private const int Usual = 20_000;
    private const int Steps = 24;
    private const int StepsAfterTheEnd = 3;
    private static readonly Role[] Roles = Enum.GetValues<Role>();
    private static readonly ReasonCode Why = ReasonCode.From("because");
    private static readonly DateInterval Dates = Given.Bare.Dates;

    private static int Sequences =>
        int.TryParse(Environment.GetEnvironmentVariable("PATHWAYS_COMMAND_SEQUENCES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;

    [Fact]
    public void Applications_do_what_the_reference_model_does()
    {
        var triggers = Enum.GetValues<ApplicationTrigger>();
        var states = Enum.GetValues<ApplicationState>();
        var taken = new HashSet<(ApplicationState, ApplicationTrigger)>();
        var (changes, refusals) = (0L, 0L);
        for (var run = 0; run < Sequences; run++)
        {
            var chance = Seed.From(61).Split((ulong)run);
            var start = chance.DrawBelow(3) > 0 ? ApplicationState.Draft : states[chance.Split(99).DrawBelow(states.Length)];
            var ends = start == ApplicationState.Draft ? (Instant?)null : Given.Now.PlusTicks(chance.Split(98).DrawBelow(3) - 1);
            var model = new ApplicationModel(start) { OfferEnds = ends };
            var application = new Application
            {
                Id = StudentApplicationId.From("a-1"), Student = Given.Bare.Student, Opportunity = Given.Bare.Opportunity, State = start, OfferExpires = ends,
            };
            var after = 0;
            for (var step = 0; step < Steps && after < StepsAfterTheEnd; step++)
            {
                after += model.IsOver ? 1 : 0;
                var draw = chance.Split((ulong)step);
                var trigger = Chosen(triggers, draw, candidate => model.Leads(candidate) is { } to && (!ApplicationModel.IsEnd(to) || draw.Split(7).DrawBelow(6) == 0));
                var actor = new Actor(Given.Me, WithRight(ApplicationModel.Who(trigger), draw));
                var facts = Facts(draw.Split(3));
                ReasonCode? reason = draw.Split(4).DrawBelow(4) == 0 ? null : Why;
                Agree(run, step, "due", string.Join(' ', model.Due(facts)), string.Join(' ', ApplicationDecisions.DueAt(application, facts)));
                var expected = model.Against(trigger, actor.Role, facts, reason is not null);
                var before = application;
                switch (ApplicationDecisions.Advance(application, trigger, facts, actor, reason))
                {
                    case Decision<Application>.Changed changed when expected.Count == 0:
                        var seat = model.Go(trigger, facts) is { } moved ? new SeatClaim(before.Opportunity, moved.Move, "application/a-1", moved.Until) : (SeatClaim?)null;
                        application = changed.Value;
                        Agree(run, step, trigger, (model.State, model.Version, model.OfferEnds, seat), (application.State, application.Version, application.OfferExpires, changed.Seat));
                        Agree(
                            run, step, trigger, new("application/a-1", model.Version, trigger.ToString(), before.State.ToString(), model.State.ToString(), actor, facts.Now, reason), changed.Audit);
                        taken.Add((before.State, trigger));
                        changes++;
                        break;
                    case Decision<Application>.Refused refused when expected.Count > 0:
                        Agree(run, step, trigger, Line(expected), Line(refused.Reasons.Select(reason => reason.Code)));
                        refusals++;
                        break;
                    case var other:
                        Assert.Fail($"Sequence {run}, step {step}: {trigger} by {actor.Role} in {model.State}: the model says [{Line(expected)}], and the decision is {other}.");
                        break;
                }
            }
        }

        Enough(changes, refusals);
        Assert.Equal(ApplicationLifecycle.Table.Transitions.Length, taken.Count); // every row was gone through
    }

    [Fact]
    public void Placements_do_what_the_reference_model_does()
    {
        var triggers = Enum.GetValues<PlacementTrigger>();
        var states = Enum.GetValues<PlacementState>();
        var taken = new HashSet<(PlacementState, PlacementTrigger)>();
        var (changes, refusals, badEntries) = (0L, 0L, 0L);
        for (var run = 0; run < Sequences; run++)
        {
            var chance = Seed.From(62).Split((ulong)run);
            var model = new PlacementModel(chance.DrawBelow(3) > 0 ? PlacementState.Onboarding : states[chance.Split(99).DrawBelow(states.Length)]);
            var record = new RecordModel();
            var placement = Given.Bare with { State = model.State, Version = 1, Record = RecordModel.Start, Application = run % 2 == 0 ? Given.Bare.Application : null };
            var after = 0;
            for (var step = 0; step < Steps && after < StepsAfterTheEnd; step++)
            {
                after += model.IsOver ? 1 : 0;
                var draw = chance.Split((ulong)step);
                var trigger = Chosen(triggers, draw, candidate => model.Leads(candidate) is { } to && (to != model.State || draw.Split(7).DrawBelow(2) == 0) && (!PlacementModel.IsEnd(to) || draw.Split(9).DrawBelow(6) == 0));
                var role = WithRight(model.Who(trigger), draw);
                var actor = new Actor(role == Role.Supervisor && draw.Split(8).DrawBelow(2) == 0 ? record.Supervisor : Given.Me, role);
                var facts = PlacementFacts(draw.Split(3));
                ReasonCode? reason = draw.Split(4).DrawBelow(4) == 0 ? null : Why;
                var drawn = record.Draw(trigger, actor, facts, reason is not null, model.IsOver, draw.Split(5));
                var expected = model.Against(trigger, role, drawn.Facts, Dates.Start, reason is not null);
                var isPossible = model.Leads(trigger) is not null;
                var before = placement;
                switch (PlacementDecisions.Advance(placement, trigger, facts, actor, Given.Now, reason, drawn.Entry))
                {
                    case Decision<Placement>.Changed changed when expected.Count == 0 && drawn.IsGood:
                        SeatClaim? seat = model.Go(trigger) ? new(before.Opportunity, SeatMove.Vacate, run % 2 == 0 ? "application/a-1" : "placement/p-1") : null;
                        drawn.Then?.Invoke();
                        if (trigger == PlacementTrigger.Undo)
                        {
                            record.Undo(before.State);
                        }
                        else if (trigger == PlacementTrigger.Terminate)
                        {
                            record.Terminate();
                        }

                        placement = changed.Value;
                        Agree(run, step, trigger, (model.State, model.Version, seat), (placement.State, placement.Version, changed.Seat));
                        Agree(
                            run, step, trigger, (record.Supervisor, record.HasPresentation, record.HasDebrief),
                            (placement.Supervisor!.Value, placement.Record.Presentation is not null, placement.Record.Debrief is not null));
                        Agree(run, step, trigger, record.Forms, Forms(placement));
                        Agree(run, step, trigger, record.HasNotice || placement.State == PlacementState.Terminated, placement.Record.Termination is not null || placement.State == PlacementState.Terminated);
                        Agree(
                            run, step, trigger, new("placement/p-1", model.Version, trigger.ToString(), before.State.ToString(), model.State.ToString(), actor, Given.Now, reason, null, About(before, placement, drawn.Entry)), changed.Audit);
                        taken.Add((before.State, trigger));
                        changes++;
                        break;
                    case Decision<Placement>.Refused refused when expected.Count > 0 || !drawn.IsGood:
                        // What is wrong with the entry follows what the row asks for.
                        Agree(run, step, trigger, Line(expected), Line(refused.Reasons.Take(expected.Count).Select(reason => reason.Code)));
                        Agree(run, step, trigger, isPossible && !drawn.IsGood, refused.Reasons.Length > expected.Count);
                        badEntries += refused.Reasons.Length > expected.Count ? 1 : 0;
                        refusals++;
                        break;
                    case var other:
                        Assert.Fail(
                            $"Sequence {run}, step {step}: {trigger} by {role} in {model.State} with {drawn.Entry}: the model says [{Line(expected)}] and entry {(drawn.IsGood ? "good" : "bad")}, and the decision is {other}.");
                        break;
                }
            }
        }

        Enough(changes, refusals);
        Assert.True(badEntries > Sequences / 10, $"Only {badEntries} entries were refused.");
        Assert.Equal(PlacementLifecycle.Table.Transitions.Length + PlacementLifecycle.Table.Afterwards.Length, taken.Count); // every row was gone through
    }

    private static string Forms(Placement placement) =>
        string.Join(' ', placement.Record.Evaluations.OrderBy(form => form.Id.Value, StringComparer.Ordinal).Select(form => $"{form.Id}:{form.State}"));

    // The forms that moved or are new, or the one that was asked for.
    private static string? About(Placement before, Placement after, PlacementEntry? entry)
    {
        var moved = after.Record.Evaluations.Where(form => before.Record.Evaluations.All(other => other.Id != form.Id || other.State != form.State))
            .Select(form => form.Id).Concat(entry is PlacementEntry.FormMoved { Step.Form: var asked } ? [asked] : []).Distinct();
        return string.Join(' ', moved.Select(form => $"evaluation/{form}")) is { Length: > 0 } names ? names : null;
    }

    // Half of the time something that is possible, else anything.
    private static T Chosen<T>(T[] triggers, Seed draw, Func<T, bool> isLikely)
    {
        var first = draw.Split(1).DrawBelow(triggers.Length);
        if (draw.Split(2).DrawBelow(5) == 0)
        {
            return triggers[first];
        }

        for (var next = 0; next < triggers.Length; next++)
        {
            if (isLikely(triggers[(first + next) % triggers.Length]))
            {
                return triggers[(first + next) % triggers.Length];
            }
        }

        return triggers[first];
    }

    private static Role WithRight(Role[] who, Seed draw) =>
        draw.Split(10).DrawBelow(6) == 0 ? Roles[draw.Split(11).DrawBelow(Roles.Length)] : who[draw.Split(12).DrawBelow(who.Length)];

    private static ApplicationFacts Facts(Seed draw)
    {
        var facts = Switched<ApplicationFacts>(draw) with
        {
            Now = Given.Now.PlusTicks(draw.Split(101).DrawBelow(3) - 1),
            OfferExpires = draw.Split(102).DrawBelow(5) == 0 ? null : Given.Now.PlusTicks(draw.Split(103).DrawBelow(5) - 1),
            Opportunity = draw.Split(105).DrawBelow(8) switch { 0 => null, 1 => OpportunityState.Suspended, 2 => OpportunityState.Closed, 3 => OpportunityState.Full, _ => OpportunityState.Published },
            FreeSeats = draw.Split(104).DrawBelow(8) switch { 0 => null, 1 => 0, 2 => -1, var seats => seats },
        };
        return facts;
    }

    private static PlacementFacts PlacementFacts(Seed draw) => Switched<PlacementFacts>(draw) with
    {
        Today = Dates.Start.PlusDays(draw.Split(101).DrawBelow(6) == 0 ? -1 : draw.Split(102).DrawBelow(2)),
        FirstDay = draw.Split(103).DrawBelow(2) == 0 ? null : Dates.Start.PlusDays(9), // the placement knows better
        ApprovedMinutes = draw.Split(104).DrawBelow(6) switch { 0 => null, 1 => 59, 2 => 60, 3 => 61, _ => 0 },
        RequiredMinutes = draw.Split(105).DrawBelow(4) switch { 0 => null, 1 => 60, _ => 0 },
        Deadline = draw.Split(106).DrawBelow(3) switch { 0 => null, 1 => Dates.Start, _ => Dates.Start.PlusDays(-1) },
    };

    // Every yes-or-no fact: mostly all of them hold, sometimes each by chance, sometimes none.
    private static T Switched<T>(Seed draw)
    {
        var bits = draw.DrawBelow(8) switch { 0 => draw.Split(1).Draw(), 1 => 0ul, 2 => draw.Split(1).Draw() | draw.Split(2).Draw() | draw.Split(3).Draw(), _ => ulong.MaxValue };
        return FactsOf<T>.With(bits);
    }

    private static void Agree<T>(int run, int step, object trigger, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Assert.Fail($"Sequence {run}, step {step}, {trigger}: the model says {expected}, and the decision {actual}.");
        }
    }

    private static string Line(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));

    private static void Enough(long changes, long refusals)
    {
        Assert.True(changes > 3L * Sequences, $"Only {changes} commands were accepted.");
        Assert.True(refusals > 3L * Sequences, $"Only {refusals} commands were refused.");
    }

    // Facts with the yes-or-no ones set by the bits of a number, by their order of name.
    private static class FactsOf<T>
    {
        private static readonly PropertyInfo[] Switches = [.. typeof(T).GetProperties().Where(fact => fact.PropertyType == typeof(bool)).OrderBy(fact => fact.Name, StringComparer.Ordinal)];
        private static readonly Action<T, bool>[] Setters = [.. Switches.Select(fact => fact.SetMethod!.CreateDelegate<Action<T, bool>>())];

        public static T With(ulong bits)
        {
            var facts = Activator.CreateInstance<T>();
            for (var fact = 0; fact < Setters.Length; fact++)
            {
                Setters[fact](facts, (bits >> fact & 1) == 1);
            }

            return facts;
        }
    }
}
