namespace Pathways.WorkRules.Tests.Naive;

/// <summary>Makes cases up: all ages, calendars and papers, works that overlap, shifts past midnight, laws that begin and end on the way.</summary>
internal static class RandomCases
{
    private static readonly ImmutableArray<HazardId> Hazards = [.. Hazard.All.Select(hazard => hazard.Id), HazardId.From("own-1")];
    private static readonly ImmutableArray<string> Papers = [.. WorkRulePacks.All.SelectMany(pack => pack.Agreements).Select(agreement => agreement.Kind)];

    /// <summary>A case and the packs it is judged by.</summary>
    public static (WorkCase Facts, ImmutableArray<WorkRulePack> Packs) Of(Seed seed)
    {
        var dice = new Dice(seed);
        var packs = WorkRulePacks.All;
        if (dice.Chance(40))
        {
            packs = [.. packs.Select(pack => dice.Chance(50) ? pack with { WeekStarts = (IsoDayOfWeek)dice.Between(1, 7), SchoolWeekDays = dice.Between(1, 4) } : pack)];
        }

        var first = new LocalDate(2026, 1, 1).PlusDays(dice.Below(365));
        if (dice.Chance(20))
        {
            // A new version begins while the work goes on, and may end.
            var old = dice.Of(packs);
            packs = packs.Add(old with
            {
                Version = 2, EffectiveFrom = first.PlusDays(dice.Below(14)), EffectiveTo = dice.Chance(30) ? first.PlusDays(14 + dice.Below(5)) : null,
                Rules = [.. old.Rules.Select(rule => Changed(dice, rule, first))],
            });
        }

        var age = dice.Between(13, 18);
        var birth = dice.Chance(50) ? first.PlusDays(dice.Below(14)).PlusYears(-age) : first.PlusDays(-dice.Below(365)).PlusYears(-age);
        var works = Enumerable.Range(1, dice.Chance(60) ? 1 : dice.Between(2, 3)).Select(i => Work(dice, $"w{i}", first)).ToImmutableArray();
        return (
            new WorkCase
            {
                BirthDate = BirthDate.From(birth),
                Work = works[0],
                OtherWork = works.RemoveAt(0),
                Calendar = Calendar(dice, first),
                Agreements = dice.Chance(50) ? [.. dice.Some(Papers, 30).Select(kind => Paper(dice, kind, first))] : [],
                Jurisdictions = [.. dice.Some(["US", "US-MA", "US-WA", "US-MN"], 55), .. dice.Some(["US-ZZ"], 3)],
                LimitsApplyToAll = dice.Chance(30),
            },
            packs);
    }

    /// <summary>A shift: by quarters or by minutes, with or without breaks, sometimes past midnight.</summary>
    public static WorkShift Shift(Dice dice, LocalDate day)
    {
        var step = dice.Chance(80) ? 15 : 1;
        var start = dice.Between(dice.Chance(20) ? 0 : 6 * 60 / step, ((24 * 60) - 1) / step) * step;
        var end = Math.Min(dice.Chance(10) ? start + 1440 : dice.Chance(70) ? 24 * 60 : 2 * 24 * 60, start + (dice.Between(1, (dice.Chance(80) ? 5 : 12) * 60 / step) * step));
        var from = dice.Between(start, end - 1);
        return end - start > 60 && dice.Chance(40)
            ? new(day, start, end, new WorkBreak(from, Math.Min(end, from + dice.Between(1, 45))))
            : new(day, start, end);
    }

    private static Work Work(Dice dice, string name, LocalDate first)
    {
        var span = dice.Between(1, 15);
        var density = dice.Between(20, 110);
        return new()
        {
            Name = name,
            Schedule = new([.. Enumerable.Range(0, span).Where(_ => dice.Chance(density)).Select(day => Shift(dice, first.PlusDays(day)))]),
            Relation = dice.Chance(80) ? WorkRelation.Employment : dice.Of(Enum.GetValues<WorkRelation>()),
            Hazards = dice.Chance(30) ? dice.Some(Hazards, 15) : [],
            Kinds = dice.Chance(30) ? dice.Some(Enum.GetValues<WorkKind>(), 15) : [],
            Settings = dice.Chance(30) ? dice.Some(Enum.GetValues<WorkSetting>(), 40) : [],
        };
    }

    private static SchoolCalendar Calendar(Dice dice, LocalDate first)
    {
        var start = first.PlusDays(dice.Between(-30, 10));
        var end = start.PlusDays(dice.Between(0, 40));
        var known = first.PlusDays(-dice.Between(-2, 60));
        return new()
        {
            Known = new(known, known.PlusDays(dice.Chance(80) ? 200 : dice.Below(60))),
            Terms = dice.Chance(80) ? [new(start, end), .. dice.Some([new DateInterval(end.PlusDays(5), end.PlusDays(25))], 50)] : [],
            DaysOff = [.. Enumerable.Range(0, dice.Below(4)).Select(_ => first.PlusDays(dice.Below(14))).Select(off => new DateInterval(off, off.PlusDays(dice.Below(3))))],
            Hours = WeeklyHours.Parse(dice.Of(["Mon-Fri 08:00-15:00", "Mon-Fri 07:30-11:00; Mon-Fri 11:45-14:10", "Mon-Thu 08:00-15:00; Sat 08:00-12:00"])),
        };
    }

    private static WorkAgreement Paper(Dice dice, string kind, LocalDate first)
    {
        var complete = dice.Chance(60) ? 100 : 80;
        return new()
        {
            Kind = kind,
            From = first.PlusDays(dice.Chance(60) ? -dice.Below(500) : dice.Below(10)),
            Until = dice.Chance(30) ? first.PlusDays(dice.Below(20)) : null,
            Work = dice.Chance(20) ? dice.Of(["w1", "w2"]) : null,
            Signers = dice.Some(Enum.GetValues<AgreementSigner>(), complete),
            Terms = dice.Some(Enum.GetValues<AgreementTerm>(), complete),
            StudentsPerCoordinator = dice.Chance(50) ? dice.Between(10, 27) : null,
            HazardMinutes = dice.Chance(50) ? dice.Between(50, 70) : null,
            HazardPercent = dice.Chance(50) ? dice.Between(15, 25) : null,
        };
    }

    private static WorkRule Changed(Dice dice, WorkRule rule, LocalDate first)
    {
        var changed = rule switch
        {
            DayHoursRule hours => hours with { Minutes = hours.Minutes - dice.Below(60) },
            WeekHoursRule hours => hours with { Minutes = hours.Minutes - dice.Below(120) },
            TimeOfDayRule time => time with { From = time.From + dice.Below(60), Until = time.Until - dice.Below(60) },
            _ => rule,
        };
        return dice.Chance(20) ? changed with { EffectiveFrom = first.PlusDays(dice.Below(10)), EffectiveTo = first.PlusDays(10 + dice.Below(10)) } : changed;
    }
}
