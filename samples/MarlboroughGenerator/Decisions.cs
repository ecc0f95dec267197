using Pathways;
using Pathways.Curriculum;

namespace MarlboroughGenerator;

/// <summary>What the school decides about a student and notes beside the curriculum: barriers, pauses, corrections, readiness.</summary>
internal sealed class Decisions(Student student, History history, bool applies)
{
    private static readonly ReadinessDefinitionId Career = ReadinessDefinitionId.From("marlborough-career");
    private static readonly System.Collections.Frozen.FrozenDictionary<ActivityId, ActivityKind> ActivityKinds = ReadinessFacts.KindsOf(ScopeTemplates.Marlborough);
    private static readonly ImmutableArray<(BarrierKind Kind, double Weight)> Kinds =
    [
        (BarrierKind.Transport, 0.4), (BarrierKind.Documents, 0.15), (BarrierKind.Cost, 0.1), (BarrierKind.Schedule, 0.15),
        (BarrierKind.CareDuties, 0.08), (BarrierKind.Clothing, 0.06), (BarrierKind.Technology, 0.06),
    ];

    private readonly Draws _draws = history.Draws;
    private readonly int _grade = student.Grade.Number!.Value;

    public void Tell()
    {
        Barriers();
        Excuse();
        Correct();
        if (!applies && _grade >= 11 && _draws.Chance(0.10) && history.Day(_grade, 9, 8, 20) is { } paused)
        {
            Pipeline(paused, PipelineStep.Paused, "Wants to wait a term.");
            Pipeline(_draws.Chance(0.4) ? History.Later(paused, 25) : null, PipelineStep.Resumed, "Back as agreed.");
        }

        Grants();
    }

    // Whoever is ready at the start of the school year, by the definition itself, is granted it until its end.
    private void Grants()
    {
        if (_grade == 12 && student.PriorityGroups.Contains(Words.Returning) && history.Day(11, 9, 3, 6) is { } before && IsReady(before, 11))
        {
            Grant(before, new(2026, 8, 31));
        }

        if (_grade >= 11 && history.Day(_grade, 9, 2, 9) is { } day && IsReady(day, _grade))
        {
            Grant(day, new(2027, 8, 31));
            if (_draws.Chance(0.01) && history.Day(_grade, 10, 20, 20) is { } revoked)
            {
                history.Add(new ReadinessRevoked { Id = history.Next, On = revoked, By = history.Specialist, Definition = Career, Reason = "Training to be repeated." });
            }
        }
    }

    private bool IsReady(LocalDate on, int grade) => ReadinessCalculator.Evaluate(
        ReadinessDefinitions.MarlboroughCareer, history.ToRecord(), new() { Grade = GradeLevel.From(grade), Kinds = ActivityKinds }, on).IsMet;

    private void Grant(LocalDate? on, LocalDate until)
    {
        if (on is { } day)
        {
            history.Add(new ReadinessGranted { Id = history.Next, On = day, By = history.Specialist, Definition = Career, Version = 1, Until = until });
        }
    }

    private void Barriers()
    {
        var isFar = student.PriorityGroups.Contains(Words.Rural);
        if (!_draws.Chance(isFar ? 0.30 : 0.07) || history.Day(_grade, 9, 8, 50) is not { } day)
        {
            return;
        }

        var kind = isFar ? BarrierKind.Transport : Kinds[_draws.Weighted([.. Kinds.Select(entry => entry.Weight)])].Kind;
        var barrier = history.Next;
        history.Add(new BarrierReported { Id = barrier, On = day, By = history.Counselor, Kind = kind });
        if (_draws.Chance(0.6) && History.Later(day, 5 + _draws.Below(12)) is { } solved)
        {
            history.Add(new BarrierMitigated { Id = history.Next, On = solved, By = history.Coordinator, Barrier = barrier, Mitigation = Phrases.Mitigation(kind) });
        }
    }

    private void Excuse()
    {
        if (_draws.Chance(0.02) && history.Day(_grade, 9, 20, 30) is { } day)
        {
            history.Add(new PlanElementExcused
            {
                Id = history.Next, On = day, By = history.Counselor, Template = PlanTemplateId.From("ma-mycap"), Element = PlanElementId.From("family-input"),
                Reason = "The family was asked three times.",
            });
        }
    }

    // Somebody entered the same thing twice, and took one of the two back.
    private void Correct()
    {
        if (_draws.Chance(0.03) && history.ToRecord().Entries.OfType<Experience>().LastOrDefault() is { } twice)
        {
            var wrong = twice with { Id = history.Next };
            history.Add(wrong);
            history.Add(new Correction { Id = history.Next, On = History.Later(twice.On, 1) ?? twice.On, By = history.Teacher, Corrected = wrong.Id, Reason = "Entered twice." });
        }
    }

    private void Pipeline(LocalDate? on, PipelineStep step, string reason)
    {
        if (on is { } day)
        {
            history.Add(new PipelineChange { Id = history.Next, On = day, By = history.Counselor, Step = step, Reason = reason });
        }
    }
}
