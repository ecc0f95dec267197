namespace Pathways.Curriculum;

/// <summary>Where a student stands on the roster, as far as progress needs it.</summary>
public sealed record StudentStanding
{
    /// <summary>Which student.</summary>
    public required StudentId Student { get; init; }

    /// <summary>The school the student attends.</summary>
    public required SchoolId School { get; init; }

    /// <summary>The grade the student is in, in <see cref="Year"/>.</summary>
    public required GradeLevel Grade { get; init; }

    /// <summary>The school year in which the student is in <see cref="Grade"/>; other grades are reckoned from it, one a year.</summary>
    public required SchoolYear Year { get; init; }

    /// <summary>The kinds of program the student is enrolled in.</summary>
    public ImmutableArray<ProgramType> Programs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sector the student chose; <see langword="null"/> before a choice.</summary>
    public SectorId? Sector { get; init; }

    /// <summary>The standing of a student by roster and record.</summary>
    /// <remarks>
    /// A kind of program counts when its latest enrollment on the record runs or was completed. The latest choice of a sector on the record
    /// holds, and where there is none the roster's first choice.
    /// </remarks>
    /// <param name="student">The student on the roster.</param>
    /// <param name="year">The school year of the roster.</param>
    /// <param name="record">The student's record; <see langword="null"/> when there is none.</param>
    /// <param name="on">The day; what the record says of later days does not count.</param>
    public static StudentStanding Of(Student student, SchoolYear year, StudentRecord? record, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(student);
        var programs = new SortedDictionary<ProgramType, EnrollmentState>();
        SectorId? sector = student.SectorChoices is [var first, ..] ? first : null;
        foreach (var entry in record?.Standing ?? [])
        {
            switch (entry)
            {
                case var late when late.On > on:
                    break;
                case Enrollment enrollment:
                    programs[enrollment.Program] = enrollment.State;
                    break;
                case SectorChoice choice:
                    sector = choice.Sector;
                    break;
            }
        }

        return new()
        {
            Student = student.Id,
            School = student.School,
            Grade = student.Grade,
            Year = year,
            Programs = [.. programs.Where(program => program.Value != EnrollmentState.Withdrawn).Select(program => program.Key)],
            Sector = sector,
        };
    }

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Student.ToString();
}
