using System.Text.Json;
using System.Text.Json.Serialization;
using Pathways.Curriculum;

namespace Pathways.Cli.Output;

/// <summary>The JSON of <c>progress</c>; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(CohortProgressJson))]
[JsonSerializable(typeof(StudentProgressJson))]
internal sealed partial class ProgressJson : JsonSerializerContext
{
    public static CountJson Count(ProgressCount count) =>
        new(count.Required, count.Opened, count.Done, count.Waived, count.InProgress, count.Open, count.Blocked, count.Late);

    public static string? Day(LocalDate? day) => day?.ToString("uuuu'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => Json.EnumWords<TEnum>.Word(value);
}

internal sealed record CountJson(int Required, int Opened, int Done, int Waived, int InProgress, int Open, int Blocked, int Late);

internal sealed record PartJson(string Name, int Students, CountJson Count);

internal sealed record GapJson(string Student, string Status, IReadOnlyList<CodedJson> Reasons);

internal sealed record CoverageJson(string Activity, string Title, IReadOnlyList<string> Programs, CountJson Count, IReadOnlyList<GapJson> Exceptions);

internal sealed record SectorReachJson(string Sector, int Students);

internal sealed record BreadthJson(IReadOnlyList<int> StudentsByCount, IReadOnlyList<SectorReachJson> Sectors, int Asked, IReadOnlyList<string> DepthFirst);

internal sealed record CohortActionJson(
    string Role, string? Activity, string Code, int Count, int Late, string? Due, string? LastDue, string Message, IReadOnlyList<string> Students, IReadOnlyList<StudentActionJson> Each);

/// <summary>One student's part in an action of a cohort: their own day and words.</summary>
internal sealed record StudentActionJson(string Student, string? Due, bool Late, string Message);

/// <summary>The report of <c>progress --cohort</c>.</summary>
internal sealed record CohortProgressJson(
    string Scope,
    string On,
    int Students,
    IReadOnlyList<string> WithoutRecord,
    CountJson Total,
    IReadOnlyList<PartJson> Stages,
    IReadOnlyList<PartJson> DueInGrade,
    IReadOnlyList<PartJson> Grades,
    IReadOnlyList<PartJson> Schools,
    IReadOnlyList<PartJson> Sectors,
    IReadOnlyList<PartJson> Programs,
    IReadOnlyList<CoverageJson> EveryStudent,
    BreadthJson Breadth,
    IReadOnlyList<CohortActionJson> Actions,
    PoolJson? Pool,
    IReadOnlyList<ExceptionCountJson> ExceptionCounts,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CoverageJson> SomeStudents);

/// <summary>How many exceptions to one activity have a reason, and how many of them are late; an exception with several reasons counts for each.</summary>
internal sealed record ExceptionCountJson(string Activity, string Reason, int Count, int Late);

/// <summary>Ready students against the seats that come up from one day to another.</summary>
internal sealed record PoolJson(string? From, string? To, IReadOnlyList<PoolSectorJson> Sectors, int SeatsNotCovered);

internal sealed record PoolSectorJson(
    string? Sector, IReadOnlyList<string> Ready, IReadOnlyList<string> Applying, IReadOnlyList<string> PausedReady, int Seats, IReadOnlyList<string> Opportunities, IReadOnlyList<ForecastJson> Forecast);

internal sealed record ForecastJson(int Unmet, IReadOnlyList<string> Students);

internal sealed record ActivityJson(
    string Activity,
    string Title,
    string Status,
    string? Opens,
    string? Closes,
    string? Due,
    string? LateSince,
    string? CompletedOn,
    int Attended,
    decimal Hours,
    string? PlannedOn,
    IReadOnlyList<string> BlockedBy,
    IReadOnlyList<CodedJson> Reasons);

internal sealed record ActionJson(string Role, string? Activity, string Code, string? Due, bool Late, string Message);

/// <summary>The report of <c>progress --student</c>.</summary>
internal sealed record StudentProgressJson(
    string Scope,
    string On,
    string Student,
    string School,
    string Grade,
    bool HasRecord,
    CountJson Total,
    int SectorsExperienced,
    IReadOnlyList<ActivityJson> Activities,
    IReadOnlyList<ActionJson> Actions,
    IReadOnlyList<string> UnknownActivities,
    IReadOnlyList<ReadinessJson> Readiness,
    JsonElement? Plan,
    IReadOnlyList<string> Notes,
    string? Aside,
    string? AsideSince);

/// <summary>Whether a student is ready by one definition; <c>missing</c> is what keeps from it, the grant included.</summary>
internal sealed record ReadinessJson(
    string Definition, string Title, string Dimension, bool Ready, string? Until, IReadOnlyList<CodedJson> Missing, IReadOnlyList<CriterionJson> Criteria);

internal sealed record CriterionJson(string Criterion, string Sentence, bool Met, bool Waived, IReadOnlyList<CodedJson> Missing);
