using System.Globalization;

namespace Pathways.Testing;

/// <summary>Things for tests, valid as they are: <c>A.Listing("clinic", seats: 3)</c>. What matters to a test is said, the rest is usual; records change it with <c>with</c>.</summary>
/// <remarks>
/// Nothing is drawn or read from a clock: the same call gives an equal thing, always. What is left out fits together: an application is for the opportunity
/// <c>clinic</c> of the partner <c>hospital</c>, by the student <c>s-1</c>. All of it is as new as can be, at version 1. Identifiers have 1 to 128 characters; others are an <see cref="ArgumentException"/>.
/// </remarks>
public static class A
{
    private const int WorkBegins = 900; // 15:00

    /// <summary>The data of the district <c>north</c>.</summary>
    public static TenantScope District { get; } = TenantScope.Of(TenantId.From("north"));

    /// <summary>Noon of 1 September 2026 in UTC, two weeks before the first day of <see cref="Semester"/>: when everything is decided, unless a test says otherwise.</summary>
    public static Instant Moment { get; } = Instant.FromUtc(2026, 9, 1, 12, 0);

    /// <summary>14 September to 18 December 2026: when there is work.</summary>
    public static DateInterval Semester { get; } = new(new(2026, 9, 14), new(2026, 12, 18));

    /// <summary>Who decides everything, unless a test says otherwise.</summary>
    public static Actor Coordinator { get; } = new(ActorId.From("coordinator-1"), Role.Coordinator);

    /// <summary>A student of grade 11 who is 17 years old through <see cref="Semester"/>, with nothing else said.</summary>
    /// <param name="id">Which student.</param>
    /// <param name="grade">The grade, from 1 to 12; the age stays what it is.</param>
    public static Student Student(string id = "s-1", int grade = 11) => new()
    {
        Id = StudentId.From(id), School = SchoolId.From("school-1"), Grade = GradeLevel.Parse(grade.ToString(CultureInfo.InvariantCulture)), BirthDate = BirthDate.From(new(2009, 1, 15)),
    };

    /// <summary>A partner of the sector health that was vetted and has an agreement, both good for <see cref="Semester"/>.</summary>
    /// <param name="id">Which partner.</param>
    /// <param name="state">Where the relationship stands.</param>
    public static PartnerListing Partner(string id = "hospital", PartnerState state = PartnerState.Active) => new()
    {
        Organisation = new() { Id = PartnerId.From(id), Name = $"Partner {id}", Sectors = [SectorId.From("health")], Agreement = Semester },
        State = state, Owner = Coordinator.Id, VettedUntil = Semester.End,
    };

