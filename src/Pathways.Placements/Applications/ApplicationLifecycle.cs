using static Pathways.Placements.ApplicationRequirements;
using static Pathways.ApplicationState;
using static Pathways.Placements.ApplicationTrigger;

namespace Pathways.Placements;

/// <summary>The life of an application: from the student's draft to an accepted offer, or to one of the ways it can end without.</summary>
/// <remarks>
/// Starting an application makes the draft and is therefore no row: nothing has a state before it exists. <see cref="Start"/>
/// decides it. A waitlisted student can still get an offer when a seat comes free, or a no.
/// </remarks>
public static class ApplicationLifecycle
{
    private const string Live = "live";
    private const string WithPartner = "with the partner";

    /// <summary>Every transition there is.</summary>
    public static Lifecycle<ApplicationState, ApplicationTrigger, ApplicationFacts> Table { get; } =
        Lifecycle.Of<ApplicationState, ApplicationTrigger, ApplicationFacts>("application", start: Draft)
            .Group(Live, Draft, Submitted, Returned, Endorsed, Shortlisted, InterviewScheduled, Interviewed, Offered, Waitlisted)
            .Group(WithPartner, Endorsed, Shortlisted, InterviewScheduled, Interviewed)

            // The school.
            .From(Draft, Returned).On(Submit).By(Role.Student).To(Submitted)
                .Requires(ResumeApproved, QuestionsAnswered, GuardianNotified, Ready)
            .From(Submitted).On(Return).By(Role.Coordinator).To(Returned)
                .Requires(CommentGiven)
            .From(Submitted).On(Endorse).By(Role.Coordinator, Role.Counselor).To(Endorsed)
                .Requires(Eligible, CaseloadHasRoom, DataReleaseConsented)
            .From(Submitted).On(Decline).By(Role.Coordinator).To(Declined)
                .Requires(ReasonGiven)

            // The partner.
            .From(Endorsed).On(Shortlist).By(Role.PartnerContact, Role.System).To(Shortlisted)
            .From(Shortlisted).On(ScheduleInterview).By(Role.PartnerContact, Role.Coordinator).To(InterviewScheduled)
                .Requires(InterviewTimeFree)
            .From(InterviewScheduled).On(RecordInterview).By(Role.PartnerContact, Role.Coordinator).To(Interviewed)
            .From(Endorsed, Shortlisted, Interviewed, Waitlisted).On(MakeOffer)
                .By(Role.PartnerContact, Role.Coordinator, Role.System).To(Offered)
                .Requires(OpportunityOpen, SeatFree, ExpiryAhead, ComplianceClear)
            .From(WithPartner).On(Waitlist).By(Role.PartnerContact).To(Waitlisted)
            .From(WithPartner).On(Reject).By(Role.PartnerContact).To(NotSelected)
            .From(Waitlisted).On(Reject).By(Role.PartnerContact).To(NotSelected)

            // The offer.
            .From(Offered).On(AcceptOffer).By(Role.Student).To(Accepted)
                .Requires(OfferOpen, OpportunityOpen, GuardianConsents, NoOverlap)
            .From(Offered).On(DeclineOffer).By(Role.Student, Role.Guardian).To(OfferDeclined)
                .Requires(ReasonGiven)
            .From(Offered).On(ExpireOffer).ByClock().To(OfferExpired)
                .Requires(OfferOver)
            .From(Offered).On(RescindOffer).By(Role.PartnerContact).To(OfferRescinded)
                .Requires(ReasonGiven)

            // At any time before the end.
            .From(Live).On(Withdraw).By(Role.Student, Role.Guardian).To(Withdrawn)
                .Requires(ReasonGiven)
            .From(Live).On(Lapse).ByClock().To(Lapsed)
                .Requires(SeasonClosed)

            .Ends(Declined, Accepted, OfferDeclined, OfferExpired, OfferRescinded, NotSelected, Withdrawn, Lapsed)
            .Build();

    // A life of one step, so that a start is refused in the same words and with the same codes as everything after it.
    private static readonly Lifecycle<Existence, Birth, ApplicationFacts> Beginning =
        Lifecycle.Of<Existence, Birth, ApplicationFacts>(Table.Name, start: Existence.NotYet)
            .From(Existence.NotYet).On(Birth.Start).By(Role.Student, Role.Coordinator).To(Existence.Exists)
                .Requires(ApplicationRequirements.Start.AsSpan())
            .Ends(Existence.Exists)
            .Build();

    private static readonly LifecycleOutcome<ApplicationState>.Advanced Started = new(Table.Start);

    private enum Existence
    {
        NotYet,
        Exists,
    }

    private enum Birth
    {
        Start,
    }

    /// <summary>Who may start an application: the student, or a coordinator on the student's behalf.</summary>
    public static ImmutableArray<Role> Starters => Beginning.Transitions[0].Roles;

    /// <summary>Decides whether an application may be started, or says everything that stands in the way.</summary>
    /// <param name="facts">What is known; <see cref="ApplicationRequirements.Start"/> looks at nothing else.</param>
    /// <param name="actor">Who wants it; the role decides.</param>
    /// <returns>
    /// The draft, or every reason against it: <c>application.role</c> when the role is none of <see cref="Starters"/>, followed by
    /// every unmet requirement of <see cref="ApplicationRequirements.Start"/>.
    /// </returns>
    public static LifecycleOutcome<ApplicationState> Start(ApplicationFacts facts, Actor actor)
    {
        var refusals = Beginning.Refusals(Existence.NotYet, Birth.Start, facts, actor);
        return refusals.IsEmpty ? Started : new LifecycleOutcome<ApplicationState>.Refused(refusals);
    }
}
