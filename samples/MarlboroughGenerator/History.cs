using Pathways;

namespace MarlboroughGenerator;

/// <summary>Collects the entries of one student. Nothing after the reference day gets in: where a day would be later, the day is null.</summary>
internal sealed class History(Student student, Draws draws, IReadOnlyDictionary<string, Activity> activities)
{
    private readonly List<RecordEntry> _entries = [];
    private int _artifacts;

    public Draws Draws { get; } = draws;

    public Actor Student { get; } = new(ActorId.From($"u-{student.Id.Value[2..]}"), Role.Student);

    public Actor Guardian { get; } = new(ActorId.From($"g-{student.Id.Value[2..]}"), Role.Guardian);

    public Actor Teacher { get; } = new(ActorId.From($"t-{1 + draws.Below(40)}"), Role.Teacher);

    public Actor Counselor { get; } = new(ActorId.From($"c-{1 + draws.Below(5)}"), Role.Counselor);

    public Actor Specialist { get; } = new(ActorId.From($"cs-{1 + draws.Below(2)}"), Role.CareerSpecialist);

    public Actor Coordinator { get; } = new(ActorId.From($"co-{1 + draws.Below(2)}"), Role.Coordinator);

    public EntryId Next => EntryId.From($"e{_entries.Count + 1:000}");

    public StudentRecord ToRecord() => StudentRecord.From(student.Id, _entries);

    public void Add(RecordEntry entry) => _entries.Add(entry);

    /// <summary>A school day of the school year in which the student was in a grade, some days after a day of the calendar.</summary>
    public LocalDate? Day(int grade, int month, int day, int spread)
    {
        var year = 2026 + grade - student.Grade.Number!.Value + (month >= 9 ? 0 : 1);
        return Later(new LocalDate(year, month, day), Draws.Below(spread + 1));
    }

    /// <summary>A school day some days later, or null where that lies ahead.</summary>
    public static LocalDate? Later(LocalDate? from, int days)
    {
        if (from is not { } start)
        {
            return null;
        }

        var day = start.PlusDays(days);
        day = day.DayOfWeek switch { IsoDayOfWeek.Saturday => day.PlusDays(2), IsoDayOfWeek.Sunday => day.PlusDays(1), _ => day };
        return day <= RecordMaker.ReferenceDay ? day : null;
    }

    /// <summary>The student is there, or is missing.</summary>
    public void Attend(string activity, LocalDate? on, Attendance attendance = Attendance.Attended, decimal? hours = null, PartnerId? partner = null,
        SectorId? sector = null, OnetSocCode? occupation = null, string? group = null)
    {
        if (on is { } day)
        {
            Add(new Experience
            {
                Id = Next, On = day, By = Teacher, Activity = activities[activity].Id, Attendance = attendance, Hours = hours, Partner = partner,
                Sector = sector, Occupation = occupation, Group = group,
            });
        }
    }

    /// <summary>The student hands in everything that an activity asks for.</summary>
    /// <returns>The day on which the last of it was done; null while something is not.</returns>
    public LocalDate? HandIn(string activity, LocalDate? after, SectorId? sector = null, OnetSocCode? occupation = null, bool show = false)
    {
        var done = after;
        foreach (var evidence in activities[activity].Evidence)
        {
            for (var i = 0; i < evidence.Count; i++)
            {
                var on = Later(after, Draws.Below(1 + Math.Min(evidence.DueDays ?? 8, 8)));
                var end = Artifact(evidence.Kind, activity, on, evidence.MustBeAccepted ? Draws.Chance(0.97) : null, sector, occupation, show);
                done = done is null || end is null ? null : LocalDate.Max(done.Value, end.Value);
            }
        }

        return done;
    }

    /// <summary>The student hands an artifact in; somebody accepts it, sometimes at the second attempt, or returns it, or nobody looks at it.</summary>
    /// <param name="kind">What sort of artifact.</param>
    /// <param name="activity">The activity it is evidence of.</param>
    /// <param name="on">The day.</param>
    /// <param name="good">Whether it is accepted in the end; null when nobody looks at it.</param>
    /// <param name="sector">The sector it is about.</param>
    /// <param name="occupation">The occupation it is about.</param>
    /// <param name="show">Whether the student shows it in the portfolio.</param>
    /// <returns>The day on which it was done; null while it is not.</returns>
    public LocalDate? Artifact(
        ArtifactKind kind, string? activity, LocalDate? on, bool? good, SectorId? sector = null, OnetSocCode? occupation = null, bool show = false)
    {
        if (on is not { } day)
        {
            return null;
        }

        var id = ArtifactId.From($"a{++_artifacts:00}");
        Version(1, day);
        if (good is null)
        {
            return day;
        }

        var reviewed = Later(day, 2 + Draws.Below(8));
        if (good == true && !Draws.Chance(0.10))
        {
            return Review(id, 1, reviewed, ReviewState.Accepted);
        }

        Review(id, 1, reviewed, ReviewState.Returned, Draws.Pick(Phrases.Returns(kind)));
        if (good == false || Later(reviewed, 3 + Draws.Below(6)) is not { } again)
        {
            return null;
        }

        Version(2, again);
        return Review(id, 2, Later(again, 2 + Draws.Below(5)), ReviewState.Accepted);

        void Version(int version, LocalDate when) => Add(new ArtifactVersion
        {
            Id = Next, On = when, By = Student, Artifact = id, Kind = kind, Version = version, Activity = activity is null ? null : activities[activity].Id,
            Sector = sector, Occupation = occupation, InPortfolio = show,
        });
    }

    private LocalDate? Review(ArtifactId artifact, int version, LocalDate? on, ReviewState state, string? comment = null)
    {
        if (on is { } day)
        {
            Add(new ArtifactReview { Id = Next, On = day, By = Teacher, Artifact = artifact, Version = version, State = state, Comment = comment });
        }

        return on;
    }
}
