using System.Globalization;

namespace Pathways.Matching.Cohorts;

/// <summary>The rules of who may take what: one table, of which a refusal lists every line that is not met.</summary>
public static class EligibilityRequirements
{
    /// <summary>All rules, in the order in which refusals list them.</summary>
    public static ImmutableArray<Requirement<EligibilityFacts>> Table { get; } =
    [
        new("eligibility.grade", "The student must be in the lowest grade of the opportunity or above.",
            f => f.Opportunity.MinimumGrade is not { } grade || f.Student.Grade >= grade,
            f => $"The student is in grade {f.Student.Grade}; the opportunity starts at grade {f.Opportunity.MinimumGrade}."),

        new("eligibility.age", "The student must be old enough on the first day.",
            f => f.Opportunity.MinimumAge is not { } age || f.AgeOnFirstDay >= age,
            f => $"The student is not yet {f.Opportunity.MinimumAge} on the first day ({f.Opportunity.Dates.Start:R})."),

        new("eligibility.hazard", "The work must hold no hazard that is barred at the student's age.",
            f => !f.BarredHazards.Any(),
            f => $"The student is under 18 on the first day ({f.Opportunity.Dates.Start:R}), and the work holds {string.Join(", ", f.BarredHazards.Select(Named))}."),

        new("eligibility.schedule", "The student must be free at the hours of work.",
            f => f.Student.Availability is not { } free || f.Opportunity.Schedule is not { } work || free.Covers(work),
            f => $"The student is not free {string.Join(", ", f.Student.Availability!.Misses(f.Opportunity.Schedule!))}."),

        new("eligibility.distance", "The place of work must be near enough.",
            f => f.DistanceKm is not { } km || f.DistanceLimitKm is not { } limit || km <= limit,
            // Never how far it is: places of work are public, and three distances give the home away.
            f => $"The place of work is farther from home than the limit of {Limit(f.DistanceLimitKm)} km."),

        new("eligibility.sector", "The opportunity must be of a sector that the student chose.",
            f => !f.Policy.RequireChosenSector || f.Student.SectorChoices.IsEmpty || f.Student.SectorChoices.Contains(f.Opportunity.Sector),
            f => $"The opportunity is in {f.Opportunity.Sector}; the student chose {string.Join(", ", f.Student.SectorChoices)}."),

        new("eligibility.seats", "The opportunity must have a seat.",
            f => f.Opportunity.Seats > 0),

        new("eligibility.agreement", "The partner's agreement must cover the days of work.",
            f => f.Partner.Agreement is not { } agreement || agreement.Contains(f.Opportunity.Dates),
            f => $"The agreement with {f.Partner.Id} runs from {f.Partner.Agreement!.Start:R} to {f.Partner.Agreement.End:R}; the work from {f.Opportunity.Dates.Start:R} to {f.Opportunity.Dates.End:R}."),

        new("eligibility.requirements", "The student must have what the opportunity asks for.",
            f => !f.MissingRequirements.Any(),
            f => $"The student still needs {string.Join(", ", f.MissingRequirements)}."),

        new("eligibility.readiness", "The student must be ready.",
            f => !f.Policy.RequireReadiness || f.Readiness is { IsReady: true },
            f => f.Readiness is { } verdict
                ? $"The student is not ready by {verdict.Definition}: {string.Join(' ', verdict.Missing.Select(missing => missing.Sentence))}"
                : "It was not asked whether the student is ready."),
    ];

    /// <summary>Every rule that keeps a student from an opportunity; empty when the student may take it.</summary>
    /// <param name="facts">The pair, and the program's own rules.</param>
    public static ImmutableArray<Refusal> Refusals(EligibilityFacts facts) => Table.Unmet(facts);

    private static string Named(HazardId id) => Hazard.Find(id) is { } hazard ? $"{id} ({hazard.Name})" : id.ToString();


    private static string Limit(double? km) => km?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
