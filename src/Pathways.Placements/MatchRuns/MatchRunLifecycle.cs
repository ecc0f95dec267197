using static Pathways.MatchRunState;
using static Pathways.Placements.MatchRunRequirements;
using static Pathways.Placements.MatchRunTrigger;

namespace Pathways.Placements;

/// <summary>The life of a match run: proposed, reviewed, published, and replaced by the next.</summary>
/// <remarks>What was published was offered to students, so it is never taken back: another run follows it.</remarks>
public static class MatchRunLifecycle
{
    /// <summary>Every transition there is.</summary>
    public static Lifecycle<MatchRunState, MatchRunTrigger, MatchRunFacts> Table { get; } =
        Lifecycle.Of<MatchRunState, MatchRunTrigger, MatchRunFacts>("match-run", start: Proposed)
            .From(Proposed).On(Review).By(Role.Coordinator).To(Reviewed)
                .Requires(Verified, InputsUnchanged, SecondPerson)
            .From(Reviewed).On(Publish).By(Role.Coordinator).To(Published)
                .Requires(Verified, InputsUnchanged)
            .From(Published).On(Supersede).By(Role.Coordinator).To(Superseded)
                .Requires(SuccessorPublished)
            .From(Proposed, Reviewed).On(Discard).By(Role.Coordinator).To(Discarded)
                .Requires(ReasonGiven)
            .Ends(Superseded, Discarded)
            .Build();
}
