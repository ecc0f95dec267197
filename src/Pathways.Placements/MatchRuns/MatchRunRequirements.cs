using Requirement = Pathways.Requirement<Pathways.Placements.MatchRunFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to a match run.</summary>
public static class MatchRunRequirements
{
    /// <summary>It was checked from the definition, and holds.</summary>
    public static Requirement Verified { get; } = new(
        "match-run.verified", "The run must have been checked, and keep every condition and promise.",
        f => f.Verdict is MatchRunVerdict.Feasible or MatchRunVerdict.Stable,
        f => f.Verdict == MatchRunVerdict.Failed
            ? "The check found that the run breaks a condition or a promise of its mechanism. Maybe an opportunity with too few students should be closed, and the match repeated."
            : "The run was not checked. Maybe it was made without verification.");

    /// <summary>What it was made from is still so.</summary>
    public static Requirement InputsUnchanged { get; } = new(
        "match-run.inputs-unchanged", "The problem, the seats kept and what was declined must be as they were when the run was made.",
        f => f.Digest is not null && f.Digest == f.CurrentDigest,
        f => f.CurrentDigest is null
            ? "Nobody looked whether the problem, the seats kept and what was declined are as they were when the run was made."
            : "The problem, the seats kept or what was declined have changed since the run was made. Make a new run.");

    /// <summary>Two people saw it, where the district wants two.</summary>
    public static Requirement SecondPerson { get; } = new(
        "match-run.second-person", "Somebody other than who proposed the run must review it.", f => f.ActorIsAnother || f.OnePersonPermitted);

    /// <summary>Another run took its place.</summary>
    public static Requirement SuccessorPublished { get; } = new(
        "match-run.successor-published", "A run that follows this one must be published.", f => f.SuccessorPublished);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("match-run.reason", "A reason must be given.", f => f.ReasonGiven);
}
