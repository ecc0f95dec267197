using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes the records of a strategy.</summary>
internal static class StrategyWriter
{
    public static void Write(Utf8JsonWriter writer, StrategyRegister register)
    {
        writer.List("goals", register.Goals, goal => Write(writer, goal));
        writer.List("messages", register.Messages, message => Write(writer, message));
        writer.List("needs", register.Needs, need => Write(writer, need));
        writer.List("capacities", register.Capacities, held => Write(writer, held));
        writer.List("advice", register.Advice, advice => Write(writer, advice));
        writer.List("surveys", register.Surveys, survey => Write(writer, survey));
    }

    private static void Write(Utf8JsonWriter writer, StrategyGoal goal)
    {
        writer.WriteString("id", goal.Id.Value);
        writer.Word("level", goal.Level);
        writer.WriteString("statement", goal.Statement);
        writer.Text("serves", goal.Serves?.Value);
        writer.Text("owner", goal.Owner?.Value);
        if (goal.Measure is not { } measure)
        {
            return;
        }

        writer.WriteStartObject("measure");
        writer.Text("activity", (measure as ActivityShare)?.Activity.Value);
        writer.Text("readiness", (measure as ReadinessShare)?.Definition.Value);
        writer.Text("figure", (measure as ReportedFigure)?.Name);
        writer.WriteNumber("target", measure.Target);
        writer.Flag("atMost", (measure as ReportedFigure)?.IsAtMost ?? false);
        writer.List("figures", (measure as ReportedFigure)?.Figures ?? [], figure =>
        {
            writer.Day("on", figure.On);
            writer.WriteNumber("value", figure.Value);
            writer.WriteString("source", figure.Source);
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteString("id", message.Id.Value);
        writer.WriteString("topic", message.Topic);
        writer.WriteString("text", message.Text);
        writer.Words("audiences", message.Audiences);
        writer.Texts("channels", message.Channels);
        writer.Words("options", message.Options);
        writer.Day("from", message.From);
        writer.Day("until", message.Until);
        writer.Grades("grades", message.Grades);
        writer.Words("programs", message.Programs);
        writer.Texts("sectors", message.Sectors, sector => sector.Value);
        writer.Words("intents", message.Intents);
        var criteria = new ReadinessWriter(writer);
        if (!message.When.IsEmpty)
        {
            criteria.Criteria("when", message.When);
        }

        if (!message.Unless.IsEmpty)
        {
            criteria.Criteria("unless", message.Unless);
        }
    }

    private static void Write(Utf8JsonWriter writer, StakeholderNeed need)
    {
        writer.WriteString("id", need.Id.Value);
        writer.WriteString("stakeholder", need.Stakeholder);
        writer.WriteString("text", need.Text);
        writer.Day("heardOn", need.HeardOn);
        writer.Text("owner", need.Owner?.Value);
        writer.Day("addressedOn", need.AddressedOn);
        writer.Text("answer", need.Answer);
    }

    private static void Write(Utf8JsonWriter writer, CapacityHeld held)
    {
        writer.WriteString("id", held.Id.Value);
        writer.WriteString("kind", held.Kind);
        writer.WriteString("holder", held.Holder);
        writer.Day("from", held.Period.Start);
        writer.Day("to", held.Period.End);
        writer.WriteNumber("amount", held.Amount);
        writer.Number("used", held.Used, usually: 0);
    }

    private static void Write(Utf8JsonWriter writer, BoardAdvice advice)
    {
        writer.WriteString("id", advice.Id.Value);
        writer.WriteString("pathway", advice.Pathway.Value);
        writer.Day("on", advice.On);
        writer.WriteString("text", advice.Text);
        writer.Flag("isBinding", advice.IsBinding);
        writer.Text("carriedOutIn", advice.CarriedOutIn);
        writer.Text("declinedBecause", advice.DeclinedBecause);
    }

    private static void Write(Utf8JsonWriter writer, AwarenessSurvey survey)
    {
        writer.Day("on", survey.On);
        writer.Word("audience", survey.Audience);
        writer.WriteNumber("asked", survey.Asked);
        writer.List("heard", [.. survey.Heard], heard =>
        {
            writer.WriteString("channel", heard.Key);
            writer.WriteNumber("count", heard.Value);
        });
    }
}
