using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pathways.Campaign;

/// <summary>Ways to give out seats, each as bare statements with the same request, log and event, so that it shows what the store's own way costs.</summary>
internal static class Strategies
{
    private const string Conditional = "conditional update";
    private const string Locked = "row lock";
    private const string Optimistic = "optimistic version";
    private const string Serializable = "serializable count";
    private const string SeatRows = "seat rows with SKIP LOCKED";

    private enum Answer { Accepted, Repeated, Refused, Retry }

    /// <summary>SQLite lets one write at a time, so there the ways differ in nothing.</summary>
    public static string[] Of(Target target) => target is PostgreSqlTarget ? [Conditional, Locked, Optimistic, Serializable, SeatRows] : [Conditional];

    public static async Task<DrillResult> RunAsync(Target target, Profile profile, string strategy, int opportunities, int seatsEach)
    {
        await using var connection = await target.ConnectAsync();
        await PrepareAsync(connection, opportunities, seatsEach, strategy == SeatRows);
        var watch = new Stopwatch();
        var said = await Contention.TogetherAsync(
            profile.Processes, at => ["worker", "strategy", target.Address, strategy, $"{at}", $"{profile.Processes}", $"{profile.Accepts}", $"{opportunities}"], watch.Start);
        watch.Stop();
        var counts = said.Select(line => line.Split(' ').Select(int.Parse).ToArray()).Aggregate(new int[3], (sum, next) => [.. sum.Zip(next, (a, b) => a + b)]);
        var (asked, repeated, retries) = (counts[0], counts[1], counts[2]);
        var sold = await RawSql.CountAsync(connection, "SELECT COUNT(*) FROM race_held");
        var over = await RawSql.CountAsync(connection, $"SELECT COUNT(*) FROM (SELECT opportunity FROM race_held GROUP BY opportunity HAVING COUNT(*) > {seatsEach}) too_many");
        var what = opportunities == 1 ? $"{seatsEach} seats of one opportunity" : $"{opportunities} opportunities of {seatsEach} seats";
        return new DrillResult($"bare statements, {strategy}: {what}", target.Name)
            .Figure("requests", asked).Exactly("accepted", sold, Math.Min(profile.Accepts, opportunities * seatsEach)).AtLeast("repeated", repeated, 1).None("oversubscribed", over)
            .None("without log or event", sold - await RawSql.CountAsync(connection, "SELECT COUNT(*) FROM race_held JOIN race_log USING (holder) JOIN race_event USING (holder)"))
            .Figure("tried again", retries).Figure("requests a second", (long)(asked / watch.Elapsed.TotalSeconds));
    }

    /// <summary>A child: asks for its share of the seats, and for a fifth of another's once more, two at a time.</summary>
    public static async Task WorkAsync(string address, string strategy, int own, int processes, int accepts, int opportunities)
    {
        var target = Target.Parse(address);
        var lanes = new Queue<int>[2];
        var requests = Contention.Share(own, processes, accepts);
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = new(requests.Where((_, at) => at % lanes.Length == lane));
        }

