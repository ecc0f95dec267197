namespace Pathways.Placements;

/// <summary>Why a service says no where no table does.</summary>
internal static class ServiceRefusals
{
    public static Refusal Unknown(string subject) =>
        new("command.unknown-subject", $"{subject} is not known here. Maybe it belongs to another district, or the identifier is mistyped.");

    public static Refusal NotInView(string subject) => new("command.not-in-view", $"Of {subject} alone nothing is shown. Maybe ask for the counts or the export instead.");

    public static Refusal Taken(string subject) => new("command.subject-taken", $"{subject} exists already. Maybe use another identifier.");

    public static Refusal Changed(string subject, int expected, int found) =>
        new("command.version", $"{subject} is at version {found}, and the request was made for version {expected}. Look at what changed, then ask again.");

    public static Refusal KeyReused(CommandKey key) =>
        new("command.key-reused", $"The key {key} was used for another request. Use a new key for each request, and the same one only to repeat it.");

    public static Refusal Deleted(string subject) => new("command.deleted", $"{subject} was deleted for good.");

    public static Refusal NotOpen(OpportunityListing listing) => new(
        "command.not-open", $"{listing.Subject} is {Pathways.Json.EnumWords<OpportunityState>.Word(listing.State)}. Students are placed at published opportunities, whose partner was vetted.");

    public static Refusal CaseloadFull(ActorId coordinator, int load, int limit, int more) => new(
        "command.caseload-full", $"{coordinator} looks after {load} of at most {limit} placements, which leaves no room for {more} more. Maybe somebody else can look after it.");

    public static Refusal Rival(MatchRun run, MatchRun other) => new(
        "command.rival-run", other.Digest == run.Digest
            ? $"{other.Subject} was made from the same inputs and is published. Supersede it first, or discard {run.Subject}."
            : $"{other.Subject} gives seats of the same opportunities and is published, and {run.Subject} does not follow it. Supersede it first, or make a run that follows it.");

    public static Refusal Erased(MatchRun run, ImmutableArray<StudentId> students) => new(
        "match-run.erased-student", students is [var one]
            ? $"{run.Subject} names 1 student who was erased: {one}. Take that student out of what is matched, then match again."
            : $"{run.Subject} names {students.Length} students who were erased: {string.Join(", ", students)}. Take them out of what is matched, then match again.");

    public static Refusal Hidden(MatchRun run, ImmutableArray<StudentId> names) => new(
        "match-run.hidden-name", $"{run.Subject} names {string.Join(", ", names)}, as match runs name students who were erased. Give a student of that name another identifier.");

    public static Refusal ErasedSeat(MatchRunSeat seat) =>
        new("match-run.erased-student", $"The seat at {seat.Opportunity} was that of a student who was erased, and is offered to nobody. Maybe match again, with a run that follows this one.");

    public static Refusal HoldsOffer(Application held) =>
        new("match-run.holds-offer", $"{held.Student} holds an offer already, by {held.Subject}. One seat is offered at a time.");

    public static Refusal NotPublished(MatchRun run) =>
        new("match-run.published", $"Only a published run is offered, and {run.Subject} is {Pathways.Json.EnumWords<MatchRunState>.Word(run.State)}.");

    public static Refusal NoSeat(OpportunityId opportunity) => new("command.no-seat-left", $"The opportunity {opportunity} has no seat left.");

    public static Refusal Overlap(PlacementId other) =>
        new("command.overlap", $"The student has another placement on some of these days: {other}.");

    public static Refusal Tenant(TenantId tenant) => new("command.tenant", $"The store serves another tenant than {tenant}.");
}
