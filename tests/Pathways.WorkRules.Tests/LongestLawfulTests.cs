using Pathways.WorkRules.Tests.Naive;

namespace Pathways.WorkRules.Tests;

/// <summary>The nearest lawful schedule is lawful, within what was asked for, and nothing can be added back.</summary>
public class LongestLawfulTests
{
    private const int Cases = 150;

    [Fact]
    public void What_is_proposed_is_lawful_and_nothing_of_what_was_asked_for_can_be_added_back()
    {
        var (shortened, tried) = (0, 0);
        var rolling = WorkRulePacks.All.SelectMany(pack => pack.Rules).OfType<RollingHoursRule>().Select(rule => rule.Code).ToHashSet();
        for (var i = 0; i < Cases; i++)
        {
            var (facts, packs) = RandomCases.Of(Seed.From(7).Split((ulong)i));
            if (i % 2 == 1)
            {
                // Hours alone are in question: most random cases lack a paper, and then nothing is left to shorten.
                facts = facts with
                {
                    Work = facts.Work with { Hazards = [], Kinds = [] },
                    Agreements = [.. packs.SelectMany(pack => pack.Rules).OfType<DocumentRule>().Select(rule => Given.Paper(rule.Document) with { From = facts.Work.Schedule.Shifts is [var shift, ..] ? shift.Day.PlusDays(-20) : default })],
                    Jurisdictions = facts.Jurisdictions.Remove("US-ZZ"),
                };
            }

            var engine = new WorkRuleEngine(packs);
            var proposed = engine.LongestLawful(facts);
            var asked = Minutes(facts.Work.Schedule);
            var kept = Minutes(proposed.Schedule);
            Assert.Subset(asked, kept);
            Assert.Equal(kept.Count, proposed.Schedule.Minutes);

            // What other work breaks by itself stays broken; nothing is added to it.
            var alone = Blocking(engine, facts, WorkSchedule.Empty);
            Assert.Equal(alone, Blocking(engine, facts, proposed.Schedule));
            Assert.Equal<IEnumerable<WorkFinding>>(engine.Assess(With(facts, proposed.Schedule)).Findings.ToArray(), proposed.Verdict.Findings.ToArray());
            shortened += kept.Count > 0 && kept.Count < asked.Count ? 1 : 0;

            foreach (var quarter in Quarters(facts.Work.Schedule).Where(quarter => !kept.Contains(WorkedTime.Midnight(quarter.Day) + quarter.StartMinute)).Take(12))
            {
                Assert.NotEqual(alone, Blocking(engine, facts, new(proposed.Schedule.Shifts.Add(quarter))));
            }

            // Nor a single minute: those beside what is kept, where a limit cuts, and some of all others. Of any 24 hours that end on a day the worst are told alone, so where
            // other work breaks that rule by itself, one more minute may break it at more times and not by more.
            var missing = alone.Exists(line => rolling.Contains(line.Split('|').ElementAtOrDefault(1) ?? "")) ? [] : asked.Except(kept).Order().ToList();
            foreach (var minute in missing.Where((minute, at) => kept.Contains(minute - 1) || kept.Contains(minute + 1) || at % ((missing.Count / 8) + 1) == 0).Take(24))
            {
                var shift = new WorkShift(WorkedTime.Day((int)(minute / 1440)), (int)(minute % 1440), (int)(minute % 1440) + 1);
                var more = Blocking(engine, facts, new(proposed.Schedule.Shifts.Add(shift)));
                Assert.False(alone.SequenceEqual(more), $"In case {i} {shift} can be added back.");
                tried++;
            }
        }

        Assert.True(tried > 5 * Cases, $"{tried} minutes were tried");
        Assert.True(shortened > Cases / 10, $"{shortened} of {Cases} cases were shortened");
    }

    [Fact]
    public void A_lawful_schedule_is_proposed_as_it_is()
    {
        var day = new LocalDate(2026, 10, 5);
        var facts = Given.Case(Given.Aged(day, 15), Given.Work(new WorkShift(day, 960, 1140, new WorkBreak(1020, 1035))), Given.AllSchool, "US");
        Assert.Same(facts.Work.Schedule, WorkRuleEngine.Shipped.LongestLawful(facts).Schedule);
    }

    [Fact]
    public void Days_are_shortened_at_their_end_and_weeks_at_theirs_and_breaks_stay()
    {
        var monday = new LocalDate(2026, 10, 5);
        var shifts = Enumerable.Range(0, 6).Select(day => new WorkShift(monday.PlusDays(day), 15 * 60, 20 * 60, new WorkBreak(17 * 60, (17 * 60) + 30)));
        var facts = Given.Case(Given.Aged(monday, 15), Given.Work([.. shifts]), Given.AllSchool, "US");
        var proposed = WorkRuleEngine.Shipped.LongestLawful(facts);
        Assert.Empty(proposed.Barriers);
        Assert.True(proposed.Verdict.IsLawful);
        Assert.Equal(
            "2026-10-05 15:00-18:30; 2026-10-06 15:00-18:30; 2026-10-07 15:00-18:30; 2026-10-08 15:00-18:30; 2026-10-09 15:00-18:30; 2026-10-10 15:00-18:30", proposed.Schedule.ToString());
        Assert.Equal(18 * 60, proposed.Schedule.Minutes);
        Assert.All(proposed.Schedule.Shifts, shift => Assert.Single(shift.Breaks));
    }

