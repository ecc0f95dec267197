using System.Text.Json;

namespace Pathways.Matching.Files;

/// <summary>Writes a problem as JSON, one student or opportunity a line.</summary>
internal static class ProblemWriter
{
    public static void Write(MatchingProblem problem, Stream stream)
    {
        using var lines = new JsonLines(stream);
        lines.Open(ProblemFile.Format);
        lines.List("students", problem.Students, Student);
        lines.List("opportunities", problem.Opportunities, (json, opportunity) => Opportunity(json, problem, opportunity));
        if (!problem.Partners.IsEmpty)
        {
            lines.List("partners", problem.Partners, Partner);
        }

        if (!problem.Caps.IsEmpty)
        {
            lines.List("caps", problem.Caps, Cap);
        }

        lines.Close();
    }

    private static void Student(Utf8JsonWriter json, ProblemStudent student)
    {
        json.WriteStartObject();
        json.WriteString("id", student.Id.Value);
        Ranking(json, "preferences", student.Choices.Select(choice => (choice.Opportunity.Value, choice.Rank)));
        if (!student.Groups.IsEmpty)
        {
            json.WriteStartArray("groups");
            foreach (var group in student.Groups)
            {
                json.WriteStringValue(group.Value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Opportunity(Utf8JsonWriter json, MatchingProblem problem, ProblemOpportunity opportunity)
    {
        json.WriteStartObject();
        json.WriteString("id", opportunity.Id.Value);
        json.WriteNumber("seats", opportunity.Seats);
        if (opportunity.Minimum > 0)
        {
            json.WriteNumber("minimum", opportunity.Minimum);
        }

        if (opportunity.Partner is { } partner)
        {
            json.WriteString("partner", partner.Value);
        }

        if (!opportunity.RanksEveryone)
        {
            Priorities(json, [.. opportunity.Priorities]);
        }

        if (!opportunity.Reserves.IsEmpty)
        {
            json.WriteStartArray("reserves");
            foreach (var reserve in opportunity.Reserves)
            {
                json.WriteStartObject();
                json.WriteString("group", reserve.Group.Value);
                json.WriteNumber("seats", reserve.Seats);
                if (reserve.IsHard)
                {
                    json.WriteBoolean("hard", true);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (!opportunity.Slots.IsEmpty)
        {
            Slots(json, opportunity.Slots);
        }

        json.WriteEndObject();
    }

    private static void Slots(Utf8JsonWriter json, ImmutableArray<Slot> slots)
    {
        json.WriteStartArray("slots");
        foreach (var slot in slots)
        {
            json.WriteStartObject();
            json.WriteNumber("seats", slot.Seats);
            if (slot.Group is { } group)
            {
                json.WriteString("group", group.Value);
            }

            if (slot.Access != SlotAccess.MembersOnly)
            {
                json.WriteString("access", slot.Access.Name());
            }

            if (slot.Transfers)
            {
                json.WriteBoolean("transfer", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Priorities(Utf8JsonWriter json, List<(StudentId Student, int Place, double? Score)> priorities)
    {
        if (priorities is [{ Score: not null }, ..])
        {
            json.WriteStartObject("scores");
            foreach (var (student, _, score) in priorities)
            {
                json.WriteNumber(student.Value, score!.Value);
            }

            json.WriteEndObject();
        }
        else
        {
            Ranking(json, "priorities", priorities.Select(entry => (entry.Student.Value, entry.Place)));
        }
    }

    private static void Partner(Utf8JsonWriter json, ProblemPartner partner)
    {
        json.WriteStartObject();
        json.WriteString("id", partner.Id.Value);
        if (partner.Seats is { } seats)
        {
            json.WriteNumber("seats", seats);
        }

        if (partner.Priorities is { } priorities)
        {
            Ranking(json, "priorities", priorities.Places.SelectMany((place, i) => place.Select(student => (student.Value, i))));
        }

        json.WriteEndObject();
    }

    private static void Cap(Utf8JsonWriter json, ProblemCap cap)
    {
        json.WriteStartObject();
        json.WriteString("id", cap.Id.Value);
        json.WriteNumber("seats", cap.Seats);
        if (cap.Kind is { } kind)
        {
            json.WriteString("kind", kind);
        }

        json.WriteStartArray("opportunities");
        foreach (var opportunity in cap.Opportunities)
        {
            json.WriteStringValue(opportunity.Value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Ranking(Utf8JsonWriter json, string name, IEnumerable<(string Id, int Place)> entries)
    {
        json.WriteStartArray(name);
        var tie = new List<string>();
        var last = 0;
        foreach (var (id, place) in entries)
        {
            if (tie.Count > 0 && place != last)
            {
                Flush();
            }

            tie.Add(id);
            last = place;
        }

        Flush();
        json.WriteEndArray();

        void Flush()
        {
            if (tie.Count == 1)
            {
                json.WriteStringValue(tie[0]);
            }
            else if (tie.Count > 1)
            {
                json.WriteStartArray();
                foreach (var id in tie)
                {
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
            }

            tie.Clear();
        }
    }
}
