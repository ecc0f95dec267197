using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pathways.Json;
using Pathways.Placements;

namespace Pathways.Cli.Output;

/// <summary>Everything that a store holds of a student, as <c>"format": "pathways/student-export@1"</c>.</summary>
internal static class StudentExport
{
    public const string Format = "pathways/student-export@1";

    private const int Attempts = 5;

    /// <summary>Reads it all as it stood at one moment, and gives what writes it.</summary>
    /// <exception cref="ConcurrencyException">Something of the student was saved each time.</exception>
    /// <exception cref="RefusedException">The store knows nothing of the student, or the identifier is nobody's.</exception>
    public static async Task<(StudentHoldings Holdings, Action<Stream> Write)> MakeAsync(IPathwaysStore store, TenantScope scope, StudentId student, CancellationToken cancellationToken)
    {
        if (StudentErasure.IsHidden(student))
        {
            throw new RefusedException(
                [new("export.hidden-name", $"{student} stands in match runs for whoever was erased, in each for somebody else. It is nobody's identifier; no file was written.")]);
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var holdings = await StudentHoldings.ReadAsync(store, scope, student, cancellationToken).ConfigureAwait(false);
            var audit = await HistoryAsync(store, scope, holdings, cancellationToken).ConfigureAwait(false);
            if (!await holdings.IsCurrentAsync(store, scope, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (audit.IsEmpty && holdings.Runs.IsEmpty && !holdings.All.Any())
            {
                throw new RefusedException([new("export.unknown-student", $"Nothing is stored of {StoredSubject.Of(student)}; no file was written. Maybe the identifier is mistyped, or another tenant's.")]);
            }

            ImmutableArray<MatchRun> runs = [.. holdings.Runs.Select(run => Of(run, student))];
            return (holdings, stream => Write(stream, scope, holdings, runs, audit));
        }

        throw new ConcurrencyException(StoredSubject.Of(student), Attempts);
    }

    private static async Task<ImmutableArray<AuditLine>> HistoryAsync(IPathwaysStore store, TenantScope scope, StudentHoldings holdings, CancellationToken cancellationToken)
    {
        var audit = ImmutableArray.CreateBuilder<AuditLine>();
        foreach (var subject in holdings.All.Select(thing => thing.Subject).Append(StoredSubject.Of(holdings.Student)))
        {
            audit.AddRange(await store.HistoryAsync(scope, subject, cancellationToken).ConfigureAwait(false));
        }

        return audit.ToImmutable();
    }

    // Of a run only what it says of the student: nobody is told of another.
    private static MatchRun Of(MatchRun run, StudentId student) => run with
    {
        Seats = [.. run.Seats.Where(seat => seat.Student == student)], Kept = [.. run.Kept.Where(seat => seat.Student == student)],
        Declined = [.. run.Declined.Where(seat => seat.Student == student)], Unmatched = [.. run.Unmatched.Where(one => one.Student == student)],
    };

    private static void Write(Stream stream, TenantScope scope, StudentHoldings holdings, ImmutableArray<MatchRun> runs, ImmutableArray<AuditLine> audit)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("tenant", scope.Tenant.Value);
        json.WriteString("student", holdings.Student.Value);
        List(json, "applications", holdings.Applications, StoredJsonContext.Default.Application);
        List(json, "placements", holdings.Placements, StoredJsonContext.Default.Placement);
        List(json, "documents", holdings.Documents, StoredJsonContext.Default.PlacementDocument);
        List(json, "hours", holdings.Hours, StoredJsonContext.Default.HoursEntry);
        List(json, "recordEntries", holdings.Entries, StoredJsonContext.Default.StudentRecordEntry);
        List(json, "matchRuns", runs, StoredJsonContext.Default.MatchRun);
        List(json, "audit", audit, StoredJsonContext.Default.AuditLine);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, JsonTypeInfo<T> type)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            JsonSerializer.Serialize(json, item, type);
        }

        json.WriteEndArray();
    }
}
