namespace Pathways.Curriculum.Tests.Scope;

/// <summary>A way to spoil any scope.</summary>
/// <param name="Code">What is then found.</param>
/// <param name="Break">Spoils it.</param>
internal sealed record Fault(string Code, Func<ScopeAndSequence, ScopeAndSequence> Break)
{
    public override string ToString() => Code;
}

/// <summary>One way for each thing that a check finds; each adds activities or terms of its own.</summary>
internal static class Faults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Added("scope.activities.id.duplicate", f => [New("zz", f), New("zz", f)]),
        Added("scope.activities.prerequisites.unknown", f => [New("zz", f) with { Prerequisites = [ActivityId.From("nowhere")] }]),
        Added("scope.activities.prerequisites.cycle", f => [Needing("z1", f, "z2"), Needing("z2", f, "z3"), Needing("z3", f, "z1")]),
        Added("scope.activities.prerequisites.unreachable", f => [Needing("z1", f, "z1"), Needing("z2", f, "z1")]),
        Added("scope.activities.prerequisites.later", f => [New("z1", f.Next), Needing("z2", f, "z1")]),
        Added("scope.activities.prerequisites.out-of-reach", f => [New("z1", f) with { Tier = Tier.Targeted }, Needing("z2", f, "z1")]),
        Added("scope.activities.lastGrade.before-first", f => [New("zz", f) with { FirstGrade = f.Next.Grade }]),
        Added("scope.activities.grade.no-stage", f => [New("zz", f) with { FirstGrade = GradeLevel.Parse("UG"), LastGrade = GradeLevel.Parse("UG") }]),
        Added("scope.activities.firstGrade.no-stage", f => [New("zz", f) with { FirstGrade = GradeLevel.All[0] }]),
        Added("scope.activities.lastGrade.no-stage", f => [New("zz", f) with { LastGrade = GradeLevel.Parse("UG") }]),
        Added("scope.activities.opens.unknown", f => [New("zz", f) with { Opens = TermId.From("never") }]),
        Added("scope.activities.closes.unknown", f => [New("zz", f) with { Closes = TermId.From("never") }]),
        Added("scope.activities.sectors.unknown", f => [New("zz", f) with { Sectors = [SectorId.From("magic")] }]),
        Added("scope.activities.competencies.unknown", f => [New("zz", f) with { Competencies = [CompetencyId.From("magic")] }]),
        Added("scope.activities.never-proved", f => [New("zz", f) with { Occurrences = 0 }]),
        Added("scope.activities.hours.out-of-range", f => [New("zz", f) with { Hours = 0 }]),
        Added("scope.activities.evidence.kind.duplicate", f => [New("zz", f) with { Evidence = [new(ArtifactKind.Other), new(ArtifactKind.Other)] }]),
        Added("scope.activities.evidence.dueDays.no-experience", f => [New("zz", f) with { Occurrences = 0, Evidence = [new(ArtifactKind.Other, DueDays: 3)] }]),
        Added("scope.activities.tasks.days.during", f => [New("zz", f) with { Tasks = [new(Role.Teacher, "x", Responsibility.Responsible, TaskPhase.During, 3)] }]),
        new("scope.competencies.id.duplicate", scope => scope with { Competencies = [.. scope.Competencies, new(CompetencyId.From("zz"), "x"), new(CompetencyId.From("zz"), "y")] }),
        new("scope.stages.grade.duplicate", scope => scope with { Stages = [.. scope.Stages, scope.Stages[^1]] }),
        new("scope.stages.grade.out-of-order", scope => scope with { Stages = [.. scope.Stages, new(GradeLevel.All[0], scope.Stages[^1].Stage)] }),
        new("scope.terms.id.duplicate", scope => Terms(scope, ("zz", 1, 2), ("zz", 3, 4))),
        new("scope.terms.starts.out-of-order", scope => Terms(scope, ("z1", 20, 30), ("z2", 1, 2))),
        new("scope.terms.starts.overlap", scope => Terms(scope, ("z1", 1, 9), ("z2", 9, 12))),
        new("scope.terms.ends.beyond-year", scope => Terms(scope, ("z1", 300, 400))),
        new("scope.activities.closes.before-opens", scope => Terms(scope, ("z1", 1, 2), ("z2", 3, 4)) is var s
            ? s with { Activities = [New("zz", new(s.Stages[0].Grade, s)) with { Opens = TermId.From("z2"), Closes = TermId.From("z1") }] } : null!),
    ];

    public static Fault Find(string code) => All.Single(fault => fault.Code == code);

    private static Fault Added(string code, Func<At, Activity[]> activities) =>
        new(code, scope => new At(scope.Stages[0].Grade, Longer(scope)) is var at ? at.Scope with { Activities = [.. at.Scope.Activities, .. activities(at)] } : scope);

    // Some faults need a second grade.
    private static ScopeAndSequence Longer(ScopeAndSequence scope) => scope.Stages.Length > 1
        ? scope
        : scope with { Stages = [.. scope.Stages, new(GradeLevel.All[GradeLevel.All.IndexOf(scope.Stages[0].Grade) + 1], scope.Stages[0].Stage)] };

    private static Activity New(string id, At at) => ScopeSources.Activity(id) with { FirstGrade = at.Grade, LastGrade = at.Grade };

    private static Activity Needing(string id, At at, string needed) => New(id, at) with { Prerequisites = [ActivityId.From(needed)] };

    private static ScopeAndSequence Terms(ScopeAndSequence scope, params (string Id, int First, int Last)[] terms) => scope with
    {
        Activities = [],
        Terms = [.. terms.Select(term => new Term(TermId.From(term.Id), term.Id, Day(scope, term.First), Day(scope, term.Last)))],
    };

    private static AnnualDate Day(ScopeAndSequence scope, int days) =>
        scope.YearStarts.InYear(2026).PlusDays(days) is var day ? new(day.Month, day.Day) : default;

    /// <summary>A grade of a scope.</summary>
    private sealed record At(GradeLevel Grade, ScopeAndSequence Scope)
    {
        public At Next => this with { Grade = Scope.Stages[1].Grade };
    }
}
