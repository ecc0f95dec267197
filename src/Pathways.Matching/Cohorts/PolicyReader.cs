using System.Text;
using System.Text.Json;
using Pathways.Matching.Files;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Cohorts;

/// <summary>Reads a policy file, token by token.</summary>
internal sealed class PolicyReader(JsonFields json, ProblemFaults faults)
{
    private readonly JsonFields _json = json;
    private EligibilityPolicy _eligibility = new();
    private PriorityPolicy _priority = new();

    public PolicyReader(Stream stream, ProblemFaults faults, CancellationToken cancellationToken)
        : this(new(new JsonSource(stream, cancellationToken), faults, "policy") { WarnsOfUnknown = true }, faults)
    {
    }

    public MatchPolicy Read()
    {
        var reader = _json.Source.Start();
        try
        {
            Root(ref reader);
        }
        catch (JsonException fault)
        {
            faults.Add(_json.Source.Consumed(reader), "policy.json.syntax", $"This is not JSON: {JsonFields.Plain(fault)}");
        }

        return new() { Eligibility = _eligibility, Priority = _priority };
    }

    /// <summary>Reads a policy that stands within another file; the reader is at its start.</summary>
    public MatchPolicy Inner(ref Utf8JsonReader reader)
    {
        Members(ref reader);
        return new() { Eligibility = _eligibility, Priority = _priority };
    }

    private void Root(ref Utf8JsonReader reader)
    {
        if (!_json.Source.Next(ref reader) || !_json.Expect(ref reader, JsonTokenType.StartObject, "the file", "an object"))
        {
            return;
        }

        Members(ref reader);
        _json.ExpectEnd(ref reader);
    }

    private void Members(ref Utf8JsonReader reader)
    {
        var fields = _json.Fields("", "format", "eligibility", "priority");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0:
                    _json.Format(ref reader, PolicyFile.Format);
                    break;
                case 1 when _json.Expect(ref reader, JsonTokenType.StartObject, "eligibility", "an object"):
                    Eligibility(ref reader);
                    break;
                case 2 when _json.Expect(ref reader, JsonTokenType.StartObject, "priority", "an object"):
                    Priority(ref reader);
                    break;
            }
        }

        fields.Require(reader, 0);
    }

    private void Eligibility(ref Utf8JsonReader reader)
    {
        var fields = _json.Fields("eligibility", "maximumDistanceKm", "requireChosenSector", "requireReadiness", "requireWorkRules");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.Expect(ref reader, JsonTokenType.Number, "eligibility.maximumDistanceKm", "a number of kilometres"):
                    _eligibility = _eligibility with { MaximumDistanceKm = Kilometres(ref reader) };
                    break;
                case 1:
                    _eligibility = _eligibility with { RequireChosenSector = _json.Boolean(ref reader, "eligibility.requireChosenSector") };
                    break;
                case 2:
                    _eligibility = _eligibility with { RequireReadiness = _json.Boolean(ref reader, "eligibility.requireReadiness") };
                    break;
                case 3:
                    _eligibility = _eligibility with { RequireWorkRules = _json.Boolean(ref reader, "eligibility.requireWorkRules") };
                    break;
            }
        }
    }

    private double Kilometres(ref Utf8JsonReader reader)
    {
        if (reader.TryGetDouble(out var km) && double.IsFinite(km) && km >= 0)
        {
            return km;
        }

        _json.Fault(_json.Source.At(reader), "eligibility.maximumDistanceKm", "malformed", "Expected a number of kilometres of 0 or more.");
        return 0;
    }

    private void Priority(ref Utf8JsonReader reader)
    {
        var fields = _json.Fields("priority", "readinessPoints", "readinessStep", "sectorChoicePoints", "groupPoints");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.Integer(ref reader, "priority.readinessPoints", out var points):
                    _priority = _priority with { ReadinessPoints = points };
                    break;
                case 1 when _json.Integer(ref reader, "priority.readinessStep", out var step):
                    if (step is < 1 or > 100)
                    {
                        _json.Fault(_json.Source.At(reader), "priority.readinessStep", "malformed", $"{step} is no step. Expected 1 to 100.");
                    }

                    _priority = _priority with { ReadinessStep = Math.Clamp(step, 1, 100) };
                    break;
                case 2:
                    _priority = _priority with { SectorChoicePoints = Points(ref reader) };
                    break;
                case 3:
                    var groups = ImmutableSortedDictionary.CreateBuilder<PriorityGroupId, int>();
                    _json.Numbers(ref reader, "priority.groupPoints", "group", (name, points, at) => Group(groups, name, points, at));
                    _priority = _priority with { GroupPoints = groups.ToImmutable() };
                    break;
            }
        }
    }

    private ImmutableArray<int> Points(ref Utf8JsonReader reader)
    {
        var points = ImmutableArray.CreateBuilder<int>();
        if (_json.Expect(ref reader, JsonTokenType.StartArray, "priority.sectorChoicePoints", "an array of whole numbers"))
        {
            while (_json.Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
            {
                if (_json.Integer(ref reader, "priority.sectorChoicePoints", out var number))
                {
                    points.Add(number);
                }
            }
        }

        return points.ToImmutable();
    }

    private void Group(ImmutableSortedDictionary<PriorityGroupId, int>.Builder groups, ReadOnlySpan<byte> name, double points, long at)
    {
        var text = Encoding.UTF8.GetString(name);
        if (Identifier.Fault(text) is { } fault)
        {
            _json.Fault(at, "priority.groupPoints", "malformed", fault);
        }
        else if (points != Math.Truncate(points) || Math.Abs(points) > 1_000_000)
        {
            _json.Fault(at, "priority.groupPoints", "malformed", $"The points of \"{ProblemAssembler.Shown(text)}\" must be a whole number up to a million.");
        }
        else if (!groups.TryAdd(PriorityGroupId.From(text), (int)points))
        {
            _json.Fault(at, "priority.groupPoints", "duplicate", $"\"{ProblemAssembler.Shown(text)}\" is given twice. Keep one.");
        }
    }
}
