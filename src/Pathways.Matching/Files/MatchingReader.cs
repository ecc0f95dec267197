using System.Text.Json;
using NodaTime.Text;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>Reads a matching file, token by token.</summary>
internal sealed class MatchingReader(Stream stream, ProblemFaults faults, CancellationToken cancellationToken)
{
    private readonly JsonFields _json = new(new JsonSource(stream, cancellationToken), faults, "matching");
    private readonly ImmutableArray<Assignment>.Builder _assignments = ImmutableArray.CreateBuilder<Assignment>();
    private string? _mechanism;
    private string? _ties;
    private Seed? _seed;
    private bool _improve;
    private bool _exact;
    private Duration? _timeLimit;
    private LocalDate? _readyOn;
    private MatchPolicy? _policy;

    public MatchingFile Read()
    {
        var reader = _json.Source.Start();
        try
        {
            Root(ref reader);
        }
        catch (JsonException fault)
        {
            faults.Add(_json.Source.Consumed(reader), "matching.json.syntax", $"This is not JSON: {JsonFields.Plain(fault)}");
        }

        return new() { Mechanism = _mechanism, Ties = _ties, Seed = _seed, Improve = _improve, Exact = _exact, TimeLimit = _timeLimit, ReadyOn = _readyOn, Policy = _policy, Assignments = _assignments.ToImmutable() };
    }

    private void Root(ref Utf8JsonReader reader)
    {
        if (!_json.Source.Next(ref reader) || !_json.Expect(ref reader, JsonTokenType.StartObject, "the file", "an object"))
        {
            return;
        }

        var fields = _json.Fields("", "format", "assignments", "mechanism", "ties", "seed", "improve", "exact", "limit", "readyOn", "policy");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0:
                    _json.Format(ref reader, MatchingFile.Format);
                    break;
                case 1:
                    Assignments(ref reader);
                    break;
                case >= 2 and <= 9 when reader.TokenType == JsonTokenType.Null:
                    break;
                case 2 when _json.String(ref reader, "mechanism", out var mechanism):
                    _mechanism = mechanism.ToString();
                    break;
                case 3 when _json.String(ref reader, "ties", out var ties):
                    _ties = ties.ToString();
                    break;
                case 4 when _json.Expect(ref reader, JsonTokenType.Number, "seed", "a whole number"):
                    _seed = Seed(ref reader);
                    break;
                case 5:
                    _improve = _json.Boolean(ref reader, "improve");
                    break;
                case 6:
                    _exact = _json.Boolean(ref reader, "exact");
                    break;
                case 7 when _json.Expect(ref reader, JsonTokenType.Number, "limit", "a number of seconds"):
                    _timeLimit = Duration.FromSeconds(Math.Clamp(reader.GetDouble(), 0, 1e9));
                    break;
                case 8 when _json.String(ref reader, "readyOn", out var day):
                    ReadyOn(reader, day.ToString());
                    break;
                case 9:
                    Policy(ref reader);
                    break;
            }
        }

        fields.Require(reader, 0, 1);
        _json.ExpectEnd(ref reader);
    }

    // What is no policy of this library is somebody else's, and no fault of the matching.
    private void Policy(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            _json.Source.Skip(ref reader);
            return;
        }

        var own = new ProblemFaults("policy");
        var policy = new PolicyReader(new(_json.Source, own, "policy"), own).Inner(ref reader);
        _policy = own.Any ? null : policy;
    }

    private void Assignments(ref Utf8JsonReader reader)
    {
        if (!_json.Expect(ref reader, JsonTokenType.StartArray, "assignments", "an array"))
        {
            return;
        }

        for (var index = 0; _json.Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            _json.Owner = ("assignments", index);
            if (_json.Expect(ref reader, JsonTokenType.StartObject, "", "an object with \"student\" and \"opportunity\""))
            {
                Assignment(ref reader);
            }
        }

        _json.Owner = ("", -1);
    }

    private void Assignment(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        var (student, opportunity, rank) = ((StudentId?)null, (OpportunityId?)null, (int?)null);
        var fields = _json.Fields("assignments", "student", "opportunity", "rank");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when Name(ref reader, "student") is { } name:
                    student = StudentId.From(name);
                    break;
                case 1 when Name(ref reader, "opportunity") is { } name:
                    opportunity = OpportunityId.From(name);
                    break;
                case 2 when reader.TokenType == JsonTokenType.Null:
                    break;
                case 2 when _json.Integer(ref reader, "rank", out var number):
                    rank = number;
                    break;
            }
        }

        fields.Require(at, 0, 1);
        if (student is { } who && opportunity is { } where)
        {
            _assignments.Add(new(who, where, rank));
        }
    }

    private Seed? Seed(ref Utf8JsonReader reader)
    {
        if (reader.TryGetUInt64(out var seed))
        {
            return new Seed(seed);
        }

        _json.Fault(_json.Source.At(reader), "seed", "malformed", $"Expected a whole number from 0 to {ulong.MaxValue}.");
        return null;
    }

    private void ReadyOn(in Utf8JsonReader reader, string text)
    {
        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
        {
            _readyOn = day;
            return;
        }

        _json.Fault(_json.Source.At(reader), "readyOn", "malformed", "Expected a day, such as \"2026-09-01\".");
    }

    private string? Name(ref Utf8JsonReader reader, string field)
    {
        if (!_json.String(ref reader, field, out var text))
        {
            return null;
        }

        var name = text.ToString();
        if (Identifier.Fault(name) is not { } fault)
        {
            return name;
        }

        _json.Fault(_json.Source.At(reader), field, "malformed", fault);
        return null;
    }
}
