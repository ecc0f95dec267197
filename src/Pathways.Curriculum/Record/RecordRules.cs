using System.Globalization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>One entry among all of its record, as the rules see it.</summary>
internal sealed record EntryFacts(RecordEntry Entry, RecordIndex Known);

/// <summary>What must hold of every entry among the others. Sentences have identifiers, numbers and days, and nothing that somebody wrote.</summary>
internal static class RecordRules
{
    public const decimal MostHours = 2000;
    public const decimal MostCredits = 60;

    public static ImmutableArray<Requirement<EntryFacts>> Structure { get; } =
    [
        Rule<RecordEntry>("record.text", "A text that is there is not blank, well-formed, and has at most 10,000 characters.",
            (entry, _) => !EntryTexts.Faults(entry).Any(),
            (entry, _) => $"{Name(entry)}: {string.Join(", ", EntryTexts.Faults(entry))} must be well-formed text of 1 to 10,000 characters. Maybe it was left blank."),
        Rule<RecordEntry>("record.number", "Versions and scores count from 1.",
            (entry, _) => NumberOf(entry) is null or >= 1,
            (entry, _) => Invariant($"{Name(entry)} has the number {NumberOf(entry)}. Versions and highest scores count from 1.")),
        Rule<RecordEntry>("record.ends-before-start", "Nothing ends before it begins.",
            (entry, _) => !(EndOf(entry) < entry.On),
            (entry, _) => $"{Name(entry)} ends on {DayWord.Of(EndOf(entry))}, before it begins on {DayWord.Of(entry.On)}. Maybe the two days were confused."),
        Rule<Experience>("record.hours", "Hours of an experience are 0 to 2,000.",
            (experience, _) => experience.Hours is null or (>= 0 and <= MostHours),
            (experience, _) => Invariant($"{Name(experience)} took {experience.Hours} hours. Expected 0 to {MostHours}. Maybe minutes were entered.")),
        Rule<Enrollment>("record.credits", "College credits of an enrollment are 0 to 60.",
            (enrollment, _) => enrollment.CollegeCredits is null or (>= 0 and <= MostCredits),
            (enrollment, _) => Invariant($"{Name(enrollment)} earns {enrollment.CollegeCredits} college credits. Expected 0 to {MostCredits}.")),
        Rule<InterestResult>("record.scores", "No score is above the highest that the instrument has.",
            (result, _) => result.MaximumScore is not { } most || result.Profile.Scores.All(score => score <= most),
            (result, _) => Invariant($"{Name(result)} has a score above {result.MaximumScore}, which is the highest of its instrument. Maybe it was another one.")),
        Rule<ArtifactVersion>("record.version-gap", "Versions of an artifact are numbered from 1 without a gap.",
            (version, known) => version.Version <= 1 || known.Versions(version.Artifact, version.Version - 1).Count > 0,
            (version, _) => Invariant($"{Name(version)} is version {version.Version} of {version.Artifact}, but there is no version {version.Version - 1}. Maybe that one was not entered yet.")),
        Rule<ArtifactVersion>("record.version-taken", "No two entries stand for the same version of an artifact.",
            (version, known) => known.Rival(version) is null,
            (version, known) => Invariant($"{Name(version)} is version {version.Version} of {version.Artifact}, and so is {known.Rival(version)!.Id}. Maybe it is the next version, or corrects that entry.")),
        Rule<ArtifactVersion>("record.version-kind", "All versions of an artifact are of one kind, for one activity.",
            (version, known) => known.Stranger(version) is null,
            (version, known) => Invariant($"{Name(version)}: version {version.Version} of {version.Artifact} is of another kind or activity than version {known.Stranger(version)!.Version}. Maybe it is another artifact.")),
        Rule<ArtifactVersion>("record.version-day", "No version is handed in before the one before it.",
            (version, known) => !(version.On < known.FirstDay(version.Artifact, version.Version - 1)),
            (version, known) => Invariant($"{Name(version)}: version {version.Version} of {version.Artifact} was handed in on {DayWord.Of(version.On)}, before version {version.Version - 1} on {DayWord.Of(known.FirstDay(version.Artifact, version.Version - 1))}.")),
        Rule<ArtifactReview>("record.review-state", "A review returns or accepts.",
            (review, _) => review.State is ReviewState.Returned or ReviewState.Accepted,
            (review, _) => $"{Name(review)} says \"{EnumWords<ReviewState>.Word(review.State)}\". A review returns or accepts."),
        Rule<ArtifactReview>("record.review-of-nothing", "What is reviewed was handed in.",
            (review, known) => known.FirstDay(review.Artifact, review.Version) is not null,
            (review, _) => Invariant($"{Name(review)} is about version {review.Version} of {review.Artifact}, which is not in the record. Maybe it was not handed in yet.")),
        Rule<ArtifactReview>("record.review-day", "Nothing is reviewed before it is handed in.",
            (review, known) => !(review.On < known.FirstDay(review.Artifact, review.Version)),
            (review, known) => Invariant($"{Name(review)} reviews version {review.Version} of {review.Artifact} on {DayWord.Of(review.On)}, but it was handed in on {DayWord.Of(known.FirstDay(review.Artifact, review.Version))}.")),
        Rule<BarrierMitigated>("record.mitigation-of-nothing", "What is dealt with is a barrier that was reported.",
            (mitigated, known) => known.Find(mitigated.Barrier) is BarrierReported,
            (mitigated, known) => $"{Name(mitigated)} deals with {mitigated.Barrier}, which is {(known.Find(mitigated.Barrier) is { } entry ? "no barrier but " + KindOf(entry) : "not in the record")}."),
        Rule<ReadinessRevoked>("record.revocation-of-nothing", "What is taken back was granted.",
            (revoked, known) => known.IsGranted(revoked.Definition),
            (revoked, _) => $"{Name(revoked)} takes back the readiness {revoked.Definition}, which was never granted."),
        Rule<Correction>("record.correction-of-nothing", "What is corrected is in the record.",
            (correction, known) => known.Find(correction.Corrected) is not null,
            (correction, known) => $"{Name(correction)} corrects {correction.Corrected}, which is not in the record of {known.Student}. Maybe it is in another record."),
        Rule<Correction>("record.correction-of-correction", "What is corrected is no correction.",
            (correction, known) => known.Find(correction.Corrected) is not Correction,
            (correction, _) => $"{Name(correction)} corrects the correction {correction.Corrected}. Enter anew what was right instead."),
    ];

