using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Scope;

/// <summary>Valid scopes of all shapes: every field is used somewhere, and left out somewhere.</summary>
internal static class RandomScopes
{
    public static Arbitrary<ScopeAndSequence> Any => Gen.Choose(0, int.MaxValue).Select(number => Of(Seed.From(number))).ToArbitrary();

    private static ScopeAndSequence Of(Seed seed)
    {
        var draw = new Draws(seed);
        var first = draw.Below(9);
        var grades = GradeLevel.All.Skip(4 + first).Take(1 + draw.Below(5)).ToList(); // from kindergarten on
        var terms = draw.Below(4);
        var sectors = Enumerable.Range(0, draw.Below(4)).Select(i => SectorId.From($"sector {i}")).ToImmutableArray();
        var competencies = Enumerable.Range(0, draw.Below(4)).Select(i => new Competency(CompetencyId.From($"c{i}"), draw.Text(), draw.Flip())).ToImmutableArray();
        var scope = new ScopeAndSequence
        {
            Id = ScopeId.From(draw.Text()),
            Version = 1 + draw.Below(9),
            Title = draw.Text(),
            EffectiveFrom = new LocalDate(2020, 1, 1).PlusDays(draw.Below(4_000)),
            YearStarts = draw.Flip() ? SchoolYear.DefaultStart : new(1 + draw.Below(12), 1 + draw.Below(28)),
            Sources = [.. Enumerable.Range(0, draw.Below(3)).Select(_ => draw.Text())],
            Stages = [.. grades.Select(grade => new GradeStage(grade, draw.Of(Enum.GetValues<Stage>())))],
            Sectors = sectors,
            Competencies = competencies,
        };
        scope = scope with { Terms = Terms(scope.YearStarts, terms) };
        var activities = new List<Activity>();
        for (var i = draw.Below(12); i > 0; i--)
        {
            activities.Add(Activity(draw, scope, grades, activities));
        }

        return scope with { Activities = [.. activities] };
    }

    private static ImmutableArray<Term> Terms(AnnualDate yearStarts, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Term(TermId.From($"t{i}"), $"Term {i}", Day(yearStarts, 5 + (i * 90)), Day(yearStarts, 80 + (i * 90))))];

    private static AnnualDate Day(AnnualDate yearStarts, int days) =>
        yearStarts.InYear(2026).PlusDays(days) is var day ? new(day.Month, day.Day) : default;

    private static Activity Activity(Draws draw, ScopeAndSequence scope, List<GradeLevel> grades, List<Activity> before)
    {
        var (first, more) = (draw.Below(grades.Count), draw.Below(grades.Count));
        var last = Math.Min(grades.Count - 1, first + more);
        var opens = draw.Flip() || scope.Terms.IsEmpty ? (int?)null : draw.Below(scope.Terms.Length);
        var closes = draw.Flip() || scope.Terms.IsEmpty ? (int?)null : draw.Below(scope.Terms.Length);
        if (first == last && closes < opens)
        {
            closes = opens;
        }

        var tier = draw.Of(Enum.GetValues<Tier>());
        var occurrences = draw.Below(3);
        return new()
        {
            Id = ActivityId.From($"{draw.Text()} {before.Count}"),
            Title = draw.Text(),
            Kind = draw.Of(Enum.GetValues<ActivityKind>()),
            Stage = draw.Of(Enum.GetValues<Stage>()),
            FirstGrade = grades[first],
            LastGrade = grades[last],
            Mode = draw.Of(Enum.GetValues<ActivityMode>()),
            Settings = draw.Some(Enum.GetValues<ActivitySetting>()),
            Tier = tier,
            IsRequired = draw.Flip(),
            Programs = draw.Flip() ? [] : draw.Some(Enum.GetValues<ProgramType>()),
            Evidence =
            [
                .. draw.Some(Enum.GetValues<ArtifactKind>()).Take(3).Select(kind =>
                    new EvidenceRequirement(kind, 1 + draw.Below(3), draw.Flip(), occurrences > 0 && draw.Flip() ? draw.Below(30) : null)),
            ],
            Occurrences = occurrences,
            Hours = occurrences == 0 ? 1.5m + draw.Below(9) : draw.Flip() ? null : 0.25m + draw.Below(99),
            // What others need opens with the first day of its grade, is for everybody, and so stands in nobody's way.
            Prerequisites = [.. before.Where(b => b is { Opens: null, Programs.IsEmpty: true } && b.FirstGrade <= grades[first] && b.Tier <= tier && draw.Flip()).Select(b => b.Id)],
            Opens = opens is { } o ? scope.Terms[o].Id : null,
            Closes = closes is { } c ? scope.Terms[c].Id : null,
            Sectors = draw.Some([.. scope.Sectors]),
            Competencies = draw.Some([.. scope.Competencies.Select(competency => competency.Id)]),
            Sources = [.. Enumerable.Range(0, draw.Below(3)).Select(i => $"S{i}")],
            Tasks =
            [
                .. Enumerable.Range(0, draw.Below(3)).Select(i => draw.Of(Enum.GetValues<TaskPhase>()) is var phase
                    ? new ParticipantTask(draw.Of(Enum.GetValues<Role>()), $"{draw.Text()} {i}", draw.Of(Enum.GetValues<Responsibility>()), phase, phase == TaskPhase.During || draw.Flip() ? null : draw.Below(60))
                    : null!),
            ],
        };
    }

    /// <summary>One draw after the other from one seed.</summary>
    private sealed class Draws(Seed seed)
    {
        private static readonly string[] Texts = ["plain", "two words", "\"quoted\" \\ back", "Zürich – 東京 🎓", "a\tb\u0001", "<&'>"];
        private ulong _next;

        public int Below(int bound) => seed.Split(_next++).DrawBelow(bound);

        public bool Flip() => Below(2) == 0;

        public string Text() => Texts[Below(Texts.Length)];

        public T Of<T>(T[] values) => values[Below(values.Length)];

        public ImmutableArray<T> Some<T>(T[] values) => [.. values.Where(_ => Below(3) == 0)];
    }
}
