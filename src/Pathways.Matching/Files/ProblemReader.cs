using System.Text.Json;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>Feeds a problem file to an assembler, token by token.</summary>
internal sealed class ProblemReader(Stream stream, ProblemAssembler problem, CancellationToken cancellationToken)
{
    // Made once, not once for every entry: a large file has a million of them.
    private static readonly string[] StudentFields = ["id", "preferences", "groups"];
    private static readonly string[] OpportunityFields = ["id", "seats", "minimum", "partner", "priorities", "scores", "reserves", "slots"];
    private readonly JsonFields.RankedEntry _choice = problem.Choice;
    private readonly JsonFields.RankedEntry _ranked = problem.Ranked;
    private readonly JsonFields.NumberEntry _scored = problem.Scored;

    private readonly JsonFields _json = new(new JsonSource(stream, cancellationToken), problem.Faults, "problem");

    public void Read()
    {
        var reader = _json.Source.Start();
        try
        {
            Root(ref reader);
        }
        catch (JsonException fault)
        {
            problem.Faults.Add(_json.Source.Consumed(reader), "problem.json.syntax", $"This is not JSON: {JsonFields.Plain(fault)}");
        }
    }

    private void Root(ref Utf8JsonReader reader)
    {
        if (!_json.Source.Next(ref reader) || !_json.Expect(ref reader, JsonTokenType.StartObject, "the file", "an object"))
        {
            return;
        }

        var fields = _json.Fields("", "format", "students", "opportunities", "partners", "caps");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0:
                    _json.Format(ref reader, ProblemFile.Format);
                    break;
                case 1:
                    problem.HasAllStudents = Each(ref reader, "students", Student);
                    break;
                case 2:
                    problem.HasAllOpportunities = Each(ref reader, "opportunities", Opportunity);
                    break;
                case 3:
                    problem.DeclarePartners();
                    problem.HasAllPartners = Each(ref reader, "partners", Partner);
                    break;
                case 4:
                    Each(ref reader, "caps", Cap);
                    break;
            }
        }

        fields.Require(reader, 0, 1, 2);
        _json.ExpectEnd(ref reader);
    }

    /// <returns>Whether there was a list, read to its end: only then is a name that it does not hold unknown.</returns>
    private bool Each(ref Utf8JsonReader reader, string list, Entry read)
    {
        if (!_json.Expect(ref reader, JsonTokenType.StartArray, list, "an array"))
        {
            return false;
        }

        for (var index = 0; _json.Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            _json.Owner = (list, index);
            if (_json.Expect(ref reader, JsonTokenType.StartObject, "", "an object"))
            {
                read(ref reader);
            }
        }

        _json.Owner = ("", -1);
        return true;
    }

    private void Student(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        problem.BeginStudent();
        var fields = _json.Fields("students", StudentFields);
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.String(ref reader, "id", out var id):
                    problem.StudentName(id, _json.Source.At(reader));
                    break;
                case 1:
                    _json.Ranking(ref reader, "preferences", "opportunity identifiers", _choice);
                    break;
                case 2:
                    _json.Strings(ref reader, "groups", problem.Group);
                    break;
            }
        }

        fields.Require(at, 0, 1);
        problem.EndStudent();
    }

    private void Opportunity(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        problem.BeginOpportunity();
        var fields = _json.Fields("opportunities", OpportunityFields);
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.String(ref reader, "id", out var id):
                    problem.OpportunityName(id, _json.Source.At(reader));
                    break;
                case 1 when _json.Integer(ref reader, "seats", out var seats):
                    problem.Seats(seats, _json.Source.At(reader));
                    break;
                case 2 when _json.Integer(ref reader, "minimum", out var minimum):
                    problem.Minimum(minimum, _json.Source.At(reader));
                    break;
                case 3 when _json.String(ref reader, "partner", out var partner):
                    problem.Partner(partner, _json.Source.At(reader));
                    break;
                case 4:
                    problem.HasOrder();
                    _json.Ranking(ref reader, "priorities", "student identifiers", _ranked);
                    break;
                case 5:
                    problem.HasScores();
                    _json.Numbers(ref reader, "scores", "student", _scored);
                    break;
                case 6:
                    Seats(ref reader, "reserves", "objects with \"group\" and \"seats\"", Reserve);
                    break;
                case 7:
                    Seats(ref reader, "slots", "objects with \"seats\"", Slot);
                    break;
            }
        }

        fields.Require(at, 0, 1);
        problem.EndOpportunity(at);
    }

    private void Seats(ref Utf8JsonReader reader, string field, string what, Entry read)
    {
        if (!_json.Expect(ref reader, JsonTokenType.StartArray, field, "an array"))
        {
            return;
        }

        while (_json.Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_json.Expect(ref reader, JsonTokenType.StartObject, field, what))
            {
                read(ref reader);
            }
            else if (field == "slots")
            {
                problem.SkipSlot();
            }
        }
    }

    private void Reserve(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        var (group, seats, hard) = ((string?)null, (int?)null, false);
        var fields = _json.Fields("opportunities.reserves", "group", "seats", "hard");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.String(ref reader, "reserves.group", out var name):
                    group = name.ToString();
                    break;
                case 1 when _json.Integer(ref reader, "reserves.seats", out var number):
                    seats = number;
                    break;
                case 2:
                    hard = _json.Boolean(ref reader, "reserves.hard");
                    break;
            }
        }

        fields.Require(at, 0, 1);
        if (group is not null && seats is { } count)
        {
            problem.Reserve(group, count, hard, at);
        }
    }

    private void Slot(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        var (seats, group, access, transfers, isRead) = ((int?)null, (string?)null, (SlotAccess?)null, false, true);
        var fields = _json.Fields("opportunities.slots", "seats", "group", "access", "transfer");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.Integer(ref reader, "slots.seats", out var number):
                    seats = number;
                    break;
                case 1 when _json.String(ref reader, "slots.group", out var name):
                    group = name.ToString();
                    break;
                case 2 when _json.String(ref reader, "slots.access", out var name) && Access(name, _json.Source.At(reader)) is { } known:
                    access = known;
                    break;
                case 3:
                    transfers = _json.Boolean(ref reader, "slots.transfer");
                    break;
                default:
                    isRead = false;
                    break;
            }
        }

        fields.Require(at, 0);
        problem.Slot(isRead ? seats : null, group, access, transfers, at);
    }

    private SlotAccess? Access(ReadOnlySpan<char> name, long at)
    {
        if (SlotAccessNames.TryFind(name, out var access))
        {
            return access;
        }

        _json.Fault(at, "slots.access", "unknown", $"There is no access \"{ProblemAssembler.Shown(name)}\". Expected \"members-only\" or \"members-first\".");
        return null;
    }

    private void Cap(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        problem.BeginCap();
        var fields = _json.Fields("caps", "id", "seats", "opportunities", "kind");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.String(ref reader, "id", out var id):
                    problem.CapName(id, _json.Source.At(reader));
                    break;
                case 1 when _json.Integer(ref reader, "seats", out var seats):
                    problem.CapSeats(seats, _json.Source.At(reader));
                    break;
                case 2:
                    _json.Strings(ref reader, "opportunities", problem.CapCounts);
                    break;
                case 3 when _json.String(ref reader, "kind", out var kind):
                    problem.CapKind(kind, _json.Source.At(reader));
                    break;
            }
        }

        fields.Require(at, 0, 1, 2);
        problem.EndCap();
    }

    private void Partner(ref Utf8JsonReader reader)
    {
        var at = _json.Source.At(reader);
        problem.BeginPartner();
        var fields = _json.Fields("partners", "id", "seats", "priorities");
        while (fields.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0 when _json.String(ref reader, "id", out var id):
                    problem.PartnerName(id, _json.Source.At(reader));
                    break;
                case 1 when _json.Integer(ref reader, "seats", out var seats):
                    problem.PartnerSeats(seats, _json.Source.At(reader));
                    break;
                case 2:
                    problem.PartnerRanks();
                    _json.Ranking(ref reader, "priorities", "student identifiers", problem.PartnerRanked);
                    break;
            }
        }

        fields.Require(at, 0);
        problem.EndPartner();
    }

    private delegate void Entry(ref Utf8JsonReader reader);
}
