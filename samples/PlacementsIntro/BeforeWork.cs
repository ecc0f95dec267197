using PlacementsIntro.Host;

namespace PlacementsIntro;

/// <summary>What is settled before the first day: documents, outcomes, pay, safety, transport.</summary>
internal static class BeforeWork
{
    private static readonly ImmutableArray<OutcomeId> Outcomes = [OutcomeId.From("read-drawings"), OutcomeId.From("set-up-machine")];

    public static async Task SettleAsync(Walk walk, PlacementId id)
    {
        walk.On(2026, 8, 24, 9);
        await walk.RefusedAsync(Cast.Coordinator, id, PlacementTrigger.ClearToStart);

        walk.On(2026, 8, 25, 10);
        await walk.PlacementAsync(Cast.Supervisor, id, PlacementTrigger.AgreeOutcome, new PlacementEntry.OutcomeAgreed(
            Outcomes[0], Pathways.Note.From("Reads a technical drawing and names the tolerances that matter.")));
        await walk.PlacementAsync(Cast.Supervisor, id, PlacementTrigger.AgreeOutcome, new PlacementEntry.OutcomeAgreed(
            Outcomes[1], Pathways.Note.From("Sets up a machine for a known part, with the supervisor watching.")));
        foreach (var outcome in Outcomes)
        {
            foreach (var signer in new[] { Cast.Student, Cast.Supervisor, Cast.Coordinator })
            {
                await walk.PlacementAsync(signer, id, PlacementTrigger.SignOutcome, new PlacementEntry.OutcomeSigned(outcome, Wording: 1));
            }
        }

        walk.On(2026, 8, 26, 11);
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.AgreePay, new PlacementEntry.PayAgreed(new(PayKind.Wage, 16.50m)));
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.PlanTransport, new PlacementEntry.TransportSettled(new(ReasonCode.From("school-van"))));
        await walk.PlacementAsync(
            Cast.Coordinator, id, PlacementTrigger.CheckSupervisor, new PlacementEntry.SupervisorChecked(new(Cast.Supervisor.Id, Cast.Coordinator.Id, walk.Today)));
        await walk.PlacementAsync(Cast.Specialist, id, PlacementTrigger.RecordOrientation, new PlacementEntry.OrientationHeld(new(walk.Today, Cast.Specialist.Id)));
    }

    /// <summary>Each document that the first day waits for is asked for, given, looked at and accepted.</summary>
    public static async Task CollectAsync(Walk walk, PlacementId id, DocumentBlocks blocks)
    {
        var page = await walk.Get<IDocumentStore>().ListAsync(Walk.Scope, new DocumentQuery { Placement = id, Limit = 100 });
        foreach (var document in page.Items.Where(document => document.Requirement.Blocks == blocks))
        {
            var signatures = document.Requirement.Signers.Select(role => new PartySignature(Signer(role), walk.Now)).ToImmutableArray();
            await walk.DocumentAsync(Cast.Coordinator, document.Id, DocumentTrigger.Request);
            await walk.DocumentAsync(
                signatures.IsEmpty ? Cast.Coordinator : signatures[0].By, document.Id, DocumentTrigger.Receive,
                new(signatures, Location: Pathways.Note.From($"dms/{document.Requirement.Kind}")));
            await walk.DocumentAsync(Cast.Specialist, document.Id, DocumentTrigger.BeginReview);
            await walk.DocumentAsync(Cast.Specialist, document.Id, DocumentTrigger.Accept);
        }
    }

    public static async Task MarkAsync(Walk walk, PlacementId id)
    {
        foreach (var outcome in Outcomes)
        {
            await walk.PlacementAsync(Cast.Supervisor, id, PlacementTrigger.MarkOutcome, new PlacementEntry.OutcomeMarked(outcome, IsDelivered: true, walk.Today));
        }
    }

    private static Actor Signer(Role role) => role switch
    {
        Role.Student => Cast.Student,
        Role.Guardian => Cast.Guardian,
        Role.PartnerContact => Cast.Contact,
        Role.Supervisor => Cast.Supervisor,
        _ => Cast.Coordinator,
    };
}
