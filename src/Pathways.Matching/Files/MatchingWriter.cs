using System.Text.Json;
using NodaTime.Text;
using Pathways.Matching.Cohorts;

namespace Pathways.Matching.Files;

/// <summary>Writes a result as JSON, one assignment a line.</summary>
internal static class MatchingWriter
{
    public static void Write(MatchResult result, Stream stream, MatchTimings? timings)
    {
        using var lines = new JsonLines(stream);
        lines.Open(MatchingFile.Format);
        lines.Field("mechanism", json => json.WriteStringValue(result.Options.Mechanism.Name));
        lines.Field("ties", json => json.WriteStringValue(result.Options.Ties.Name()));
        lines.Field("seed", json => json.WriteNumberValue(result.Options.Seed.Value));
        if (result.Options.Improve)
        {
            lines.Field("improve", json => json.WriteBooleanValue(true));
        }

        if (result.Options.Exact)
        {
            lines.Field("exact", json => json.WriteBooleanValue(true));
        }

        if (result.Options.TimeLimit is { } limit)
        {
            lines.Field("limit", json => json.WriteNumberValue(limit.TotalSeconds));
        }

        if (result.Bound is { } bound)
        {
            lines.Field("bound", json => Bound(json, bound));
        }

        lines.List("assignments", result.Matching.Assignments, Assignment);
        if (result.Rematching is { } round)
        {
            lines.List("kept", round.Kept, Assignment);
            lines.List("declined", round.Declined, Assignment);
        }

        lines.List("unmatched", UnmatchedStudent.Of(result), Unmatched);
        if (result.Verification is { } verification)
        {
            lines.Field("verification", json => Verification(json, verification, result.Options.Mechanism.IsStable));
        }

        lines.Field("measures", json => Measures(json, result.Measures));
        lines.Field("dropped", json => Dropped(json, result.Problem.Dropped));
        if (result.Policy is { } policy)
        {
            lines.Field("policy", json => PolicyFile.Write(policy, json));
        }

        if (result.ReadyOn is { } day)
        {
            lines.Field("readyOn", json => json.WriteStringValue(LocalDatePattern.Iso.Format(day)));
        }

        if (timings is not null)
        {
            lines.Field("timings", json => Timings(json, timings));
        }

        lines.Close();
    }

    private static void Bound(Utf8JsonWriter json, SizeBound bound)
    {
        json.WriteStartObject();
        json.WriteNumber("size", bound.Size);
        json.WriteNumber("upperBound", bound.UpperBound);
        json.WriteBoolean("proved", bound.IsProved);
        json.WriteEndObject();
    }

    private static void Assignment(Utf8JsonWriter json, Assignment assignment)
    {
        json.WriteStartObject();
        json.WriteString("student", assignment.Student.Value);
        json.WriteString("opportunity", assignment.Opportunity.Value);
        if (assignment.Rank is { } rank)
        {
            json.WriteNumber("rank", rank);
        }

        json.WriteEndObject();
    }

    private static void Unmatched(Utf8JsonWriter json, UnmatchedStudent unmatched)
    {
        json.WriteStartObject();
        json.WriteString("student", unmatched.Student.Value);
        json.WriteString("reason", unmatched.Reason);
        json.WriteEndObject();
    }

    private static void Verification(Utf8JsonWriter json, VerificationReport report, bool promisesStability)
    {
        json.WriteStartObject();
        json.WriteBoolean("feasible", report.IsFeasible);
        if (promisesStability && (report.IsStabilityJudged || !report.BlockingPairs.IsEmpty))
        {
            json.WriteBoolean("stable", report.IsStable);
        }
        else
        {
            json.WriteNull("stable");
        }

        json.WriteNumber("blockingPairs", report.BlockingPairs.Length);
        json.WriteStartArray("violations");
        foreach (var violation in report.Violations)
        {
            json.WriteStartObject();
            json.WriteString("code", violation.Code);
            json.WriteString("message", violation.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Measures(Utf8JsonWriter json, MatchMeasures measures)
    {
        json.WriteStartObject();
        json.WriteNumber("students", measures.Students);
        json.WriteNumber("applicants", measures.Applicants);
        json.WriteNumber("matched", measures.Matched);
        json.WriteNumber("matchRate", Math.Round(measures.MatchRate, 6));
        json.WriteNumber("seats", measures.Seats);
        json.WriteNumber("fillRate", Math.Round(measures.FillRate, 6));
        if (measures.MeanRank is { } mean)
        {
            json.WriteNumber("meanRank", Math.Round(mean, 6));
        }
        else
        {
            json.WriteNull("meanRank");
        }

        json.WriteStartArray("ranks");
        foreach (var count in measures.Ranks)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        Fills(json, "sectors", measures.SectorFill);
        Fills(json, "partners", measures.PartnerFill);
        json.WriteEndObject();
    }

    private static void Fills(Utf8JsonWriter json, string name, ImmutableArray<Fill> fills)
    {
        if (fills.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var fill in fills)
        {
            json.WriteStartObject();
            json.WriteString("id", fill.Name);
            json.WriteNumber("opportunities", fill.Opportunities);
            json.WriteNumber("seats", fill.Seats);
            json.WriteNumber("filled", fill.Filled);
            json.WriteNumber("firstChoices", fill.FirstChoices);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Dropped(Utf8JsonWriter json, OneSidedPairs dropped)
    {
        json.WriteStartObject();
        json.WriteNumber("byStudentOnly", dropped.ByStudentOnly);
        json.WriteNumber("byOpportunityOnly", dropped.ByOpportunityOnly);
        json.WriteEndObject();
    }

    private static void Timings(Utf8JsonWriter json, MatchTimings timings)
    {
        json.WriteStartObject();
        json.WriteNumber("readMs", Math.Round(timings.ReadMs, 3));
        json.WriteNumber("compileMs", Math.Round(timings.CompileMs, 3));
        json.WriteNumber("solveMs", Math.Round(timings.SolveMs, 3));
        json.WriteNumber("solveMinMs", Math.Round(timings.SolveMinMs, 3));
        json.WriteNumber("verifyMs", Math.Round(timings.VerifyMs, 3));
        json.WriteEndObject();
    }
}
