using Pathways;
using static MarlboroughGenerator.Words;

namespace MarlboroughGenerator;

/// <summary>Makes up the students of one district: ids, days of birth, homes, choices and what they have done so far.</summary>
internal static class StudentMaker
{
    private static readonly ImmutableArray<(int Grade, int Students)> Sizes = [(9, 262), (10, 266), (11, 294), (12, 280)];
    private static readonly SchoolId HighSchool = SchoolId.From("mhs");
    private static readonly SchoolId EveningSchool = SchoolId.From("mhs-evening");
    private static readonly ImmutableArray<double> Reaches = [6, 8, 10, 12, 15, 20, 25];

    /// <summary>Makes the students, in the order of grades.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    public static ImmutableArray<Student> Make(Seed seed) =>
    [
        .. Sizes.SelectMany(size => Enumerable.Repeat(size.Grade, size.Students))
            .Select((grade, i) => Of(i + 1, grade, new(seed.Split((ulong)i)))),
    ];

    private static Student Of(int number, int grade, Draws draws)
    {
        var isOlder = grade >= 11;
        var isEvening = isOlder && draws.Chance(0.04);
        var town = Town.All[draws.Weighted([.. Town.All.Select(town => town.HomeWeight)])];
        var choices = ChoicesOf(draws, grade);
        return new()
        {
            Id = StudentId.From($"m-{number:0000}"),
            School = isEvening ? EveningSchool : HighSchool,
            Grade = GradeLevel.From(grade),
            BirthDate = BirthDate.From(BornOn(draws, grade)),
            Availability = AvailabilityOf(draws, grade, isEvening),
            Home = draws.Chance(0.96) ? HomePlace.From(town.Near(draws, spread: 0.025, decimals: 2)) : null,
            MaximumDistanceKm = isOlder && draws.Chance(0.30) ? draws.Pick(Reaches) : null,
            SectorChoices = choices,
            Interests = draws.Chance(grade == 9 ? 0.5 : 0.85) ? InterestsOf(draws, choices) : null,
            Readiness = ReadinessOf(draws, grade),
            Qualifications = [.. QualificationsOf(draws, grade, choices).Select(QualificationId.From)],
            PriorityGroups = [.. GroupsOf(draws, grade, town)],
        };
    }

    // A grade is born from September to August; a few skipped a grade, a few repeated one.
    private static LocalDate BornOn(Draws draws, int grade)
    {
        var year = 2026 - grade - 6 + draws.Weighted([0.05, 0.91, 0.04]) - 1;
        return new LocalDate(year, 9, 1).PlusDays(draws.Below(365));
    }

    // Sectors are explored in grade 10 and chosen for grade 11; grade 9 hears of all three.
    private static ImmutableArray<SectorId> ChoicesOf(Draws draws, int grade)
    {
        var chosen = draws.Chance(grade switch { 9 => 0.15, 10 => 0.80, _ => 0.97 });
        var first = draws.Weighted([0.14, 0.62, 0.24]);
        var rest = draws.Shuffled(Enumerable.Range(0, 3).Where(sector => sector != first));
        return chosen ? [Sectors[first], .. rest.Take(draws.Weighted([0.30, 0.45, 0.25])).Select(sector => Sectors[sector])] : [];
    }

    private static WeeklyHours? AvailabilityOf(Draws draws, int grade, bool isEvening)
    {
        if (isEvening)
        {
            return WeeklyHours.Parse("Mon-Fri 08:00-16:30; Sat 08:00-16:00");
        }

        return grade >= 11 && draws.Chance(0.80) ? Timetable.ForStudent(draws, grade == 12 && draws.Chance(0.30)) : null;
    }

    // Raw scores of a 60-item profiler: ten items a scale, 0 to 4 each. A chosen sector leans towards its letters.
    private static InterestProfile InterestsOf(Draws draws, ImmutableArray<SectorId> choices)
    {
        var scores = Enumerable.Range(0, 6).Select(_ => draws.Bell(18, 7)).ToArray();
        var leaning = choices.IsEmpty ? "" : choices[0] == Engineering ? "RI" : choices[0] == Healthcare ? "SI" : "IC";
        foreach (var letter in leaning)
        {
            scores["RIASEC".IndexOf(letter, StringComparison.Ordinal)] += 8;
        }

        return new([.. scores.Select(score => Math.Clamp(Math.Round(score), 0, 40))]);
    }

    private static int? ReadinessOf(Draws draws, int grade) => grade switch
    {
        9 => null,
        10 => draws.Chance(0.4) ? (int)Math.Clamp(draws.Bell(40, 12), 5, 90) : null,
        _ => draws.Chance(0.97) ? (int)Math.Clamp(draws.Bell(grade == 11 ? 62 : 68, 14), 15, 100) : null,
    };

    // Trainings follow the sectors a student chose; of those, most are done in time.
    private static IEnumerable<string> QualificationsOf(Draws draws, int grade, ImmutableArray<SectorId> choices)
    {
        var done = grade switch { 9 => 0.02, 10 => 0.30, _ => 0.985 };
        (string Name, SectorId? Sector, double IfChosen, double Otherwise)[] all =
        [
            (Resume, null, 1, 1), (Safety, Engineering, 1, 0.80), (Hipaa, Healthcare, 1, 0.25), (Cori, Healthcare, 0.98, 0.30),
            (Immunization, Healthcare, 0.98, 0.60), (Programming, Computing, 0.85, 0.30), (Cad, Engineering, 0.85, 0.20),
        ];
        foreach (var (name, sector, ifChosen, otherwise) in all)
        {
            if (draws.Chance(done * (sector is not { } wanted || choices.Contains(wanted) ? ifChosen : otherwise)))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<PriorityGroupId> GroupsOf(Draws draws, int grade, Town town)
    {
        if (town.IsRural)
        {
            yield return Rural;
        }

        if (grade == 12 && draws.Chance(0.18))
        {
            yield return Returning;
        }

        if (grade == 12 && draws.Chance(0.06))
        {
            yield return TransitionProgram;
        }
    }
}
