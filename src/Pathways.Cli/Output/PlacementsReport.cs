using System.Text.Json.Serialization;
using NodaTime.Text;
using Pathways.Cli.District;
using Pathways.Json;
using Pathways.Placements;

namespace Pathways.Cli.Output;

/// <summary>Says what came of requests, what may happen, and what happened.</summary>
internal static class PlacementsReport
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm");

    public static int Write(Terminal terminal, Step step, bool json)
    {
        if (!step.Reasons.IsEmpty)
        {
            Refusals.Write(terminal, step.Reasons, json);
            return ExitCode.No;
        }

        if (json)
        {
            terminal.WriteJson(new(step.Subject, step.State, step.Version, step.WasRepeated), PlacementsJson.Default.StepJson);
        }
        else
        {
            terminal.OutputText.WriteLine($"{step.Subject} is {(step.State.Length == 0 ? "done" : step.State)}, version {step.Version}{(step.WasRepeated ? "; the request was carried out before" : "")}.");
        }

        return ExitCode.Done;
    }

    public static void Options<TState, TTrigger>(Terminal terminal, string subject, TState state, ImmutableArray<TransitionOption<TState, TTrigger>> options, bool json)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        if (json)
        {
            terminal.WriteJson(
                new(subject, EnumWords<TState>.Word(state), [.. options.Select(option => new OptionJson(
                    EnumWords<TTrigger>.Word(option.Trigger), EnumWords<TState>.Word(option.To), [.. option.Roles.Select(EnumWords<Role>.Word)], option.IsPermitted, Refusals.Json(option.Refusals)))]),
                PlacementsJson.Default.PossibleJson);
            return;
        }

        terminal.OutputText.WriteLine($"{subject} is {EnumWords<TState>.Word(state)}.");
        var table = Tables.OfTexts("what", "then", "by", "now");
        foreach (var option in options)
        {
            Tables.Row(
                table, EnumWords<TTrigger>.Word(option.Trigger), EnumWords<TState>.Word(option.To), string.Join(", ", option.Roles.Select(EnumWords<Role>.Word)),
                option.IsPermitted ? "yes" : string.Join(", ", option.Refusals.Select(refusal => refusal.Code)));
        }

        terminal.Output.Write(table);
        foreach (var reason in options.SelectMany(option => option.Refusals).Distinct())
        {
            terminal.OutputText.WriteLine($"  {reason}");
        }
    }

    public static void History(Terminal terminal, ImmutableArray<AuditLine> lines, DateTimeZone zone, bool json)
    {
        if (json)
        {
            terminal.WriteJson(
                [.. lines.Select(line => new LineJson(
                    line.Subject, line.Version, line.Trigger, line.From, line.To, EnumWords<Role>.Word(line.By.Role), line.By.Id.Value, InstantPattern.ExtendedIso.Format(line.At),
                    line.Reason?.Value, line.Rule))],
                PlacementsJson.Default.IReadOnlyListLineJson);
            return;
        }

        foreach (var line in lines)
        {
            terminal.OutputText.WriteLine(
                $"{Minute.Format(line.At.InZone(zone).LocalDateTime)}  v{line.Version}  {EnumWords<Role>.Word(line.By.Role)}:{line.By.Id}  {line.Trigger}: {(line.From.Length == 0 ? "nothing" : line.From)} -> {line.To}"
                + $"{(line.Reason is { } reason ? $" ({reason})" : "")}{(line.Rule is { } rule ? $"  [{rule}]" : "")}");
        }
    }

    public static void Sweep(Terminal terminal, ClockSweep sweep, bool json)
    {
        if (json)
        {
            terminal.WriteJson(
                new(sweep.OffersExpired, sweep.ApplicationsLapsed, sweep.OpportunitiesMoved, sweep.DocumentsMoved, sweep.PlacementsMoved), PlacementsJson.Default.SweepJson);
            return;
        }

        terminal.OutputText.WriteLine($"offers expired: {sweep.OffersExpired}");
        terminal.OutputText.WriteLine($"applications lapsed: {sweep.ApplicationsLapsed}");
        terminal.OutputText.WriteLine($"opportunities moved: {sweep.OpportunitiesMoved}");
        terminal.OutputText.WriteLine($"documents moved: {sweep.DocumentsMoved}");
        terminal.OutputText.WriteLine($"placements moved: {sweep.PlacementsMoved}");
    }
}

/// <summary>The JSON of <c>placements</c>; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StepJson))]
[JsonSerializable(typeof(PossibleJson))]
[JsonSerializable(typeof(IReadOnlyList<LineJson>))]
[JsonSerializable(typeof(SweepJson))]
internal sealed partial class PlacementsJson : JsonSerializerContext;

internal sealed record StepJson(string Subject, string State, int Version, bool Repeated);

internal sealed record PossibleJson(string Subject, string State, IReadOnlyList<OptionJson> Options);

internal sealed record OptionJson(string Trigger, string To, IReadOnlyList<string> Roles, bool Possible, IReadOnlyList<CodedJson> Refused);

internal sealed record LineJson(string Subject, int Version, string Trigger, string From, string To, string Role, string By, string At, string? Reason, string? Rule);

internal sealed record SweepJson(int OffersExpired, int ApplicationsLapsed, int OpportunitiesMoved, int DocumentsMoved, int PlacementsMoved);
