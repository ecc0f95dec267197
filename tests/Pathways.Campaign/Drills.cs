namespace Pathways.Campaign;

/// <summary>Every drill, in the order in which they run.</summary>
internal static class Drills
{
    public static IEnumerable<(string Name, Func<Task<DrillResult>> Run)> On(Target target, Profile profile)
    {
        yield return ("seats control", () => Contention.ControlAsync(target, profile));
        yield return ("seats one", () => Contention.RunAsync(target, profile, 1, profile.Seats));
        yield return ("seats many", () => Contention.RunAsync(target, profile, profile.ManyOpportunities, 10));
        foreach (var strategy in profile.EveryStrategy ? Strategies.Of(target) : Strategies.Of(target)[^1..])
        {
            yield return ($"seats by {strategy}", () => Strategies.RunAsync(target, profile, strategy, 1, profile.Seats));
            yield return ($"seats by {strategy}, many", () => Strategies.RunAsync(target, profile, strategy, profile.ManyOpportunities, 10));
        }

        yield return ("seats reduced", () => Contention.RunAsync(target, profile, 1, profile.Seats, isReduced: true));
        yield return ("overlaps control", () => Overlaps.ControlAsync(target, profile));
        yield return ("overlaps", () => Overlaps.RunAsync(target, profile));
        yield return ("planted", () => Planted.RunAsync(target));
        yield return ("statements control", () => KillAtStatement.ControlAsync(target));
        yield return ("statements", () => KillAtStatement.RunAsync(target, profile));
        yield return ("kills control", () => RandomKills.ControlAsync(target, profile));
        yield return ("kills", () => RandomKills.RunAsync(target, profile));
        yield return ("foreign calls", () => ForeignCalls.RunAsync(target, profile));
        yield return ("tampering", () => Tampering.RunAsync(target, profile));
        if (target is PostgreSqlTarget server)
        {
            yield return ("cuts control", () => CutConnections.ControlAsync(server, profile));
            yield return ("cuts", () => CutConnections.RunAsync(server, profile));
            yield return ("crashes control", () => ServerCrashes.ControlAsync(server, profile));
            yield return ("crashes", () => ServerCrashes.RunAsync(server, profile));
        }
    }
}

/// <summary>What a child does.</summary>
internal static class Workers
{
    public static async Task<int> RunAsync(string drill, string[] words)
    {
        await (drill switch
        {
            "seats" => Contention.WorkAsync(words[0], words[1], Number(2), Number(3), Number(4), Number(5)),
            "naive-seats" => Contention.WorkNaivelyAsync(words[0], Number(1), Number(2), Number(3), Number(4)),
            "overlap" => Overlaps.WorkAsync(words[0], words[1], Number(2), Number(3), Number(4)),
            "naive-overlap" => Overlaps.WorkNaivelyAsync(words[0], Number(1), Number(2)),
            "churn" => Churn.WorkAsync(words[0], words[1], words[2], Number(3)),
            "naive-churn" => RandomKills.WorkNaivelyAsync(words[0], words[1]),
            "strategy" => Strategies.WorkAsync(words[0], words[1], Number(2), Number(3), Number(4), Number(5)),
            "unflushed" => ServerCrashes.WorkUnsafelyAsync(words[0], words[1]),
            "statement" => KillAtStatement.WorkAsync(words[0], words[1], words[2], Number(3)),
            _ => throw new ArgumentException($"There is no work {drill}.", nameof(drill)),
        });
        return 0;

        int Number(int at) => int.Parse(words[at], CultureInfo.InvariantCulture);
    }
}
