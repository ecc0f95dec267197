using Pathways;

namespace MarlboroughGenerator;

/// <summary>The hours of a week: those of the work in term time, and those in which students are free.</summary>
internal static class Timetable
{
    private static readonly ImmutableArray<(string Hours, double Weight)> Work =
    [
        ("Mon,Wed 14:30-17:00", 20), ("Tue,Thu 14:30-17:00", 20), ("Tue,Thu 15:00-18:00", 12), ("Mon-Thu 14:30-16:30", 10),
        ("Wed 14:30-17:30", 10), ("Mon,Fri 14:30-17:30", 8), ("Sat 09:00-13:00", 8), ("Tue-Thu 12:00-15:00", 6),
        ("Fri 12:30-16:30", 6),
    ];

    private static readonly ImmutableArray<string> SchoolDays = ["Mon", "Tue", "Wed", "Thu", "Fri"];

    /// <summary>Hours of work in term time; sometimes none are set, and they are agreed with each student.</summary>
    public static WeeklyHours? ForWork(Draws draws) =>
        draws.Chance(0.25) ? null : WeeklyHours.Parse(Work[draws.Weighted([.. Work.Select(work => work.Weight)])].Hours);

    /// <summary>When a student is free: afternoons from 14:00, for some seniors from 11:30, less what sports and care take.</summary>
    /// <param name="draws">Where the chance comes from.</param>
    /// <param name="hasWorkRelease">Whether the student may leave school before noon.</param>
    public static WeeklyHours ForStudent(Draws draws, bool hasWorkRelease)
    {
        var start = hasWorkRelease ? "11:30" : "14:00";
        var end = draws.Pick(["18:00", "18:00", "19:00", "20:00"]);
        var busy = draws.Chance(0.20) ? draws.Shuffled(SchoolDays).Take(draws.Between(1, 2)) : [];
        var free = SchoolDays.Except(busy).Select(day => $"{day} {start}-{end}").ToList();
        if (draws.Chance(0.75))
        {
            free.Add("Sat 08:00-16:00");
        }

        return WeeklyHours.Parse(string.Join("; ", free));
    }
}
