namespace Pathways.Matching.Cohorts;

/// <summary>What the eligibility rules look at.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">What.</param>
/// <param name="Partner">Who offers it.</param>
/// <param name="Policy">The program's own rules.</param>
public sealed record EligibilityFacts(Student Student, Opportunity Opportunity, Partner Partner, EligibilityPolicy Policy)
{
    /// <summary>The student's age on the first day of work, in completed years.</summary>
    public int AgeOnFirstDay => Student.BirthDate.AgeOn(Opportunity.Dates.Start);

    /// <summary>
    /// From home to the place of work in kilometres; <see langword="null"/> when remote or a place is unknown. An opportunity without a
    /// place of its own is at the partner's.
    /// </summary>
    public double? DistanceKm => !Opportunity.IsRemote && Student.Home is { } home && (Opportunity.Worksite?.Place ?? Partner.Place) is { } place
        ? home.DistanceKmTo(place, Purpose.Eligibility)
        : null;

    /// <summary>The farthest the student goes, in kilometres; <see langword="null"/> for no limit.</summary>
    public double? DistanceLimitKm => Student.MaximumDistanceKm ?? Policy.MaximumDistanceKm;

    /// <summary>The hazards of the work that a person of this age may not do.</summary>
    public IEnumerable<HazardId> BarredHazards => AgeOnFirstDay >= 18
        ? []
        : Opportunity.Hazards.Where(hazard => !(Opportunity.IsStudentLearner && AgeOnFirstDay >= 16
            && Hazard.Find(hazard) is { HasStudentLearnerExemption: true }));

    /// <summary>What the opportunity asks for and the student does not have.</summary>
    public IEnumerable<QualificationId> MissingRequirements => Opportunity.Requirements.Except(Student.Qualifications);

    /// <summary>Whether the student is ready on the day of the matching; <see langword="null"/> when nobody asked.</summary>
    public ReadinessVerdict? Readiness { get; init; }

    /// <summary>Who and what, and nothing that was worked out from personal data.</summary>
    public override string ToString() => $"{Student.Id} and {Opportunity.Id}";
}
