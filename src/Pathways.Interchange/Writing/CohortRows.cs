using NodaTime.Text;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Writing;

/// <summary>The cells of a cohort, file by file, in the documented order of columns.</summary>
internal static class CohortRows
{
    public static string[] Of(Student student)
    {
        var home = student.Home?.Reveal(Purpose.Interchange);
        return
        [
            student.Id.Value,
            student.School.Value,
            student.Grade.Code,
            Day(student.BirthDate.Reveal(Purpose.Interchange)),
            Hours(student.Availability),
            Degrees(home?.Latitude),
            Degrees(home?.Longitude),
            Degrees(student.MaximumDistanceKm),
            ListText.Join(student.SectorChoices.Select(id => id.Value)),
            student.Interests is { } interests ? InterestText.Format(interests) : "",
            Whole(student.Readiness),
            ListText.Join(student.Qualifications.Select(id => id.Value)),
            ListText.Join(student.PriorityGroups.Select(id => id.Value)),
        ];
    }

    public static string[] Of(Partner partner) =>
    [
        partner.Id.Value,
        partner.Name,
        ListText.Join(partner.Sectors.Select(id => id.Value)),
        partner.Town ?? "",
        Degrees(partner.Place?.Latitude),
        Degrees(partner.Place?.Longitude),
        partner.Agreement is { } from ? Day(from.Start) : "",
        partner.Agreement is { } to ? Day(to.End) : "",
    ];

    public static string[] Of(Opportunity opportunity) =>
    [
        opportunity.Id.Value,
        opportunity.Partner.Value,
        opportunity.Title,
        opportunity.Kind.ToString(),
        opportunity.Sector.Value,
        opportunity.Occupation?.Value ?? "",
        Numbers.Format(opportunity.Seats),
        Numbers.Format(opportunity.Minimum),
        Day(opportunity.Dates.Start),
        Day(opportunity.Dates.End),
        Hours(opportunity.Schedule),
        opportunity.Worksite?.Id.Value ?? "",
        Degrees(opportunity.Worksite?.Place?.Latitude),
        Degrees(opportunity.Worksite?.Place?.Longitude),
        Truth(opportunity.IsRemote),
        Truth(opportunity.IsPaid),
        ListText.Join(opportunity.Hazards.Select(id => id.Value)),
        Truth(opportunity.IsStudentLearner),
        opportunity.MinimumGrade?.Code ?? "",
        Whole(opportunity.MinimumAge),
        ListText.Join(opportunity.Requirements.Select(id => id.Value)),
    ];

    public static string[] Of(Preference preference) =>
        [preference.Student.Value, preference.Opportunity.Value, Numbers.Format(preference.Rank)];

    public static string[] Of(Priority priority) =>
        [priority.Opportunity.Value, priority.Student.Value, Numbers.Format(priority.Rank)];

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    // No time at all must not read back as "not said".
    private static string Hours(WeeklyHours? hours) => hours is { Stretches.IsEmpty: true } ? "none" : hours?.ToString() ?? "";

    private static string Degrees(double? number) => number is { } value ? Numbers.Format(value) : "";

    private static string Whole(int? number) => number is { } value ? Numbers.Format(value) : "";

    private static string Truth(bool value) => value ? "true" : "false";
}
