using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.OpportunityFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to an opportunity.</summary>
public static class OpportunityRequirements
{
    /// <summary>It is known what the student will do.</summary>
    public static Requirement TasksDescribed { get; } = new(
        "opportunity.tasks-described", "The tasks of the student must be described.", f => f.TasksDescribed);

    /// <summary>There is something to offer.</summary>
    public static Requirement SeatOffered { get; } = new(
        "opportunity.seat-offered", "The opportunity must offer one seat or more.", f => f.Seats >= 1);

    /// <summary>The partner is active.</summary>
    public static Requirement PartnerActive { get; } = new(
        "opportunity.partner-active", "The partner must be active.", f => f.PartnerActive);

    /// <summary>The partner is safe for minors.</summary>
    public static Requirement PartnerVetted { get; } = new(
        "opportunity.partner-vetted", "The partner must be vetted for work with minors.", f => f.PartnerVetted);

    /// <summary>The agreement covers the opportunity.</summary>
    public static Requirement AgreementInForce { get; } = new(
        "opportunity.agreement-in-force", "The agreement with the partner must be in force on every day of the opportunity.",
        f => f.AgreementInForce);

    /// <summary>Somebody has looked for dangers.</summary>
    public static Requirement HazardsScreened { get; } = new(
        "opportunity.hazards-screened", "Somebody must have looked for hazardous work.", f => f.HazardsScreened);

    /// <summary>It is known who directs the work.</summary>
    public static Requirement SupervisorNamed { get; } = new(
        "opportunity.supervisor-named", "It must be named who directs the work.", f => f.SupervisorNamed);

    /// <summary>A comment says what to improve.</summary>
    public static Requirement CommentGiven { get; } = new(
        "opportunity.comment", "A comment must say what to improve.", f => f.CommentGiven);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("opportunity.reason", "A reason must be given.", f => f.ReasonGiven);

    /// <summary>No seat is free. The opposite of <see cref="SeatFree"/>, once the free seats are counted.</summary>
    public static Requirement SeatsTaken { get; } = new(
        "opportunity.seats-taken", "Every seat must be taken.", f => f.FreeSeats <= 0,
        f => f.FreeSeats switch
        {
            null => "It is not known how many seats are free.",
            1 => "1 seat is still free.",
            { } free => Say($"{free} seats are still free."),
        });

    /// <summary>A seat is free.</summary>
    public static Requirement SeatFree { get; } = new("opportunity.seat-free", "A seat must be free.", f => f.FreeSeats > 0);

    /// <summary>The season is over.</summary>
    public static Requirement SeasonClosed { get; } = new(
        "opportunity.season-closed", "The recruiting season must be over.", f => f.SeasonClosed);

    /// <summary>Nobody works there any more.</summary>
    public static Requirement NobodyPlaced { get; } = new(
        "opportunity.nobody-placed", "Every placement must have ended.", f => f.RunningPlacements == 0,
        f => f.RunningPlacements switch
        {
            null => "It is not known how many placements have not ended.",
            1 => "1 placement has not ended.",
            { } running => Say($"{running} placements have not ended."),
        });

    /// <summary>Nobody was promised a seat, and nobody has one.</summary>
    public static Requirement NoSeatTaken { get; } = new(
        "opportunity.no-seat-taken", "No seat may be held or filled.", f => f.FreeSeats >= f.Seats,
        f => (f.Seats, f.FreeSeats) switch
        {
            ({ } seats, { } free) when seats - free == 1 => "1 seat is held or filled.",
            ({ } seats, { } free) => Say($"{seats - free} seats are held or filled."),
            _ => "It is not known how many seats are held or filled.",
        });

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
