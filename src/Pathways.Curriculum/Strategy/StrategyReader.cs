using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads the records of a strategy.</summary>
internal static class StrategyReader
{
    public static StrategyRegister Register(JsonRecord root)
    {
        var goals = Goals(root);
        var messages = new HashSet<MessageId>();
        var (needs, capacities, advice) = (new HashSet<NeedId>(), new HashSet<CapacityId>(), new HashSet<AdviceId>());
        return new()
        {
            Goals = goals,
            Messages = root.List("messages", record => Message(record, messages)),
            Needs = root.List("needs", record => Need(record, needs)),
            Capacities = root.List("capacities", record => Capacity(record, capacities)),
            Advice = root.List("advice", record => Advice(record, advice)),
            Surveys = root.List("surveys", Survey),
        };
    }

    // What a statement serves may stand anywhere in the file, so the second look is at all of them.
    private static ImmutableArray<StrategyGoal> Goals(JsonRecord root)
    {
        var (seen, places) = (new HashSet<StrategyGoalId>(), new List<(StrategyGoal Goal, JsonRecord Record)>());
        var goals = root.List("goals", record =>
        {
            var faults = record.FaultCount;
            var goal = Goal(record, seen);
            if (record.FaultCount == faults)
            {
                places.Add((goal, record));
            }

            return goal;
        });
        var levels = goals.GroupBy(goal => goal.Id).ToDictionary(group => group.Key, group => group.First().Level);
        foreach (var (goal, record) in places)
        {
            if (goal.Serves is { } served && !levels.ContainsKey(served))
            {
                record.Fault("serves", "unknown", $"There is no goal \"{served}\" in this file. Maybe it is misspelt, or missing in the list.");
            }
            else if (goal.Serves is { } above && levels[above] >= goal.Level)
            {
                record.Fault("serves", "unsuitable", $"{goal.Id} is {Word(goal.Level)} and cannot serve {above}, which is {Word(levels[above])}. Outcomes serve goals or purposes, and goals purposes.");
            }
        }

        return goals;
    }

    private static StrategyGoal Goal(JsonRecord record, HashSet<StrategyGoalId> seen)
    {
        var level = record.ChoiceOrMissing<GoalLevel>("level");
        var goal = new StrategyGoal
        {
            Id = record.Once("id", seen),
            Level = level ?? default,
            Statement = record.Text("statement"),
            Serves = record.IdOrNull<StrategyGoalId>("serves"),
            Owner = record.IdOrNull<ActorId>("owner"),
            Measure = record.ObjectOrNull("measure", Measure),
        };
        if (level is GoalLevel.Goal or GoalLevel.Outcome && !record.Has("serves"))
        {
            record.Fault("serves", "missing", $"\"serves\" is missing. Say what {Word(level.Value)} is for.");
        }

        if (level is GoalLevel.Purpose or GoalLevel.Goal && record.Has("measure"))
        {
            record.Fault("measure", "malformed", $"Only outcomes are measured, and {goal.Id} is {Word(level.Value)}. Maybe it is an outcome.");
        }

        return goal;
    }

    private static OutcomeMeasure? Measure(JsonRecord record)
    {
        string[] kinds = ["activity", "readiness", "figure"];
        var given = kinds.Where(record.Has).ToList();
        var target = record.Number("target", 0);
        if (given.Count != 1)
        {
            record.Fault("", given.Count == 0 ? "missing" : "duplicate", "An outcome is measured by one of \"activity\", \"readiness\" and \"figure\".");
        }

        var (activity, readiness, figure) = (record.IdOrNull<ActivityId>("activity"), record.IdOrNull<ReadinessDefinitionId>("readiness"), record.TextOrNull("figure"));
        var figures = record.List("figures", found => new DatedFigure(found.Date("on"), found.Number("value", decimal.MinValue), found.Text("source")));
        var atMost = record.Flag("atMost");
        foreach (var field in figure is null && given.Count == 1 ? ["figures", "atMost"] : Array.Empty<string>())
        {
            if (record.Has(field))
            {
                record.Fault(field, "malformed", $"\"{field}\" goes with \"figure\", and this outcome is measured by \"{given[0]}\".");
            }
        }

        if (figure is null && record.Has("target") && target is <= 0 or > 1)
        {
            record.Fault("target", "out-of-range", FormattableString.Invariant($"{target} is no share. Expected a number above 0 and up to 1."));
        }

        return (activity, readiness, figure) switch
        {
            ({ } id, _, _) => new ActivityShare(id) { Target = target },
            (_, { } id, _) => new ReadinessShare(id) { Target = target },
            (_, _, { } name) => new ReportedFigure(name) { Target = target, Figures = figures, IsAtMost = atMost },
            _ => null,
        };
    }

