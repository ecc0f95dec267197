using static Pathways.ApplicationState;
using static Pathways.Placements.ApplicationTrigger;

namespace Pathways.Placements.Tests.Reference;

/// <summary>The life of an application once more, said as rules in words and not as a table: written from the description, and sharing nothing with the decisions.</summary>
internal sealed class ApplicationModel(ApplicationState start)
{
    public ApplicationState State { get; private set; } = start;

    public int Version { get; private set; } = 1;

    public Instant? OfferEnds { get; set; }

    public bool IsOver => IsEnd(State);

    public static bool IsEnd(ApplicationState state) => state is Declined or Accepted or OfferDeclined or OfferExpired or OfferRescinded or NotSelected or Withdrawn or Lapsed;

    /// <summary>Where a trigger would lead from here; null where it means nothing.</summary>
    public ApplicationState? Leads(ApplicationTrigger trigger)
    {
        var partnerChooses = State is Endorsed or Shortlisted or InterviewScheduled or Interviewed;
        return trigger switch
        {
            Submit when State is Draft or Returned => Submitted,
            Return when State is Submitted => Returned,
            Endorse when State is Submitted => Endorsed,
            Decline when State is Submitted => Declined,
            Shortlist when State is Endorsed => Shortlisted,
            ScheduleInterview when State is Shortlisted => InterviewScheduled,
            RecordInterview when State is InterviewScheduled => Interviewed,
            MakeOffer when State is Waitlisted || (partnerChooses && State is not InterviewScheduled) => Offered,
            Waitlist when partnerChooses => Waitlisted,
            Reject when partnerChooses || State is Waitlisted => NotSelected,
            AcceptOffer when State is Offered => Accepted,
            DeclineOffer when State is Offered => OfferDeclined,
            ExpireOffer when State is Offered => OfferExpired,
            RescindOffer when State is Offered => OfferRescinded,
            Withdraw when !IsOver => Withdrawn,
            Lapse when !IsOver => Lapsed,
            _ => null,
        };
    }

    public static Role[] Who(ApplicationTrigger trigger) => trigger switch
    {
        Submit or AcceptOffer => [Role.Student],
        DeclineOffer or Withdraw => [Role.Student, Role.Guardian],
        Return or Decline => [Role.Coordinator],
        Endorse => [Role.Coordinator, Role.Counselor],
        Shortlist => [Role.PartnerContact, Role.System],
        ScheduleInterview or RecordInterview => [Role.PartnerContact, Role.Coordinator],
        MakeOffer => [Role.PartnerContact, Role.Coordinator, Role.System],
        RescindOffer or Waitlist or Reject => [Role.PartnerContact],
        ExpireOffer or Lapse => [Role.System],
        _ => [],
    };

    /// <summary>The codes of everything that stands in the way.</summary>
    public List<string> Against(ApplicationTrigger trigger, Role role, ApplicationFacts facts, bool isReasonGiven)
    {
        if (Leads(trigger) is null)
        {
            return ["application.not-possible"];
        }

        var against = new List<string>();
        void Needs(bool holds, string code)
        {
            if (!holds)
            {
                against.Add("application." + code);
            }
        }

        Needs(Array.IndexOf(Who(trigger), role) >= 0, "role");
        switch (trigger)
        {
            case Submit:
                Needs(facts.ResumeApproved, "resume-approved");
                Needs(facts.QuestionsAnswered, "questions-answered");
                Needs(facts.StudentIsAdult || facts.GuardianNotified, "guardian-notified");
                Needs(facts.StudentReady || facts.ReadinessWaived, "ready");
                break;
            case Return:
                Needs(facts.CommentGiven, "comment");
                break;
            case Endorse:
                Needs(facts.Eligible, "eligible");
                Needs(facts.CaseloadHasRoom, "caseload-room");
                Needs(facts.DataReleaseConsented, "data-release-consent");
                break;
            case ScheduleInterview:
                Needs(facts.InterviewOutsideSchool || facts.StudentExcused, "interview-time");
                break;
            case MakeOffer:
                Needs(facts.Opportunity is OpportunityState.Published or OpportunityState.Full, "opportunity-open");
                Needs(facts.FreeSeats is >= 1, "seat-free");
                Needs(facts.OfferExpires is { } ends && ends > facts.Now, "offer-expiry");
                Needs(facts.ComplianceClear, "compliance");
                break;
            case AcceptOffer:
                Needs(OfferEnds is { } open && facts.Now < open, "offer-open");
                Needs(facts.Opportunity is OpportunityState.Published or OpportunityState.Full, "opportunity-open");
                Needs(facts.StudentIsAdult || facts.GuardianConsents, "guardian-consent");
                Needs(facts.OverlapRuledOut, "no-overlap");
                break;
            case ExpireOffer:
                Needs(OfferEnds is { } over && facts.Now >= over, "offer-over");
                break;
            case Lapse:
                Needs(facts.SeasonClosed, "season-closed");
                break;
            case Decline or DeclineOffer or RescindOffer or Withdraw:
                Needs(isReasonGiven, "reason");
                break;
        }

        return against;
    }

    /// <summary>What time alone has brought about.</summary>
    public List<ApplicationTrigger> Due(ApplicationFacts facts)
    {
        var due = new List<ApplicationTrigger>();
        if (State == Offered && facts.Now >= OfferEnds)
        {
            due.Add(ExpireOffer);
        }

        if (!IsOver && facts.SeasonClosed)
        {
            due.Add(Lapse);
        }

        return due;
    }

    /// <summary>Goes there, and says what becomes of the seat.</summary>
    public (SeatMove Move, Instant? Until)? Go(ApplicationTrigger trigger, ApplicationFacts facts)
    {
        var wasOffered = State == Offered;
        State = Leads(trigger)!.Value;
        Version++;
        if (State == Offered)
        {
            OfferEnds = facts.OfferExpires;
            return (SeatMove.Hold, OfferEnds);
        }

        return wasOffered ? (State == Accepted ? SeatMove.Fill : SeatMove.Release, null) : null;
    }
}
