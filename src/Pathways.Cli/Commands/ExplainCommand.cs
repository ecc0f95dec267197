using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Matching;
using Spectre.Console;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways explain PROBLEM MATCHING --student ID</c>, or <c>--opportunity ID</c>: why, and what would have changed it.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var problem = SharedOptions.Problem();
        var matching = SharedOptions.Matching();
        var student = new Option<string?>("--student") { Description = "Whose result to explain.", HelpName = "ID" };
        var opportunity = new Option<string?>("--opportunity") { Description = "One opportunity of the student; without a student, what became of its seats.", HelpName = "ID" };
        var policy = SharedOptions.Policy();
        var on = SharedOptions.ReadyOn();
        var json = SharedOptions.Json("the explanation");
        var command = new Command("explain", "Say why a student has a seat, or has not, and what would have changed it; or what became of an opportunity.")
        {
            problem, matching, student, opportunity, policy, on, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (who, what) = (parsed.GetValue(student), parsed.GetValue(opportunity));
            if (who is null && what is null)
            {
                throw new UsageException("explain needs --student ID, --opportunity ID, or both. Maybe the identifier was forgotten.");
            }

            var (input, file) = MatchingInput.Read(
                Paths.Given(parsed.GetRequiredValue(problem), "PROBLEM")!, Paths.Given(parsed.GetRequiredValue(matching), "MATCHING")!, parsed.GetValue(policy), parsed.GetValue(on), cancellationToken);
            input.SayDay(terminal, parsed.GetValue(on));
            var (explainer, violations) = Explainers.Of(terminal, input, file, cancellationToken);
            var asked = who is null ? (StudentId?)null : Find(who, "student", StudentId.From, id => input.Problem.TryFind(id, out _));
            var about = what is null ? (OpportunityId?)null : Find(what, "opportunity", OpportunityId.From, id => input.Problem.TryFind(id, out _));
            if (!violations.IsEmpty && !parsed.GetValue(json))
            {
                terminal.OutputText.WriteLine(Infeasible(violations));
                terminal.OutputText.WriteLine();
            }

            switch (asked, about)
            {
                case ({ } one, { } choice):
                    Write(terminal, explainer.Explain(one, choice, cancellationToken), explainer.IsReproduced, violations, parsed.GetValue(json));
                    break;
                case ({ } one, null):
                    Write(terminal, explainer.Explain(one, cancellationToken), explainer.IsReproduced, violations, parsed.GetValue(json));
                    break;
                case (null, { } seats):
                    OpportunityReport.Write(terminal, explainer.Explain(seats), Json(violations), parsed.GetValue(json));
                    break;
            }

            return Task.FromResult(violations.IsEmpty ? ExitCode.Done : ExitCode.No);
        });
        return command;
    }

    private static TId Find<TId>(string text, string kind, Func<string, TId> from, Func<TId, bool> exists) =>
        Identifier.Fault(text) is null && from(text) is var id && exists(id)
            ? id
            : throw new UsageException($"The problem has no {kind} \"{text}\". Maybe it is misspelt; capitals count.");

    // By code alone: the messages name students, and a student may read this.
    private static string Infeasible(ImmutableArray<Violation> violations) =>
        $"This matching is NOT feasible: {string.Join(", ", violations.CountBy(violation => violation.Code).Select(code => $"{code.Key} ({code.Value})"))}. The command verify says where. What follows takes it as it is.";

    private static IReadOnlyList<CodedJson>? Json(ImmutableArray<Violation> violations) => violations.IsEmpty ? null :
        [.. violations.CountBy(violation => violation.Code).Select(code => new CodedJson(code.Key, $"This condition is broken {code.Value} {(code.Value == 1 ? "time" : "times")}."))];

    private static void Write(Terminal terminal, StudentExplanation explanation, bool isReproduced, ImmutableArray<Violation> violations, bool json)
    {
        if (json)
        {
            var shown = new StudentExplanationJson(
                explanation.Student.Value, explanation.Seat?.Value, explanation.Sentence, [.. explanation.Choices.Select(Json)],
                [.. explanation.WhatIfs.Select(whatIf => new CodedJson(whatIf.Code, whatIf.Sentence))], Json(violations),
                explanation.WithoutWhatIfs.IsEmpty ? null : [.. explanation.WithoutWhatIfs.Select(without => new CodedJson(without.Code, without.Sentence))]);
            terminal.WriteJson(shown, ReportJson.Default.StudentExplanationJson);
            return;
        }

        terminal.OutputText.WriteLine(explanation.Sentence);
        foreach (var choice in explanation.Choices)
        {
            terminal.OutputText.WriteLine();
            terminal.OutputText.WriteLine($"{choice.Rank}. {choice.Opportunity}");
            Lines(terminal, choice, isReproduced, "   ");
        }

        var ends = explanation.WhatIfs.Select(whatIf => whatIf.Sentence).Concat(explanation.WithoutWhatIfs.Select(without => without.Sentence)).ToList();
        if (ends.Count > 0)
        {
            terminal.OutputText.WriteLine();
            ends.ForEach(terminal.OutputText.WriteLine);
        }
    }

    private static void Write(Terminal terminal, ChoiceExplanation explanation, bool isReproduced, ImmutableArray<Violation> violations, bool json)
    {
        if (json)
        {
            terminal.WriteJson(Json(explanation) with { Violations = Json(violations) }, ReportJson.Default.ChoiceExplanationJson);
            return;
        }

        Lines(terminal, explanation, isReproduced, "");
    }

    private static void Lines(Terminal terminal, ChoiceExplanation choice, bool isReproduced, string indent)
    {
        terminal.OutputText.WriteLine($"{indent}{choice.Reason.Sentence}");
        foreach (var whatIf in choice.WhatIfs)
        {
            terminal.OutputText.WriteLine($"{indent}{whatIf.Sentence}");
        }

        // Where nothing can be tried, a note has said so once.
        foreach (var without in choice.WithoutWhatIfs.Where(_ => isReproduced))
        {
            terminal.OutputText.WriteLine($"{indent}{without.Sentence}");
        }
    }

    private static ChoiceExplanationJson Json(ChoiceExplanation choice) => new(
        choice.Student.Value,
        choice.Opportunity.Value,
        choice.Rank,
        Explainers.Json(choice.Reason),
        [.. Rules(choice.Reason).Select(refusal => new CodedJson(refusal.Code, refusal.Sentence))],
        [.. choice.WhatIfs.Select(whatIf => new CodedJson(whatIf.Code, whatIf.Sentence))],
        [.. choice.WithoutWhatIfs.Select(without => new CodedJson(without.Code, without.Sentence))]);

    private static ImmutableArray<Refusal> Rules(Reason reason) => reason switch
    {
        Reason.NotAcceptable refused => refused.Refusals,
        Reason.NotListed unlisted => unlisted.Refusals,
        _ => [],
    };
}
