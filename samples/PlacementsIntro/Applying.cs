using PlacementsIntro.Host;

namespace PlacementsIntro;

/// <summary>From the partner's offer to the offer that the student accepts.</summary>
internal static class Applying
{
    public static async Task PublishAsync(Walk walk, Opportunity offer)
    {
        walk.On(2026, 8, 3, 9);
        await walk.SayAsync(
            Cast.Contact, "Write",
            await walk.Get<OpportunityService>().WriteAsync(Walk.Scope, walk.Key, Cast.Contact, new()
            {
                Offer = offer, Program = District.Internships.Id, Supervisor = Cast.Supervisor.Id, Season = District.Fall,
                ApplicationWindow = new(new(2026, 8, 10), new(2026, 8, 28)),
            }),
            value => $"{value.State}");
        await walk.OpportunityAsync(Cast.Contact, offer.Id, OpportunityTrigger.Submit);
        walk.On(2026, 8, 4, 14);
        await walk.OpportunityAsync(Cast.Coordinator, offer.Id, OpportunityTrigger.Approve);
        await walk.OpportunityAsync(Cast.Coordinator, offer.Id, OpportunityTrigger.Publish);
    }

    public static async Task ApplyAsync(Walk walk, StudentApplicationId id, StudentId student, OpportunityId opportunity, PlacementId placement)
    {
        walk.On(2026, 8, 11, 16);
        await walk.SayAsync(
            Cast.Student, "Start",
            await walk.Get<ApplicationService>().StartAsync(Walk.Scope, walk.Key, Cast.Student, id, student, opportunity),
            value => $"{value.State}");
        await walk.ApplicationAsync(Cast.Student, id, ApplicationTrigger.Submit);
        walk.On(2026, 8, 13, 10);
        await walk.ApplicationAsync(Cast.Coordinator, id, ApplicationTrigger.Endorse);
        walk.On(2026, 8, 17, 11);
        await walk.ApplicationAsync(Cast.Contact, id, ApplicationTrigger.Shortlist);
        await walk.ApplicationAsync(Cast.Contact, id, ApplicationTrigger.ScheduleInterview, command => command with { InterviewTimeFree = true });
        walk.On(2026, 8, 20, 15);
        await walk.ApplicationAsync(Cast.Contact, id, ApplicationTrigger.RecordInterview);
        walk.On(2026, 8, 21, 9);
        await walk.ApplicationAsync(Cast.Contact, id, ApplicationTrigger.MakeOffer, command => command with { OfferExpires = walk.Now + Duration.FromDays(5) });
        walk.On(2026, 8, 22, 18);
        await walk.ApplicationAsync(Cast.Student, id, ApplicationTrigger.AcceptOffer, command => command with { Placement = placement });
        var seats = await walk.Get<IOpportunityStore>().CountSeatsAsync(Walk.Scope, opportunity);
        walk.Note($"placement/{placement} is open, and of {seats.Capacity} seats {seats.Filled} is filled.");
    }
}