    [Fact]
    public void Of_too_many_days_the_shortest_goes()
    {
        var sunday = new LocalDate(2026, 7, 5);
        var shifts = Enumerable.Range(0, 7).Select(day => new WorkShift(sunday.PlusDays(day), 600, day == 2 ? 660 : 840));
        var facts = Given.Case(Given.Aged(sunday, 16), Given.Work([.. shifts]), Given.NoSchool, "US-MA") with { Agreements = [Given.Paper("ma-youth-employment-permit")] };
        Assert.DoesNotContain(sunday.PlusDays(2), WorkRuleEngine.Shipped.LongestLawful(facts).Schedule.Shifts.Select(shift => shift.Day));
    }

    [Fact]
    public void What_no_hours_cure_is_told_and_what_would_be_lawful_without_it()
    {
        var day = new LocalDate(2026, 10, 5);
        var facts = Given.Case(Given.Aged(day, 16), Given.Work(new WorkShift(day, 900, 1140)) with { Hazards = [HazardId.From("ho-07")] }, Given.AllSchool, "US");
        var proposed = WorkRuleEngine.Shipped.LongestLawful(facts);
        Assert.Equal("work.federal.ho-07", Assert.Single(proposed.Barriers).Code);
        Assert.Empty(proposed.Schedule.Shifts);
        Assert.Equal(facts.Work.Schedule.Minutes, proposed.IfCured.Minutes);
    }

    /// <summary>On one week and few hours, all choices of hours are tried: none keeps more.</summary>
    [Fact]
    public void No_choice_of_hours_keeps_more()
    {
        var sunday = new LocalDate(2026, 10, 4);
        for (var i = 0; i < 40; i++)
        {
            var dice = new Dice(Seed.From(11).Split((ulong)i));
            var week = new WorkRulePack
            {
                Jurisdiction = "X", Version = 1, Title = "X", EffectiveFrom = new(2020, 1, 1),
                Rules =
                [
                    new WeekHoursRule { Code = "work.week", Sentence = "S.", Citation = "C", Minutes = dice.Between(1, 6) * 60 },
                    new DayHoursRule { Code = "work.day", Sentence = "S.", Citation = "C", Minutes = dice.Between(1, 3) * 60 },
                    new RollingHoursRule { Code = "work.24", Sentence = "S.", Citation = "C", Minutes = dice.Between(1, 3) * 60 },
                    new WeekDaysRule { Code = "work.days", Sentence = "S.", Citation = "C", Count = dice.Between(1, 3) },
                ],
            };
            var monday = week with { Jurisdiction = "Y", WeekStarts = IsoDayOfWeek.Monday, Rules = [week.Rules[0] with { Code = "work.week-y" }] };
            var engine = new WorkRuleEngine([week, monday]);
            var hours = Enumerable.Range(0, 9).Select(_ => sunday.PlusDays(dice.Below(4)).At(new(dice.Between(8, 20), 0))).Distinct()
                .Select(at => new WorkShift(at.Date, at.Hour * 60, (at.Hour * 60) + 60)).ToList();
            var facts = Given.Case(Given.Aged(sunday, 16), Given.Work([.. hours]), Given.NoSchool, "X", "Y");
            var best = Enumerable.Range(0, 1 << hours.Count).Select(choice => new WorkSchedule([.. hours.Where((_, at) => (choice & (1 << at)) != 0)]))
                .OrderByDescending(schedule => schedule.Shifts.Length).First(schedule => engine.Assess(With(facts, schedule)).IsLawful);
            Assert.Equal(best.Minutes, engine.LongestLawful(facts).Schedule.Minutes);
        }
    }

    private static WorkCase With(WorkCase facts, WorkSchedule schedule) => facts with { Work = facts.Work with { Schedule = schedule } };

    // What blocks, but for spans of days, which may well begin later: the work itself must not be among them.
    private static List<string> Blocking(WorkRuleEngine engine, WorkCase facts, WorkSchedule schedule) =>
    [
        .. engine.Assess(With(facts, schedule)).Findings.Where(finding => finding.Severity == WorkSeverity.Block)
            .Select(MinuteByMinute.Line).Select(line => line.StartsWith("US-ZZ|", StringComparison.Ordinal) ? "US-ZZ" : line).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<WorkShift> Quarters(WorkSchedule schedule) =>
        from stretch in WorkedTime.Of(schedule)
        from quarter in Enumerable.Range(0, (int)((stretch.End - stretch.Start) / 15))
        let start = stretch.Start + (quarter * 15)
        select new WorkShift(WorkedTime.Day((int)(start / 1440)), (int)(start % 1440), (int)(start % 1440) + 15);

    private static HashSet<long> Minutes(WorkSchedule schedule) =>
        [.. WorkedTime.Of(schedule).SelectMany(stretch => Enumerable.Range(0, (int)(stretch.End - stretch.Start)).Select(minute => stretch.Start + minute))];
}
