using Pathways;

namespace MarlboroughGenerator;

/// <summary>What one student did, grade by grade.</summary>
internal sealed class StudentStory(Student student, History history, IReadOnlyDictionary<SectorId, ImmutableArray<PartnerId>> hosts, bool applies)
{
    private readonly Draws _draws = history.Draws;
    private readonly int _grade = student.Grade.Number!.Value;

    // A few do less of everything, most of them students who are not thought ready yet.
    private readonly double _does = (student.Readiness ?? 60) < 42 || history.Draws.Chance(0.05) ? 0.80 : 0.993;

    private SectorId? Sector => student.SectorChoices.IsEmpty ? null : student.SectorChoices[0];

    public void Tell()
    {
        new SelfDiscovery(student, history, Does).Tell();
        Awareness();
        if (_grade >= 10)
        {
            new Exploration(student, history, hosts, Does).Tell();
        }

        if (_grade >= 11)
        {
            new Immersion(student, history, hosts, applies, Does).Tell();
        }

        new Decisions(student, history, applies).Tell();
    }

    private bool Does() => _draws.Chance(_does);

    private void Awareness()
    {
        history.Attend("advising-9", Does() ? history.Day(9, 9, 15, 20) : null, group: "advisory");
        foreach (var (month, sector) in new[] { (10, 0), (12, 1), (3, 2) })
        {
            history.Attend("career-awareness", Does() ? history.Day(9, month, 6, 5) : null, sector: Words.Sectors[sector], group: "grade-9");
        }

        var visited = SiteVisit();
        history.Attend("family-evening-9", _draws.Chance(0.45) ? history.Day(9, 10, 22, 0) : null);
        if (visited && Does())
        {
            history.HandIn("awareness-reflection", history.Day(9, 4, 20, 25), show: true);
        }

        if (Sector is not null)
        {
            // The choice itself is told by SelfDiscovery; a few of grade 9 choose early.
            history.Attend("sector-selection", _grade == 9 ? history.Day(9, 10, 20, 20) : history.Day(9, 5, 12, 15));
        }

        Review(9, history.Day(9, 6, 1, 10));
        Review(10, history.Day(10, 6, 1, 10));
        Review(11, history.Day(11, 5, 5, 30));
        Review(12, history.Day(12, 10, 1, 60));
    }

    private bool SiteVisit()
    {
        var sector = _draws.Pick(Words.Sectors);
        var host = _draws.Pick(hosts[sector]);
        var day = history.Day(9, 10, 14, 150);
        var group = $"visit-{1 + _draws.Below(12)}";
        if (!_draws.Chance(0.94))
        {
            history.Attend("site-visit-9", day, _draws.Chance(0.6) ? Attendance.Excused : Attendance.Absent, partner: host, sector: sector, group: group);
            day = Does() ? History.Later(day, 21 + _draws.Below(20)) : null; // a second group makes up for it
        }

        history.Attend("site-visit-9", day, hours: 3, partner: host, sector: sector, group: group);
        if (day is null)
        {
            return false;
        }

        if (_draws.Chance(0.15))
        {
            var (expected, found, wasRight) = _draws.Pick(Phrases.Expectations);
            history.Add(new ExpectationChecked
            {
                Id = history.Next, On = day.Value, By = history.Student, Activity = ActivityId.From("site-visit-9"), Expectation = expected, Finding = found, WasRight = wasRight,
            });
        }

        if (_draws.Chance(_does * 0.97))
        {
            history.HandIn("site-visit-9", day, sector: sector, show: true);
        }

        return true;
    }

    private void Review(int grade, LocalDate? on)
    {
        if (grade > _grade || on is not { } day || !_draws.Chance(_does))
        {
            return;
        }

        history.Attend($"plan-review-{grade}", day);
        foreach (var (who, signer) in new[] { (history.Student, Role.Student), (history.Guardian, Role.Guardian), (history.Counselor, Role.Counselor) })
        {
            if (grade >= _grade - 1 && (signer != Role.Guardian || _draws.Chance(0.8)))
            {
                history.Add(new PlanSigned { Id = history.Next, On = day, By = who, Template = PlanTemplateId.From("ma-mycap"), Signer = signer });
            }
        }

        if (grade < _grade - 1)
        {
            return;
        }

        foreach (var kind in Enum.GetValues<GoalKind>().Where(_ => _draws.Chance(0.85)))
        {
            history.Add(new GoalSet { Id = history.Next, On = day, By = history.Student, Kind = kind, Text = _draws.Pick(Phrases.Goals[(int)kind]) });
        }
    }
}
