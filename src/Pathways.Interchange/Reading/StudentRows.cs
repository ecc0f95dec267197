using NodaTime.Text;
using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the rows of <c>students.csv</c>.</summary>
/// <param name="cells">The cells.</param>
/// <param name="firstDay">The earliest first day of any opportunity; <see langword="null"/> when there is none or it cannot be known.</param>
internal sealed class StudentRows(CellReader cells, LocalDate? firstDay)
{
    // Wide enough for every learner from preschool to adult education; a wrong century is far outside.
    private const int LeastAge = 3;
    private const int GreatestAge = 30;

    public ImmutableArray<Student> Read(IdIndex<StudentId> students, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<Student>();
        while (cells.Next(cancellationToken))
        {
            var id = students.Add(cells, StudentColumns.Id);
            if (!cells.IsBroken && Read(id) is { } student && !cells.HasFailed)
            {
                read.Add(student);
            }
        }

        return read.ToImmutable();
    }

    private Student? Read(StudentId? id)
    {
        var school = cells.Id<SchoolId>(StudentColumns.School);
        var grade = cells.Grade(StudentColumns.Grade);
        var birthDate = BornOn();
        var availability = cells.Hours(StudentColumns.Availability);
        var home = cells.Point(StudentColumns.Latitude, StudentColumns.Longitude);
        var distance = cells.Number(StudentColumns.MaximumDistance, 0, double.MaxValue, "kilometres, 0 or more, such as 12.5");
        var sectors = cells.Ids<SectorId>(StudentColumns.Sectors);
        var interests = Interests();
        var readiness = cells.Whole(StudentColumns.Readiness, 0, 100);
        var qualifications = cells.Ids<QualificationId>(StudentColumns.Qualifications);
        var groups = cells.Ids<PriorityGroupId>(StudentColumns.Groups);
        if (id is null || school is null || grade is null || birthDate is null)
        {
            return null;
        }

        return new()
        {
            Id = id.Value,
            School = school.Value,
            Grade = grade.Value,
            BirthDate = birthDate.Value,
            Availability = availability,
            Home = home is { } point ? HomePlace.From(point) : null,
            MaximumDistanceKm = distance,
            SectorChoices = sectors,
            Interests = interests,
            Readiness = readiness,
            Qualifications = qualifications,
            PriorityGroups = groups,
        };
    }

    private BirthDate? BornOn()
    {
        if (cells.Day(StudentColumns.BirthDate) is not { } day)
        {
            return null;
        }

        var born = BirthDate.From(day);
        if (firstDay is { } first && born.AgeOn(first) is < LeastAge or > GreatestAge)
        {
            cells.Refuse(StudentColumns.BirthDate, Fault.Implausible,
                $"This {StudentColumns.BirthDate} (personal, so not shown) makes the student younger than {LeastAge} or older than {GreatestAge} "
                + $"on {LocalDatePattern.Iso.Format(first)}, the first day of the earliest opportunity. Maybe the century is wrong, or that first day.");
        }

        return born;
    }

    private InterestProfile? Interests()
    {
        if (cells.Text(StudentColumns.Interests) is not { } text)
        {
            return null;
        }

        var profile = InterestText.Parse(text);
        if (profile is null)
        {
            cells.Refuse(StudentColumns.Interests, Fault.Malformed,
                $"{CellReader.Named(StudentColumns.Interests, text)} is no profile. "
                + "Expected each of the six letters once with a score of 0 or more, such as R12 I30 A5 S20 E8 C14.");
        }

        return profile;
    }
}
