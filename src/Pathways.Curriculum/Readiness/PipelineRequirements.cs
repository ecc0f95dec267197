using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Curriculum.PipelineFacts>;

namespace Pathways.Curriculum;

/// <summary>What must hold before something happens to a student on the way to a placement.</summary>
public static class PipelineRequirements
{
    /// <summary>Something is on record.</summary>
    public static Requirement HasBegun { get; } = new(
        "student-pipeline.has-begun", "Something must be on the student's record.", f => f.HasBegun);

    /// <summary>The student is ready.</summary>
    public static Requirement IsReady { get; } = new("student-pipeline.is-ready", "The student must be ready.", f => f.IsReady);

    /// <summary>Readiness is over.</summary>
    public static Requirement ReadinessLapsed { get; } = new(
        "student-pipeline.readiness-lapsed", "What readiness rested on must be over.", f => f.ReadinessLapsed);

    /// <summary>The student applies.</summary>
    public static Requirement Applying { get; } = new(
        "student-pipeline.applying", "An application must run.", f => f.LiveApplications > 0);

    /// <summary>The student does not apply. The opposite of <see cref="Applying"/>, once applications are counted.</summary>
    public static Requirement NotApplying { get; } = new(
        "student-pipeline.not-applying", "No application may run.", f => f.LiveApplications <= 0,
        f => Count(f.LiveApplications, "application runs", "applications run"));

    /// <summary>There is an offer.</summary>
    public static Requirement Offered { get; } = new(
        "student-pipeline.offered", "An offer must wait for the student's answer.", f => f.OpenOffers > 0);

    /// <summary>There is no offer. The opposite of <see cref="Offered"/>, once offers are counted.</summary>
    public static Requirement NotOffered { get; } = new(
        "student-pipeline.not-offered", "No offer may wait for the student's answer.", f => f.OpenOffers <= 0,
        f => Count(f.OpenOffers, "offer waits", "offers wait"));

    /// <summary>There is a placement.</summary>
    public static Requirement Placed { get; } = new(
        "student-pipeline.placed", "A placement must be there that has not ended.", f => f.RunningPlacements > 0);

    /// <summary>There is no placement. The opposite of <see cref="Placed"/>, once placements are counted.</summary>
    public static Requirement NotPlaced { get; } = new(
        "student-pipeline.not-placed", "Every placement must have ended.", f => f.RunningPlacements <= 0,
        f => Count(f.RunningPlacements, "placement has not ended", "placements have not ended"));

    /// <summary>A placement was completed.</summary>
    public static Requirement Completed { get; } = new(
        "student-pipeline.completed", "A placement must be completed.", f => f.CompletedPlacements > 0);

    /// <summary>The student has graduated.</summary>
    public static Requirement Graduated { get; } = new(
        "student-pipeline.graduated", "The student must have graduated.", f => f.HasGraduated);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("student-pipeline.reason", "A reason must be given.", f => f.ReasonGiven);

    private static string Count(int? count, string one, string many) => count switch
    {
        null => "Nobody has counted.",
        1 => $"1 {one}.",
        { } number => string.Create(CultureInfo.InvariantCulture, $"{number} {many}."),
    };
}
