using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the rows of <c>students.csv</c>.</summary>
internal static class StudentRows
{
    public static ImmutableArray<Student> Read(CellReader cells, IdIndex<StudentId> students, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<Student>();
        while (cells.Next(cancellationToken))
        {
            var id = students.Add(cells, StudentColumns.Id);
            if (!cells.IsBroken && Read(cells, id) is { } student && !cells.HasFailed)
            {
                read.Add(student);
            }
        }

        return read.ToImmutable();
    }

    private static Student? Read(CellReader cells, StudentId? id)
    {
        var school = cells.Id<SchoolId>(StudentColumns.School);
        var grade = cells.Grade(StudentColumns.Grade);
        var birthDate = cells.Day(StudentColumns.BirthDate);
        var availability = cells.Hours(StudentColumns.Availability);
        var home = cells.Point(StudentColumns.Latitude, StudentColumns.Longitude);
        var distance = cells.Number(StudentColumns.MaximumDistance, 0, double.MaxValue, "kilometres, 0 or more, such as 12.5");
        var sectors = cells.Ids<SectorId>(StudentColumns.Sectors);
        var interests = Interests(cells);
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
            BirthDate = BirthDate.From(birthDate.Value),
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

    private static InterestProfile? Interests(CellReader cells)
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