    public static ImmutableArray<Requirement<EntryFacts>> Roles { get; } =
    [
        Rule<RecordEntry>("record.role", "Whoever enters something has a role that may.",
            (entry, _) => RecordRoles.MayEnter(entry.By.Role, EntryKinds.Of(entry)),
            (entry, _) => $"{Name(entry)} was entered by {entry.By.Id} as {Word(entry.By.Role)}. This may: {string.Join(", ", RecordRoles.Of(EntryKinds.Of(entry)).Select(Word))}."),
        Rule<Correction>("record.role-correction", "Staff correct what they might have entered, others their own.",
            (correction, known) => known.Find(correction.Corrected) is not { } entry || RecordRoles.MayCorrect(correction.By, entry),
            (correction, _) => $"{Name(correction)}: {correction.By.Id} as {Word(correction.By.Role)} may not take {correction.Corrected} back. Staff may correct what they might have entered, others what they entered themselves."),
        Rule<PlanSigned>("record.role-signer", "Others than staff sign for themselves.",
            (signed, _) => signed.By.Role == signed.Signer || RecordRoles.IsStaff(signed.By.Role),
            (signed, _) => $"{Name(signed)}: somebody entered as {Word(signed.By.Role)} that the {Word(signed.Signer)} signed. Only staff may enter what another signed."),
        Rule<PlanElementExcused>("record.role-opt-out", "A guardian opts out, the school waives.",
            (excused, _) => excused.By.Role != Role.Guardian || excused.ByOwnWish,
            (excused, _) => $"{Name(excused)}: a guardian may opt out of {excused.Element}, but not waive it for the school."),
        Rule<PipelineChange>("record.role-resume", "Staff bring a student back who paused.",
            (change, _) => change.Step != PipelineStep.Resumed || RecordRoles.IsStaff(change.By.Role),
            (change, _) => $"{Name(change)}: somebody entered as {Word(change.By.Role)} that the student comes back. Staff may, once it is agreed."),
    ];

    public static ImmutableArray<Requirement<EntryFacts>> All { get; } = [.. Structure, .. Roles];

    public static string Name(RecordEntry entry) => $"Entry {entry.Id} ({KindOf(entry)})";

    private static string KindOf(RecordEntry entry) => EnumWords<EntryKind>.Word(EntryKinds.Of(entry));

    private static string Word(Role role) => EnumWords<Role>.Word(role).Replace('-', ' ');

    private static int? NumberOf(RecordEntry entry) => entry switch
    {
        ArtifactVersion version => version.Version,
        ArtifactReview review => review.Version,
        ReadinessGranted grant => grant.Version,
        InterestResult result => result.MaximumScore,
        _ => null,
    };

    private static LocalDate? EndOf(RecordEntry entry) => entry switch
    {
        AdvisorNamed named => named.Until,
        ReadinessGranted grant => grant.Until,
        CredentialEarned earned => earned.Expires,
        _ => null,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static Requirement<EntryFacts> Rule<T>(
        string code, string sentence, Func<T, RecordIndex, bool> isMet, Func<T, RecordIndex, string> explain)
        where T : RecordEntry =>
        new(code, sentence, facts => facts.Entry is not T entry || isMet(entry, facts.Known), facts => explain((T)facts.Entry, facts.Known));
}