    /// <summary>A paid internship through <see cref="Semester"/>, two hours after school from Monday to Thursday.</summary>
    /// <param name="id">Which opportunity.</param>
    /// <param name="seats">How many students it can take: 0 or more.</param>
    /// <param name="partner">Who offers it.</param>
    /// <param name="state">Where it stands.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seats"/> is negative.</exception>
    public static OpportunityListing Listing(string id = "clinic", int seats = 3, string partner = "hospital", OpportunityState state = OpportunityState.Published)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        return new()
        {
            Offer = new()
            {
                Id = OpportunityId.From(id), Partner = PartnerId.From(partner), Title = $"Internship {id}", Kind = OpportunityKind.PaidInternship, Sector = SectorId.From("health"), Seats = seats,
                Dates = Semester, Schedule = WeeklyHours.Parse("Mon-Thu 15:00-17:00"), IsPaid = true,
            },
            State = state, Supervisor = ActorId.From("supervisor-1"),
        };
    }

    /// <summary>An application. Where an offer was made it could be answered for a week after <see cref="Moment"/>; <see cref="Commits"/> give it the seat that its state needs.</summary>
    /// <param name="id">Which application.</param>
    /// <param name="student">Who applies.</param>
    /// <param name="opportunity">For what.</param>
    /// <param name="state">Where it stands.</param>
    public static Application Application(string id = "a-1", string student = "s-1", string opportunity = "clinic", ApplicationState state = ApplicationState.Submitted) => new()
    {
        Id = StudentApplicationId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From(opportunity), State = state,
        OfferExpires = state is ApplicationState.Offered or ApplicationState.Accepted or ApplicationState.OfferDeclined or ApplicationState.OfferExpired or ApplicationState.OfferRescinded
            ? Moment + Duration.FromDays(7)
            : null,
    };

    /// <summary>A placement that staff arranged, without an application; it has a seat of its own.</summary>
    /// <param name="id">Which placement.</param>
    /// <param name="student">Who works there.</param>
    /// <param name="opportunity">Where.</param>
    /// <param name="dates">The first and the last day of work; <see cref="Semester"/> when not said.</param>
    /// <param name="state">Where it stands.</param>
    public static Placement Placement(
        string id = "p-1", string student = "s-1", string opportunity = "clinic", DateInterval? dates = null, PlacementState state = PlacementState.Onboarding) => new()
    {
        Id = PlacementId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From(opportunity), Dates = dates ?? Semester, Origin = PlacementOrigin.StaffMatched,
        Coordinator = Coordinator.Id, Supervisor = ActorId.From("supervisor-1"), State = state,
    };

    /// <summary>The placement that came of an accepted application; its seat is the application's.</summary>
    /// <param name="id">Which placement.</param>
    /// <param name="accepted">The application.</param>
    /// <param name="dates">The first and the last day of work; <see cref="Semester"/> when not said.</param>
    /// <param name="state">Where it stands.</param>
    /// <exception cref="ArgumentException">The application was not accepted.</exception>
    public static Placement Placement(string id, Application accepted, DateInterval? dates = null, PlacementState state = PlacementState.Onboarding)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        return accepted.State == ApplicationState.Accepted
            ? Placement(id, accepted.Student.Value, accepted.Opportunity.Value, dates, state) with { Application = accepted.Id, Origin = PlacementOrigin.Offer }
            : throw new ArgumentException($"{accepted.Subject} is {accepted.State}, and only an accepted one opens a placement. Maybe say ApplicationState.Accepted.", nameof(accepted));
    }

    /// <summary>Hours of work on one day of a placement, from 15:00 and without a break.</summary>
    /// <param name="id">Which entry.</param>
    /// <param name="placement">Whose work, and where.</param>
    /// <param name="day">The day, one of the placement's; its first when not said.</param>
    /// <param name="minutes">For how many minutes: 1 to 540, for the day ends at midnight.</param>
    /// <param name="state">Where the entry stands.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is none of the placement's, or there are too many or too few minutes.</exception>
    public static HoursEntry Hours(string id, Placement placement, LocalDate? day = null, int minutes = 120, HoursEntryState state = HoursEntryState.Submitted)
    {
        ArgumentNullException.ThrowIfNull(placement);
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, 1440 - WorkBegins);
        return day is { } said && !placement.Dates.Contains(said)
            ? throw new ArgumentOutOfRangeException(nameof(day), said, $"{placement.Subject} is from {placement.Dates.Start:uuuu-MM-dd} to {placement.Dates.End:uuuu-MM-dd}. Maybe say a day of these.")
            : new()
            {
                Id = HoursEntryId.From(id), Placement = placement.Id, Student = placement.Student, Opportunity = placement.Opportunity, Day = day ?? placement.Dates.Start,
                Start = WorkBegins, End = WorkBegins + minutes, Text = Note.From("Took part in the work."), State = state,
            };
    }

    /// <summary>A document that the program of a placement needs before the first day. Once it came, a guardian signed it, and it is good until the last day of the placement.</summary>
    /// <param name="id">Which document.</param>
    /// <param name="placement">Of which placement.</param>
    /// <param name="kind">What kind of document.</param>
    /// <param name="state">Where it stands.</param>
    public static PlacementDocument Document(string id, Placement placement, string kind = "permit", DocumentState state = DocumentState.Required)
    {
        ArgumentNullException.ThrowIfNull(placement);
        var came = state is not (DocumentState.Required or DocumentState.Requested or DocumentState.Waived);
        return new()
        {
            Id = DocumentId.From(id), Placement = placement.Id, Student = placement.Student, Opportunity = placement.Opportunity, State = state,
            Requirement = new() { Kind = DocumentKindId.From(kind), Title = $"Document {kind}", Source = DocumentSource.Program, Signers = [Role.Guardian], CanBeWaived = state == DocumentState.Waived },
            Signatures = came ? [new(new(ActorId.From("guardian-1"), Role.Guardian), Moment)] : [],
            LastDay = came ? placement.Dates.End : null,
        };
    }

    /// <summary>An entry of a student's record, a goal; any other with <c>with { Entry = ... }</c>.</summary>
    /// <param name="id">Which entry.</param>
    /// <param name="student">Whose record.</param>
    /// <param name="on">The day it happened; the first day of <see cref="Semester"/> when not said.</param>
    public static StudentRecordEntry Entry(string id = "e-1", string student = "s-1", LocalDate? on = null) => new()
    {
        Student = StudentId.From(student),
        Entry = new GoalSet { Id = EntryId.From(id), On = on ?? Semester.Start, By = Coordinator, Kind = GoalKind.Career, Text = "Get to know the work" },
    };

    /// <summary>A proposed match run, checked and stable, in which each application has a seat and is the student's first wish.</summary>
    /// <param name="id">Which run.</param>
    /// <param name="seated">The applications, one a student.</param>
    public static MatchRun MatchRun(string id = "run-1", params ImmutableArray<Application> seated) => new()
    {
        Id = MatchRunId.From(id), Digest = Commits.DigestOf(id), Mechanism = "student-optimal", Ties = "lottery", Seed = new(1), Verdict = MatchRunVerdict.Stable,
        Seats = [.. (seated.IsDefault ? [] : seated).Select(application => new MatchRunSeat(application.Student, application.Opportunity, 1))],
        State = MatchRunState.Proposed, ProposedBy = Coordinator.Id,
    };
}
