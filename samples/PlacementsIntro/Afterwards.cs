using PlacementsIntro.Host;

namespace PlacementsIntro;

/// <summary>What follows the work: results, evaluations, the talk of all three sides, thanks and credit.</summary>
internal static class Afterwards
{
    public static async Task PresentAsync(Walk walk, PlacementId id)
    {
        walk.On(2027, 1, 20, 18);
        await walk.PlacementAsync(Cast.Specialist, id, PlacementTrigger.RecordPresentation, new PlacementEntry.PresentationHeld(
            new(walk.Today, [PresentationAudience.Class, PresentationAudience.Partner], ArtifactId.From("results-deck"))));
    }

    public static async Task DebriefAsync(Walk walk, PlacementId id)
    {
        walk.On(2027, 1, 22, 15);
        await walk.PlacementAsync(Cast.Specialist, id, PlacementTrigger.RecordDebrief, new PlacementEntry.DebriefHeld(new(
            walk.Today, DebriefPresence.Present, DebriefPresence.Present, DebriefPresence.Present,
            [new(Pathways.Note.From("Offer a second term next fall."), Cast.Contact.Id, new(2027, 5, 1))])));
    }

    public static async Task CompleteAsync(Walk walk, PlacementId id)
    {
        walk.On(2027, 1, 25, 10);
        await walk.PlacementAsync(Cast.Student, id, PlacementTrigger.RecordThanks, new PlacementEntry.ThanksSent(new(walk.Today, ArtifactId.From("thank-you-letter"))));
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.PostCredit, new PlacementEntry.CreditGiven(new(0.5m, null, walk.Today, Cast.Coordinator.Id)));
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.RequestPartnerReview, new PlacementEntry.ReviewRequested(walk.Today));
        await BeforeWork.CollectAsync(walk, id, DocumentBlocks.Completion);
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.Complete);
    }
}
