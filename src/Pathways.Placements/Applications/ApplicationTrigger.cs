namespace Pathways.Placements;

/// <summary>What can happen to an application. Starting one is no trigger: <see cref="ApplicationLifecycle.Start"/> makes the draft.</summary>
public enum ApplicationTrigger
{
    /// <summary>The student hands it to the school.</summary>
    Submit,

    /// <summary>The school gives it back to be improved.</summary>
    Return,

    /// <summary>The school approves it.</summary>
    Endorse,

    /// <summary>The school says no.</summary>
    Decline,

    /// <summary>The partner, or a match run, puts it on the short list; only now does the partner learn who it is.</summary>
    Shortlist,

    /// <summary>An interview gets a time.</summary>
    ScheduleInterview,

    /// <summary>The interview took place.</summary>
    RecordInterview,

    /// <summary>The seat is offered and held.</summary>
    MakeOffer,

    /// <summary>The student takes the offer.</summary>
    AcceptOffer,

    /// <summary>The student or guardian does not want the offer; the seat is released.</summary>
    DeclineOffer,

    /// <summary>The clock ends an offer that nobody answered; the seat is released.</summary>
    ExpireOffer,

    /// <summary>The partner takes the offer back.</summary>
    RescindOffer,

    /// <summary>The partner puts the student on the waiting list.</summary>
    Waitlist,

    /// <summary>The partner says no.</summary>
    Reject,

    /// <summary>The student or guardian gives the application up.</summary>
    Withdraw,

    /// <summary>The clock ends an application whose season has closed.</summary>
    Lapse,
}
