using Npgsql;
using Pathways.Cli.Stores;
using Pathways.Placements;
using static Pathways.Cli.Tests.PlacementsFolder;

namespace Pathways.Cli.Tests;

/// <summary>Placements in stores of every kind; what a store holds of a student is exported whole, and erased without trace.</summary>
public class StudentCommandTests
{
    private const string Administrator = "administrator:u-admin";
    private static readonly TenantScope Tenant = TenantScope.Of(TenantId.From("marlborough"));
    private int _planted;

    [Theory]
    [InlineData("pathways.db")]
    [InlineData("other.json")]
    public async Task Everything_of_a_student_is_exported_then_erased(string name)
    {
        using var folder = In(temporary => temporary.In(name));
        await Erased(folder, () => Task.FromResult(string.Concat(Directory.GetFiles(folder.Path, $"{name}*").Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))))));
        Assert.False(File.Exists(folder.In("store.json")));
    }

    [PostgresFact]
    public async Task Everything_of_a_student_is_exported_then_erased_in_postgresql()
    {
        await using var place = await PostgresPlace.MakeAsync();
        Assert.Equal(0, Shell.Run("migrate", "--store", place.Address).Code);
        using var folder = In(_ => place.Address);
        await Erased(folder, () => DumpAsync(place.Address));
    }

    [Fact]
    public void What_is_still_going_on_is_not_erased_and_who_may_not_is_told()
    {
        using var folder = In(temporary => temporary.In("pathways.db"));
        Assert.Equal(["erasure.live-placement"], No("erase", folder, "--by", Administrator, "--reason", "asked", "--yes"));
        Assert.Equal(["access.role"], No("erase", folder, "--by", Coordinator, "--reason", "asked", "--yes"));
        Assert.Equal(["erasure.unknown-student"], Codes(Shell.Run("erase", "--store", folder.Store!, "--student", "anna", "--by", Administrator, "--reason", "asked", "--yes", "--json")));
        var export = Shell.Run("export-student", "--store", folder.Store!, "--student", "ana", "--by", Coordinator, "--out", folder.In("export.json"));
        Assert.Equal((1, true, false), (export.Code, export.Output.Contains("access.role", StringComparison.Ordinal), File.Exists(folder.In("export.json"))));
        folder.Done("history", "placement/p-1", "--by", Coordinator);
    }

    [Fact]
    public void Every_reason_against_an_erasure_is_told_at_once()
    {
        var (student, dates) = (StudentId.From("ana"), new DateInterval(new(2026, 9, 14), new(2026, 12, 18)));
        var holdings = new StudentHoldings
        {
            Student = student, State = new("student/ana", 3, IsDeleted: false),
            Applications = [new() { Id = StudentApplicationId.From("a-1"), Student = student, Opportunity = OpportunityId.From("mill"), State = ApplicationState.Offered }],
            Placements = [new() { Id = PlacementId.From("p-1"), Student = student, Opportunity = OpportunityId.From("mill"), Dates = dates, State = PlacementState.Active }],
        };
        var (by, may) = (new Actor(ActorId.From("u-admin"), Role.Administrator), new AccessDecision.Allowed("tenant.erase", AccessView.Nothing));
        var refused = Assert.IsType<ErasureOutcome.Refused>(StudentErasure.Plan(holdings, by, may, Instant.FromUtc(2026, 9, 1, 0, 0), ReasonCode.From("asked")));
        Assert.Equal(["erasure.live-application", "erasure.live-placement"], refused.Reasons.Select(reason => reason.Code));
        Assert.Equal("ana", holdings.ToString());
    }

    private async Task Erased(PlacementsFolder folder, Func<Task<string>> dump)
    {
        folder.Plant(Next);
        await WriteRecord(folder.Store!);
        Assert.Equal(24, _planted);
        var before = await dump();
        Assert.All(Enumerable.Range(1, _planted), number => Assert.Contains(Canary(number), before, StringComparison.Ordinal)); // what is not there cannot go

        var export = folder.In("export.json");
        var exported = Shell.Run([.. Command("export-student", folder), "--by", "guardian:u-guardian", "--out", export]);
        Assert.True(exported.Code == 0, exported.Output + exported.Error);
        PrivateFileTests.IsPrivate(export);
        var copy = File.ReadAllText(export);
        Assert.All(Enumerable.Range(1, _planted), number => Assert.Contains(Canary(number), copy, StringComparison.Ordinal));
        Assert.All(["\"a-1\"", "\"p-1\"", "\"p-2\"", "\"h-1\"", "\"r-1\"", "p-1/guardian-consent", "MakeOffer"], word => Assert.Contains(word, copy, StringComparison.Ordinal));
        Assert.Equal(2, Shell.Run([.. Command("export-student", folder), "--by", "guardian:u-guardian", "--out", export]).Code);

        string[] erase = [.. Command("erase", folder), "--by", Administrator, "--reason", "asked", "--json"];
        var planned = Shell.Run(erase);
        Assert.Equal((1, false, before), (planned.Code, planned.Json.GetProperty("erased").GetBoolean(), await dump()));
        var done = Shell.Run([.. erase, "--yes"]);
        Assert.True(done.Code == 0, done.Output + done.Error);
        Assert.Equal((true, 1, 2), (done.Json.GetProperty("erased").GetBoolean(), done.Json.GetProperty("applications").GetInt32(), done.Json.GetProperty("placements").GetInt32()));

        var after = await dump();
        Assert.DoesNotContain("kanarie", after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("student/ana", after, StringComparison.Ordinal); // the tombstone
        Assert.Equal(0, Shell.Run("audit", "verify", "--store", folder.Store!, "--tenant", "marlborough").Code);
        Assert.Equal(["erasure.erased-already"], Codes(Shell.Run([.. erase, "--yes"])));

        // Whoever comes late is refused.
        Assert.Equal(1, folder.Run("log", "h-2", "--placement", "p-2", "--day", "2026-10-06", "--from", "15:00", "--to", "16:00", "--by", Ana, "--at", "2026-10-06T16:00").Code);
        Assert.Contains("command.deleted", folder.Run("arrange", "p-3", "--student", "ana", "--opportunity", "mill", "--by", Coordinator, "--at", "2026-09-01T09:00").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", await dump(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task WriteRecord(string store)
    {
        var (by, on) = (new Actor(ActorId.From("u-coordinator"), Role.Coordinator), new LocalDate(2026, 9, 14));
        var visit = ActivityId.From("visit");
        EntryId Id() => EntryId.From($"e{_planted}");
        RecordEntry[] entries =
        [
            new Experience { Id = Id(), On = on, By = by, Activity = visit, Attendance = Attendance.Excused, Group = Next() },
            new ArtifactVersion { Id = Id(), On = on, By = by, Artifact = ArtifactId.From("resume"), Kind = ArtifactKind.Resume, Version = 1, Title = Next(), Location = $"https://example.org/{Next()}" },
            new ArtifactReview { Id = Id(), On = on, By = by, Artifact = ArtifactId.From("resume"), Version = 1, State = ReviewState.Returned, Comment = Next() },
            new SectorChoice { Id = Id(), On = on, By = by, Sector = SectorId.From("health"), Reason = Next() },
            new GoalSet { Id = Id(), On = on, By = by, Kind = GoalKind.PersonalSocial, Text = Next() },
            new StrengthResult { Id = Id(), On = on, By = by, Instrument = Next(), Strengths = [Next()] },
            new ExpectationChecked { Id = Id(), On = on, By = by, Activity = visit, Expectation = Next(), Finding = Next(), WasRight = true },
            new FamilyContact { Id = Id(), On = on, By = by, Channel = "call", Topic = Next() },
            new BarrierReported { Id = Id(), On = on, By = by, Kind = BarrierKind.Transport, Text = Next() },
            new ActivityWaived { Id = Id(), On = on, By = by, Activity = visit, Reason = Next() },
            new PipelineChange { Id = Id(), On = on, By = by, Step = PipelineStep.Resumed, Reason = Next() },
        ];
        using var opened = (IDisposable)await StoreAddress.Parse("--store", store).OpenAsync(WhenMissing.Fail, default);
        var things = entries.Select(entry => new StudentRecordEntry { Student = StudentId.From("ana"), Entry = entry }).ToArray();
        Assert.IsType<CommitOutcome.Committed>(await ((IPathwaysStore)opened).CommitAsync(Tenant, new() { Changes = [.. things.Select(StoredChange.To)] }));
    }

    private static async Task<string> DumpAsync(string address)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        var tables = await Rows("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname LIKE 'pathways%'");
        Assert.True(tables.Count > 10);
        var dump = new System.Text.StringBuilder();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            dump.AppendJoin('\n', (await Rows($"SELECT set_config('pathways.tenant', 'marlborough', false) || t::text FROM {table} t")).Order(StringComparer.Ordinal));
        }

        return dump.ToString();

        async Task<List<string>> Rows(string sql)
        {
            await using var tenant = new NpgsqlCommand("SELECT set_config('pathways.tenant', 'marlborough', false)", connection);
            await tenant.ExecuteNonQueryAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(reader.GetString(0));
            }

            return rows;
        }
    }

    private static string[] Command(string name, PlacementsFolder folder) => [name, "--store", folder.Store!, "--tenant", "marlborough", "--student", "ana"];

    private static IEnumerable<string> No(string command, PlacementsFolder folder, params string[] args) => Codes(Shell.Run([.. Command(command, folder), .. args, "--json"]));

    private static IEnumerable<string> Codes(Shell run)
    {
        Assert.Equal((1, ""), (run.Code, run.Error));
        return run.Json.GetProperty("refused").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!);
    }

    private static string Canary(int number) => $"kanarie{number:000}vogel";

    private string Next() => Canary(++_planted);
}
