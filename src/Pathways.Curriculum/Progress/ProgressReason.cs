using System.Globalization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>One thing that is missing of an activity, that stands in its way, or that is odd about it.</summary>
public abstract record ProgressReason
{
    private protected ProgressReason(string code) => Code = code;

    /// <summary>Public and stable, such as <c>progress.evidence-missing</c>.</summary>
    public string Code { get; }

    /// <summary>What it means, with the values, in words a school secretary understands; nothing personal.</summary>
    public abstract string Sentence { get; }

    /// <summary>The code and the sentence, as every other no says it.</summary>
    public Refusal AsRefusal() => new(Code, Sentence);

    /// <summary>The code and the sentence.</summary>
    public sealed override string ToString() => AsRefusal().ToString();

    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private protected static string Day(LocalDate day) => day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    private protected static string Word(ArtifactKind kind) => EnumWords<ArtifactKind>.Word(kind).Replace('-', ' ');

    /// <summary>It was not attended as often as it must be.</summary>
    /// <param name="Attended">How often it was.</param>
    /// <param name="Asked">How often it must be.</param>
    /// <param name="Missed">How often the student was missing.</param>
    public sealed record ExperienceMissing(int Attended, int Asked, int Missed) : ProgressReason("progress.experience-missing")
    {
        /// <inheritdoc/>
        public override string Sentence => Missed > 0
            ? Text($"Attended {Attended} of {Asked}; was missing {Missed} times.")
            : Text($"Attended {Attended} of {Asked}.");
    }

    /// <summary>What was attended did not take long enough.</summary>
    /// <param name="Hours">The hours so far.</param>
    /// <param name="Asked">The hours it must take.</param>
    public sealed record HoursMissing(decimal Hours, decimal Asked) : ProgressReason("progress.hours-missing")
    {
        /// <inheritdoc/>
        public override string Sentence => Text($"Has {Hours:0.##} of {Asked:0.##} hours.");
    }

    /// <summary>Something was not handed in.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Missing">How many of it.</param>
    /// <param name="Asked">Of how many in all.</param>
    /// <param name="Due">The last day for it; <see langword="null"/> when no day is known.</param>
    public sealed record EvidenceMissing(ArtifactKind Kind, int Missing, int Asked, LocalDate? Due) : ProgressReason("progress.evidence-missing")
    {
        /// <inheritdoc/>
        public override string Sentence => Text($"Not handed in: {Word(Kind)}{(Asked > 1 ? Text($", {Missing} of {Asked}") : "")}{(Due is { } due ? $", due {Day(due)}" : "")}.");
    }

    /// <summary>Something was handed in and must be done again.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Count">How many of it.</param>
    /// <param name="Due">The last day for it; <see langword="null"/> when no day is known.</param>
    public sealed record EvidenceReturned(ArtifactKind Kind, int Count, LocalDate? Due) : ProgressReason("progress.evidence-returned")
    {
        /// <inheritdoc/>
        public override string Sentence => Text($"Returned, to be done again: {Word(Kind)}{(Count > 1 ? Text($", {Count} of them") : "")}{(Due is { } due ? $", due {Day(due)}" : "")}.");
    }

    /// <summary>Something was handed in and nobody looked at it.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Count">How many of it.</param>
    public sealed record EvidenceUnreviewed(ArtifactKind Kind, int Count) : ProgressReason("progress.evidence-unreviewed")
    {
        /// <inheritdoc/>
        public override string Sentence => Text($"Handed in and waiting to be looked at: {Word(Kind)}{(Count > 1 ? Text($", {Count} of them") : "")}.");
    }

    /// <summary>It was planned for a day that is past, and nobody said who came.</summary>
    /// <param name="Planned">The day.</param>
    public sealed record AttendanceUnrecorded(LocalDate Planned) : ProgressReason("progress.attendance-unrecorded")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Was planned for {Day(Planned)}, and nobody has recorded whether the student came.";
    }

    /// <summary>Something must be done before it.</summary>
    /// <param name="Prerequisite">What.</param>
    /// <param name="Title">What people call that.</param>
    public sealed record PrerequisiteMissing(ActivityId Prerequisite, string Title) : ProgressReason("progress.prerequisite-missing")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Comes after \"{Title}\" ({Prerequisite}), which is not done.";
    }

    /// <summary>It was done before something that must be done before it.</summary>
    /// <param name="Prerequisite">What must be done before.</param>
    /// <param name="Title">What people call that.</param>
    /// <param name="DoneOn">The day on which this was done.</param>
    /// <param name="PrerequisiteOn">The day on which that was done; <see langword="null"/> when it is not.</param>
    public sealed record OutOfOrder(ActivityId Prerequisite, string Title, LocalDate DoneOn, LocalDate? PrerequisiteOn)
        : ProgressReason("progress.out-of-order")
    {
        /// <inheritdoc/>
        public override string Sentence => PrerequisiteOn is { } on
            ? $"Done on {Day(DoneOn)}, before \"{Title}\" ({Prerequisite}), which was done on {Day(on)}."
            : $"Done on {Day(DoneOn)}, though \"{Title}\" ({Prerequisite}) comes before it and is not done.";
    }

    /// <summary>A barrier was reported and not dealt with.</summary>
    /// <param name="Entry">The entry that reported it.</param>
    /// <param name="Kind">What sort of barrier.</param>
    /// <param name="Since">The day it was reported.</param>
    /// <param name="IsGeneral">Whether it stands before everything the student does, and not this alone.</param>
    public sealed record BarrierOpen(EntryId Entry, BarrierKind Kind, LocalDate Since, bool IsGeneral) : ProgressReason("progress.barrier-open")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"A barrier{(IsGeneral ? " before everything" : "")} has been open since {Day(Since)}: {EnumWords<BarrierKind>.Word(Kind).Replace('-', ' ')}.";
    }

    /// <summary>Its window has not opened.</summary>
    /// <param name="Opens">The day it opens; <see langword="null"/> when no day is known.</param>
    public sealed record NotYetOpen(LocalDate? Opens) : ProgressReason("progress.not-yet-open")
    {
        /// <inheritdoc/>
        public override string Sentence => Opens is { } opens ? $"Opens on {Day(opens)}." : "Opens in a later grade.";
    }

    /// <summary>It is for students of certain programs.</summary>
    /// <param name="Programs">Which.</param>
    public sealed record OtherProgram(ImmutableArray<ProgramType> Programs) : ProgressReason("progress.other-program")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"Is for students of {string.Join(" or ", Programs.Select(program => EnumWords<ProgramType>.Word(program).Replace('-', ' ')))}.";
    }

    /// <summary>It is for students who chose certain sectors.</summary>
    /// <param name="Sectors">Which.</param>
    public sealed record OtherSector(ImmutableArray<SectorId> Sectors) : ProgressReason("progress.other-sector")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Is for students who chose {string.Join(" or ", Sectors)}.";
    }

    /// <summary>It is for single students with a plan of their own.</summary>
    public sealed record OwnPlanOnly() : ProgressReason("progress.own-plan-only")
    {
        /// <inheritdoc/>
        public override string Sentence => "Is for single students with a plan of their own.";
    }

    /// <summary>There is nothing at all on record of the student.</summary>
    public sealed record NoRecord() : ProgressReason("progress.no-record")
    {
        /// <inheritdoc/>
        public override string Sentence => "Nothing at all is on record of the student.";
    }
}
