namespace Pathways.Curriculum;

/// <summary>A barrier and what was done about it.</summary>
/// <param name="Barrier">What was reported.</param>
/// <param name="Mitigations">What was done, oldest first; empty while the barrier is open.</param>
public sealed record BarrierCase(BarrierReported Barrier, ImmutableArray<BarrierMitigated> Mitigations)
{
    /// <summary>Whether nothing was done yet.</summary>
    public bool IsOpen => Mitigations.IsEmpty;
}

/// <summary>How far a student is in one program or course.</summary>
/// <param name="Latest">The latest entry about it.</param>
/// <param name="Since">The day of the first.</param>
public sealed record EnrollmentStanding(Enrollment Latest, LocalDate Since)
{
    /// <summary>The college credits earned: those of what is completed, else 0.</summary>
    public decimal Credits => Latest.State == EnrollmentState.Completed ? Latest.CollegeCredits ?? 0 : 0;
}

/// <summary>Questions to a student's record. Each answer looks at every entry once and leaves out what was corrected.</summary>
public static class RecordViews
{
    /// <summary>The adults whom a student can turn to on a day, each once with the latest entry, in the order in which they were first named.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    public static ImmutableArray<AdvisorNamed> TrustedAdults(StudentRecord record, LocalDate on)
    {
        var latest = new OrderedDictionary<ActorId, AdvisorNamed>();
        foreach (var named in Until(record, on).OfType<AdvisorNamed>())
        {
            latest[named.Advisor] = named;
        }

        return [.. latest.Values.Where(named => !(named.Until < on))];
    }

    /// <summary>Programs and courses up to a day, Early College and dual credit among them, each with its latest state.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    public static ImmutableArray<EnrollmentStanding> Enrollments(StudentRecord record, LocalDate on)
    {
        var standing = new OrderedDictionary<(ProgramType, PathwayId?, string?), EnrollmentStanding>();
        foreach (var enrollment in Until(record, on).OfType<Enrollment>())
        {
            var key = (enrollment.Program, enrollment.Pathway, enrollment.Course);
            standing[key] = new(enrollment, standing.TryGetValue(key, out var before) ? before.Since : enrollment.On);
        }

        return [.. standing.Values];
    }

    /// <summary>The credentials that are good on a day, each once with the entry that is good for longest, in the order of identifiers.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day; the last day of a credential is one on which it is good.</param>
    public static ImmutableArray<CredentialEarned> Credentials(StudentRecord record, LocalDate on)
    {
        var valid = new SortedDictionary<QualificationId, CredentialEarned>();
        foreach (var earned in Until(record, on).OfType<CredentialEarned>().Where(earned => !(earned.Expires < on)))
        {
            if (!valid.TryGetValue(earned.Credential, out var other) || (earned.Expires ?? LocalDate.MaxIsoValue) > (other.Expires ?? LocalDate.MaxIsoValue))
            {
                valid[earned.Credential] = earned;
            }
        }

        return [.. valid.Values];
    }

    /// <summary>Every barrier reported up to a day, with what was done about it by then.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    public static ImmutableArray<BarrierCase> Barriers(StudentRecord record, LocalDate on)
    {
        var barriers = new List<BarrierReported>();
        var mitigations = new Dictionary<EntryId, List<BarrierMitigated>>();
        foreach (var entry in Until(record, on))
        {
            if (entry is BarrierReported barrier)
            {
                barriers.Add(barrier);
            }
            else if (entry is BarrierMitigated mitigated)
            {
                (mitigations.TryGetValue(mitigated.Barrier, out var list) ? list : mitigations[mitigated.Barrier] = []).Add(mitigated);
            }
        }

        return [.. barriers.Select(barrier => new BarrierCase(barrier, [.. mitigations.GetValueOrDefault(barrier.Id) ?? []]))];
    }

    /// <summary>What the student expected of work and found, up to a day, oldest first.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    public static ImmutableArray<ExpectationChecked> Expectations(StudentRecord record, LocalDate on) =>
        [.. Until(record, on).OfType<ExpectationChecked>()];

    /// <summary>The hours of what the student attended up to a day, by activity, sector and partner.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    public static ExperienceHours Hours(StudentRecord record, LocalDate on)
    {
        var hours = new ExperienceHours.Builder();
        foreach (var entry in Until(record, on))
        {
            if (entry is Experience { Attendance: Attendance.Attended, Hours: { } taken } experience)
            {
                hours.Add(experience, taken);
            }
        }

        return hours.ToHours();
    }

    /// <summary>How much of the world of work the student got to know up to a day, by what they attended.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    /// <param name="sectors">The sectors of the program, which say what clusters they are about; a sector that is not among them counts without.</param>
    public static ExperienceBreadth Breadth(StudentRecord record, LocalDate on, IReadOnlyList<Sector> sectors)
    {
        ArgumentNullException.ThrowIfNull(sectors);
        var (seen, occupations, partners) = (new SortedSet<SectorId>(), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<PartnerId>());
        foreach (var experience in Until(record, on).OfType<Experience>().Where(experience => experience.Attendance == Attendance.Attended))
        {
            Note(seen, experience.Sector);
            Note(partners, experience.Partner);
            if (experience.Occupation is { } occupation)
            {
                occupations.Add(occupation.Value);
            }
        }

        return new(
            [.. seen],
            [.. sectors.Where(sector => seen.Contains(sector.Id)).SelectMany(sector => sector.Clusters).DistinctBy(cluster => cluster.Code).OrderBy(cluster => cluster.Code, StringComparer.Ordinal)],
            [.. occupations.Select(code => OnetSocCode.Parse(code))],
            [.. partners]);
    }

    internal static IEnumerable<RecordEntry> Until(StudentRecord record, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Standing.TakeWhile(entry => entry.On <= on);
    }

    private static void Note<T>(SortedSet<T> set, T? value)
        where T : struct
    {
        if (value is { } known)
        {
            set.Add(known);
        }
    }
}
