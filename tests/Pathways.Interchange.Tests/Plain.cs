using System.Text.Json;

namespace Pathways.Interchange.Tests;

/// <summary>Everything a cohort says, as one text: two cohorts are the same when their texts are.</summary>
internal static class Plain
{
    public static string Of(Cohort cohort) => JsonSerializer.Serialize(new
    {
        Students = cohort.Students.Select(student => new
        {
            Id = student.Id.Value,
            School = student.School.Value,
            Grade = student.Grade.Code,
            BirthDate = student.BirthDate.Reveal(Purpose.Access).ToString("uuuu-MM-dd", null),
            Availability = student.Availability?.ToString(),
            Home = Of(student.Home?.Reveal(Purpose.Access)),
            student.MaximumDistanceKm,
            Sectors = student.SectorChoices.Select(id => id.Value),
            Interests = student.Interests?.Scores.Select(score => score),
            student.Readiness,
            Qualifications = student.Qualifications.Select(id => id.Value),
            Groups = student.PriorityGroups.Select(id => id.Value),
        }),
        Partners = cohort.Partners.Select(partner => new
        {
            Id = partner.Id.Value,
            partner.Name,
            Sectors = partner.Sectors.Select(id => id.Value),
            partner.Town,
            Place = Of(partner.Place),
            Agreement = partner.Agreement?.ToString(),
        }),
        Opportunities = cohort.Opportunities.Select(opportunity => new
        {
            Id = opportunity.Id.Value,
            Partner = opportunity.Partner.Value,
            opportunity.Title,
            opportunity.Kind,
            Sector = opportunity.Sector.Value,
            Occupation = opportunity.Occupation?.Value,
            opportunity.Seats,
            opportunity.Minimum,
            Dates = opportunity.Dates.ToString(),
            Schedule = opportunity.Schedule?.ToString(),
            Worksite = opportunity.Worksite?.Id.Value,
            WorksitePartner = opportunity.Worksite?.Partner.Value,
            Place = Of(opportunity.Worksite?.Place),
            opportunity.IsRemote,
            opportunity.IsPaid,
            Hazards = opportunity.Hazards.Select(id => id.Value),
            opportunity.IsStudentLearner,
            MinimumGrade = opportunity.MinimumGrade?.Code,
            opportunity.MinimumAge,
            Requirements = opportunity.Requirements.Select(id => id.Value),
        }),
        Preferences = cohort.Preferences.Select(row => new { Student = row.Student.Value, Opportunity = row.Opportunity.Value, row.Rank }),
        Priorities = cohort.Priorities.Select(row => new { Opportunity = row.Opportunity.Value, Student = row.Student.Value, row.Rank }),
    });

    private static double[]? Of(GeoPoint? point) => point is { } p ? [p.Latitude, p.Longitude] : null;
}
