namespace Pathways.Placements;

/// <summary>Which <see cref="Operation"/> somebody must be allowed before they fire a trigger of a life cycle.</summary>
public static class TriggerOperations
{
    /// <summary>The operation of starting an application: one's own, or on behalf of a student.</summary>
    /// <param name="role">In what capacity it is started.</param>
    public static Operation OfStart(Role role) => role == Role.Student ? Operation.StartApplication : Operation.StartApplicationOnBehalf;

    /// <summary>The operation of a trigger of applications.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(ApplicationTrigger trigger) => trigger switch
    {
        ApplicationTrigger.Submit => Operation.SubmitApplication,
        ApplicationTrigger.Return => Operation.ReturnApplication,
        ApplicationTrigger.Endorse => Operation.EndorseApplication,
        ApplicationTrigger.Decline => Operation.DeclineApplication,
        ApplicationTrigger.Shortlist => Operation.ShortlistApplication,
        ApplicationTrigger.ScheduleInterview => Operation.ScheduleInterview,
        ApplicationTrigger.RecordInterview => Operation.RecordInterview,
        ApplicationTrigger.MakeOffer => Operation.MakeOffer,
        ApplicationTrigger.AcceptOffer => Operation.AcceptOffer,
        ApplicationTrigger.DeclineOffer => Operation.DeclineOffer,
        ApplicationTrigger.ExpireOffer => Operation.ExpireOffer,
        ApplicationTrigger.RescindOffer => Operation.RescindOffer,
        ApplicationTrigger.Waitlist => Operation.WaitlistApplication,
        ApplicationTrigger.Reject => Operation.RejectApplication,
        ApplicationTrigger.Withdraw => Operation.WithdrawApplication,
        ApplicationTrigger.Lapse => Operation.LapseApplication,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of placements.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(PlacementTrigger trigger) => trigger switch
    {
        PlacementTrigger.ClearToStart => Operation.ClearPlacementToStart,
        PlacementTrigger.Start => Operation.StartPlacement,
        PlacementTrigger.Pause => Operation.PausePlacement,
        PlacementTrigger.Resume => Operation.ResumePlacement,
        PlacementTrigger.LogHours => Operation.LogHours,
        PlacementTrigger.RecordVisit => Operation.RecordVisit,
        PlacementTrigger.AddReflection => Operation.AddReflection,
        PlacementTrigger.ReviseOutcome => Operation.ReviseOutcome,
        PlacementTrigger.ChangeSupervisor => Operation.ChangeSupervisor,
        PlacementTrigger.ReportIncident => Operation.ReportIncident,
        PlacementTrigger.BaselineReview => Operation.RecordBaselineReview,
        PlacementTrigger.MidReview => Operation.RecordMidReview,
        PlacementTrigger.FinishWork => Operation.FinishWork,
        PlacementTrigger.RecordPresentation => Operation.RecordPresentation,
        PlacementTrigger.SkipPresentation => Operation.SkipPresentation,
        PlacementTrigger.CloseEvaluations => Operation.CloseEvaluations,
        PlacementTrigger.RecordDebrief => Operation.RecordDebrief,
        PlacementTrigger.Complete => Operation.CompletePlacement,
        PlacementTrigger.CloseIncomplete => Operation.ClosePlacementIncomplete,
        PlacementTrigger.Cancel => Operation.CancelPlacement,
        PlacementTrigger.Terminate => Operation.TerminatePlacement,
        PlacementTrigger.Undo => Operation.UndoPlacementStep,
        PlacementTrigger.SettleIncident => Operation.SettleIncident,
        PlacementTrigger.AgreeOutcome => Operation.AgreeOutcome,
        PlacementTrigger.SignOutcome => Operation.SignOutcome,
        PlacementTrigger.MarkOutcome => Operation.MarkOutcome,
        PlacementTrigger.AgreePeriods => Operation.AgreePeriods,
        PlacementTrigger.AgreePay => Operation.AgreePay,
        PlacementTrigger.RecordOrientation => Operation.RecordOrientation,
        PlacementTrigger.PlanTransport => Operation.PlanTransport,
        PlacementTrigger.CheckSupervisor => Operation.CheckSupervisor,
        PlacementTrigger.AssignCoordinator => Operation.AssignCoordinator,
        PlacementTrigger.PlanEvaluation => Operation.PlanEvaluation,
        PlacementTrigger.Evaluate => Operation.RecordEvaluationStep,
        PlacementTrigger.WaiveHours => Operation.WaiveHours,
        PlacementTrigger.RecordThanks => Operation.RecordThanks,
        PlacementTrigger.PostCredit => Operation.PostCredit,
        PlacementTrigger.RequestPartnerReview => Operation.RequestPartnerReview,
        PlacementTrigger.GiveNotice => Operation.GiveNotice,
        PlacementTrigger.WithdrawNotice => Operation.WithdrawNotice,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of opportunities.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(OpportunityTrigger trigger) => trigger switch
    {
        OpportunityTrigger.Submit => Operation.SubmitOpportunity,
        OpportunityTrigger.Return => Operation.ReturnOpportunity,
        OpportunityTrigger.Approve => Operation.ApproveOpportunity,
        OpportunityTrigger.Reject => Operation.RejectOpportunity,
        OpportunityTrigger.Publish => Operation.PublishOpportunity,
        OpportunityTrigger.Fill => Operation.FillOpportunity,
        OpportunityTrigger.ReleaseSeat => Operation.ReleaseOpportunitySeat,
        OpportunityTrigger.Suspend => Operation.SuspendOpportunity,
        OpportunityTrigger.Reinstate => Operation.ReinstateOpportunity,
        OpportunityTrigger.Close => Operation.CloseOpportunity,
        OpportunityTrigger.Archive => Operation.ArchiveOpportunity,
        OpportunityTrigger.Cancel => Operation.CancelOpportunity,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of slots.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(SlotTrigger trigger) => trigger switch
    {
        SlotTrigger.Hold => Operation.HoldSlot,
        SlotTrigger.Fill => Operation.FillSlot,
        SlotTrigger.Release => Operation.ReleaseSlot,
        SlotTrigger.ExpireHold => Operation.ExpireSlotHold,
        SlotTrigger.Vacate => Operation.VacateSlot,
        SlotTrigger.Withdraw => Operation.WithdrawSlot,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of documents.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(DocumentTrigger trigger) => trigger switch
    {
        DocumentTrigger.Request => Operation.RequestDocument,
        DocumentTrigger.Receive => Operation.ReceiveDocument,
        DocumentTrigger.BeginReview => Operation.BeginDocumentReview,
        DocumentTrigger.Accept => Operation.AcceptDocument,
        DocumentTrigger.Reject => Operation.RejectDocument,
        DocumentTrigger.Revoke => Operation.RevokeDocument,
        DocumentTrigger.NearExpiry => Operation.NearDocumentExpiry,
        DocumentTrigger.Expire => Operation.ExpireDocument,
        DocumentTrigger.Waive => Operation.WaiveDocument,
        DocumentTrigger.Retire => Operation.RetireDocument,
        DocumentTrigger.Undo => Operation.UndoDocumentStep,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of the hours log.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(HoursEntryTrigger trigger) => trigger switch
    {
        HoursEntryTrigger.Submit => Operation.SubmitHours,
        HoursEntryTrigger.Confirm => Operation.ConfirmHours,
        HoursEntryTrigger.Approve => Operation.ApproveHours,
        HoursEntryTrigger.Reject => Operation.RejectHours,
        HoursEntryTrigger.Revise => Operation.ReviseHours,
        HoursEntryTrigger.Correct => Operation.CorrectHours,
        HoursEntryTrigger.Void => Operation.VoidHours,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of evaluation forms.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(EvaluationFormTrigger trigger) => trigger switch
    {
        EvaluationFormTrigger.Open => Operation.OpenEvaluation,
        EvaluationFormTrigger.Submit => Operation.SubmitEvaluation,
        EvaluationFormTrigger.Acknowledge => Operation.AcknowledgeEvaluation,
        EvaluationFormTrigger.Lock => Operation.LockEvaluation,
        EvaluationFormTrigger.Reopen => Operation.ReopenEvaluation,
        EvaluationFormTrigger.Supersede => Operation.SupersedeEvaluation,
        EvaluationFormTrigger.Cancel => Operation.CancelEvaluation,
        _ => throw Unknown(trigger),
    };

    /// <summary>The operation of a trigger of match runs.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Operation Of(MatchRunTrigger trigger) => trigger switch
    {
        MatchRunTrigger.Review => Operation.ReviewMatchRun,
        MatchRunTrigger.Publish => Operation.PublishMatchRun,
        MatchRunTrigger.Supersede => Operation.SupersedeMatchRun,
        MatchRunTrigger.Discard => Operation.DiscardMatchRun,
        _ => throw Unknown(trigger),
    };

    private static ArgumentOutOfRangeException Unknown<T>(T trigger)
        where T : struct, Enum => new(nameof(trigger), trigger, "There is no such trigger.");
}