    private static Message Message(JsonRecord record, HashSet<MessageId> seen)
    {
        var criteria = new ReadinessReader(); // identifiers are unique within a message
        var faults = record.FaultCount;
        var message = new Message
        {
            Id = record.Once("id", seen),
            Topic = record.Text("topic"),
            Text = record.Text("text"),
            Audiences = record.Choices<Role>("audiences"),
            Channels = record.Texts("channels"),
            Options = record.Choices<PostsecondaryIntent>("options"),
            From = record.DateOrNull("from"),
            Until = record.DateOrNull("until"),
            Grades = record.Grades("grades"),
            Programs = record.Choices<ProgramType>("programs"),
            Sectors = record.Ids<SectorId>("sectors"),
            Intents = record.Choices<PostsecondaryIntent>("intents"),
            When = record.Has("when") ? criteria.Criteria(record, "when") : [],
            Unless = record.Has("unless") ? criteria.Criteria(record, "unless") : [],
        };
        if (record.Required("audiences") && record.FaultCount == faults && message.Audiences.IsEmpty)
        {
            record.Fault("audiences", "empty", "Nobody would be told. Maybe an audience was left out.");
        }

        if (message.Until < message.From)
        {
            record.Fault("until", "out-of-order", FormattableString.Invariant($"The last day, {message.Until:uuuu-MM-dd}, comes before the first, {message.From:uuuu-MM-dd}."));
        }

        return message;
    }

    private static StakeholderNeed Need(JsonRecord record, HashSet<NeedId> seen)
    {
        var need = new StakeholderNeed
        {
            Id = record.Once("id", seen),
            Stakeholder = record.Text("stakeholder"),
            Text = record.Text("text"),
            HeardOn = record.Date("heardOn"),
            Owner = record.IdOrNull<ActorId>("owner"),
            AddressedOn = record.DateOrNull("addressedOn"),
            Answer = record.TextOrNull("answer"),
        };
        if (record.Has("heardOn") && need.AddressedOn < need.HeardOn)
        {
            record.Fault("addressedOn", "out-of-order", FormattableString.Invariant($"It was addressed on {need.AddressedOn:uuuu-MM-dd}, before it was heard on {need.HeardOn:uuuu-MM-dd}."));
        }

        return need;
    }

    private static CapacityHeld Capacity(JsonRecord record, HashSet<CapacityId> seen)
    {
        var (from, to) = (record.Date("from"), record.Date("to"));
        if (record.Has("from") && record.Has("to") && to < from)
        {
            record.Fault("to", "out-of-order", FormattableString.Invariant($"The last day, {to:uuuu-MM-dd}, comes before the first, {from:uuuu-MM-dd}."));
        }

        return new()
        {
            Id = record.Once("id", seen),
            Kind = record.Text("kind"),
            Holder = record.Text("holder"),
            Period = new(from, to < from ? from : to),
            Amount = record.WholeNumber("amount"),
            Used = record.WholeNumberOrNull("used") ?? 0,
        };
    }

    private static BoardAdvice Advice(JsonRecord record, HashSet<AdviceId> seen)
    {
        var advice = new BoardAdvice
        {
            Id = record.Once("id", seen),
            Pathway = record.Id<PathwayId>("pathway"),
            On = record.Date("on"),
            Text = record.Text("text"),
            IsBinding = record.Flag("isBinding"),
            CarriedOutIn = record.TextOrNull("carriedOutIn"),
            DeclinedBecause = record.TextOrNull("declinedBecause"),
        };
        if (advice is { IsBinding: true, DeclinedBecause: not null })
        {
            record.Fault("declinedBecause", "malformed", "Binding advice cannot be declined. Maybe it was not binding, or it was carried out.");
        }

        return advice;
    }

    private static AwarenessSurvey Survey(JsonRecord record)
    {
        var asked = record.WholeNumber("asked", least: 1);
        var heard = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        record.List("heard", channel =>
        {
            var (name, count) = (channel.Text("channel"), channel.WholeNumber("count", 0, record.Has("asked") ? asked : int.MaxValue));
            if (name.Length > 0 && !heard.TryAdd(name, count))
            {
                channel.Fault("channel", "duplicate", "This channel is there twice. Keep one.");
            }

            return name;
        });
        return new(record.Date("on"), record.Choice<Role>("audience"), asked, heard.ToImmutable());
    }

    private static string Word(GoalLevel level) => level == GoalLevel.Outcome ? "an outcome" : $"a {EnumWords<GoalLevel>.Word(level)}";
}
