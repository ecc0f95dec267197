using Pathways;

namespace MarlboroughGenerator;

/// <summary>What stands between a student and an opportunity under the policy of the sample, each named by one word.</summary>
/// <remarks>
/// A plain restatement of the program's rules, so that the students of the sample can mostly avoid what they cannot have and
/// so that the generator can count how often they do not. The rules that count are those of the matching.
/// </remarks>
internal static class Obstacles
{
    /// <summary>The farthest that the policy lets a student travel who gave no limit.</summary>
    public const double MaximumDistanceKm = 40;

    private const int Adult = 18;
    private const int LearnerAge = 16;

    /// <summary>Everything that stands between the two; empty when nothing does.</summary>
    public static IEnumerable<string> Between(Student student, Opportunity opportunity, Partner partner)
    {
        var age = student.BirthDate.AgeOn(opportunity.Dates.Start);
        (string Name, bool Stands)[] all =
        [
            ("grade", opportunity.MinimumGrade is { } grade && student.Grade < grade),
            ("age", age < opportunity.MinimumAge),
            ("hazard", age < Adult && opportunity.Hazards.Any(hazard => !IsExempt(hazard, age, opportunity))),
            ("schedule", student.Availability is { } free && opportunity.Schedule is { } work && !free.Covers(work)),
            ("distance", KmBetween(student, opportunity) > (student.MaximumDistanceKm ?? MaximumDistanceKm)),
            ("sector", !student.SectorChoices.IsEmpty && !student.SectorChoices.Contains(opportunity.Sector)),
            ("seats", opportunity.Seats == 0),
            ("agreement", partner.Agreement is { } agreement && !agreement.Contains(opportunity.Dates)),
            ("requirements", opportunity.Requirements.Except(student.Qualifications).Any()),
        ];
        return all.Where(obstacle => obstacle.Stands).Select(obstacle => obstacle.Name);
    }

    /// <summary>How far the work is from home; <see langword="null"/> when it is remote or a place is unknown.</summary>
    public static double? KmBetween(Student student, Opportunity opportunity) =>
        opportunity is { IsRemote: false, Worksite.Place: { } place } ? student.Home?.DistanceKmTo(place, Purpose.Eligibility) : null;

    private static bool IsExempt(HazardId hazard, int age, Opportunity opportunity) =>
        age >= LearnerAge && opportunity.IsStudentLearner && Hazard.Find(hazard) is { HasStudentLearnerExemption: true };
}
