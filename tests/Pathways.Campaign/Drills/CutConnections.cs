namespace Pathways.Campaign;

/// <summary>The answer to a COMMIT never comes; the caller asks again under the same key.</summary>
internal static class CutConnections
{
    public static async Task<DrillResult> RunAsync(PostgreSqlTarget target, Profile profile)
    {
        var (doubles, lost, cuts) = await WithAsync(target, profile.CutCommands, isKeyed: true);
        return new DrillResult("connections cut after COMMIT", target.Name)
            .Figure("commands", profile.CutCommands).AtLeast("cuts", cuts, profile.LeastCuts).None("applied twice", doubles).None("lost", lost);
    }

    public static async Task<DrillResult> ControlAsync(PostgreSqlTarget target, Profile profile)
    {
        var (doubles, lost, cuts) = await WithAsync(target, profile.CutCommands, isKeyed: false);
        return new DrillResult("connections cut after COMMIT: control without keys", target.Name)
            .Figure("commands", profile.CutCommands).AtLeast("cuts", cuts, profile.LeastCuts).Control("applied twice", doubles).None("lost", lost);
    }

    private static async Task<(int Doubles, int Lost, int Cuts)> WithAsync(PostgreSqlTarget target, int commands, bool isKeyed)
    {
        var scope = Target.NewTenant();
        using var proxy = new CuttingProxy(target.Port, 0.2);
        using var opened = await target.At(proxy.Port).OpenAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, commands), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, stop) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                // Each attempt names its thing anew, as a caller does who lets the library mint identifiers.
                var entry = Things.Entry($"e{at}-{attempt}", $"s{at}");
                try
                {
                    await opened.Store.CommitAsync(scope, Things.Saving(entry) with { Command = isKeyed ? Things.Stamp($"k{at}") : null }, stop);
                    return;
                }
                catch (Exception) when (attempt < 100)
                {
                    await Task.Delay(5, stop);
                }
            }
        });
        using var direct = await target.OpenAsync();
        var entries = await Invariants.AllAsync(new RecordQuery { Limit = 1000 }, query => direct.Store.ListAsync(scope, query), (query, from) => query with { From = from });
        var perStudent = entries.GroupBy(entry => entry.Student).Select(group => group.Count()).ToList();
        return (perStudent.Count(count => count > 1), commands - perStudent.Count, proxy.Cuts);
    }
}