        var connections = new[] { await target.ConnectAsync(), await target.ConnectAsync() };
        Parent.WaitForGo();
        var (repeated, retries) = (0, 0);
        await Task.WhenAll(lanes.Zip(connections).Select(pair => Task.Run(async () =>
        {
            var (queue, connection) = pair;
            while (queue.TryDequeue(out var at))
            {
                Answer answer;
                while ((answer = await AskAsync(connection, strategy, at, at % opportunities)) == Answer.Retry)
                {
                    Interlocked.Increment(ref retries);
                }

                _ = answer == Answer.Repeated ? Interlocked.Increment(ref repeated) : 0;
            }
        })));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        Parent.Say(FormattableString.Invariant($"{requests.Length} {repeated} {retries}"));
    }

    private static async Task PrepareAsync(DbConnection connection, int opportunities, int seatsEach, bool hasSeatRows)
    {
        foreach (var (table, columns) in ((string, string)[])
            [
                ("race_opportunity", "id INTEGER PRIMARY KEY, seats INTEGER NOT NULL, taken INTEGER NOT NULL, version INTEGER NOT NULL"),
                ("race_seat", "opportunity INTEGER NOT NULL, number INTEGER NOT NULL, holder TEXT, PRIMARY KEY (opportunity, number)"), ("race_command", "id TEXT PRIMARY KEY"),
                ("race_held", "holder TEXT PRIMARY KEY, opportunity INTEGER NOT NULL"), ("race_log", "holder TEXT PRIMARY KEY"), ("race_event", "holder TEXT PRIMARY KEY"),
            ])
        {
            await RawSql.RunAsync(connection, $"DROP TABLE IF EXISTS {table}");
            await RawSql.RunAsync(connection, $"CREATE TABLE {table} ({columns})");
        }

        await RawSql.RunAsync(connection, "CREATE INDEX race_held_by ON race_held (opportunity)");
        await RawSql.RunAsync(connection, "CREATE INDEX race_free ON race_seat (opportunity, number) WHERE holder IS NULL");
        for (var at = 0; at < opportunities; at++)
        {
            await RawSql.RunAsync(connection, $"INSERT INTO race_opportunity VALUES ({at}, {seatsEach}, 0, 1)");
            if (hasSeatRows)
            {
                await RawSql.RunAsync(connection, $"INSERT INTO race_seat SELECT {at}, number FROM generate_series(1, {seatsEach}) number");
            }
        }
    }

    private static async Task<Answer> AskAsync(DbConnection connection, string strategy, int at, int opportunity)
    {
        await using var transaction = connection is SqliteConnection file
            ? file.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(strategy == Serializable ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted);
        try
        {
            var answer = await RunAsync($"INSERT INTO race_command VALUES ('k{at}') ON CONFLICT DO NOTHING") == 0 ? Answer.Repeated : await ClaimAsync(strategy);
            if (answer != Answer.Accepted)
            {
                await transaction.RollbackAsync();
                return answer;
            }

            await RunAsync($"INSERT INTO race_held VALUES ('a{at}', {opportunity})");
            await RunAsync($"INSERT INTO race_log VALUES ('a{at}')");
            await RunAsync($"INSERT INTO race_event VALUES ('a{at}')");
            await transaction.CommitAsync();
            return Answer.Accepted;
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
        {
            return Answer.Retry;
        }

        async Task<Answer> ClaimAsync(string by)
        {
            switch (by)
            {
                case Conditional:
                    return await RunAsync($"UPDATE race_opportunity SET taken = taken + 1 WHERE id = {opportunity} AND taken < seats") == 1 ? Answer.Accepted : Answer.Refused;
                case Locked:
                    if (await CountAsync($"SELECT seats - taken FROM race_opportunity WHERE id = {opportunity} FOR UPDATE") == 0)
                    {
                        return Answer.Refused;
                    }

                    await RunAsync($"UPDATE race_opportunity SET taken = taken + 1 WHERE id = {opportunity}");
                    return Answer.Accepted;
                case Optimistic:
                    var version = await CountAsync($"SELECT CASE WHEN taken < seats THEN version ELSE 0 END FROM race_opportunity WHERE id = {opportunity}");
                    return version == 0 ? Answer.Refused
                        : await RunAsync($"UPDATE race_opportunity SET taken = taken + 1, version = version + 1 WHERE id = {opportunity} AND version = {version}") == 1 ? Answer.Accepted : Answer.Retry;
                case Serializable:
                    return await CountAsync($"SELECT seats - (SELECT COUNT(*) FROM race_held WHERE opportunity = {opportunity}) FROM race_opportunity WHERE id = {opportunity}") > 0
                        ? Answer.Accepted : Answer.Refused;
                default:
                    return await RunAsync(
                        $"UPDATE race_seat SET holder = 'a{at}' WHERE (opportunity, number) = "
                        + $"(SELECT opportunity, number FROM race_seat WHERE opportunity = {opportunity} AND holder IS NULL LIMIT 1 FOR UPDATE SKIP LOCKED)") == 1 ? Answer.Accepted : Answer.Refused;
            }
        }

        async Task<int> RunAsync(string sql)
        {
            await using var command = Command(sql);
            return await command.ExecuteNonQueryAsync();
        }

        async Task<long> CountAsync(string sql)
        {
            await using var command = Command(sql);
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        DbCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            return command;
        }
    }
}
