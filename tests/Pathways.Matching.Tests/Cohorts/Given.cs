using System.Globalization;

namespace Pathways.Matching.Tests.Cohorts;

/// <summary>A student, an opportunity and a partner that suit each other, to be spoilt in one point at a time.</summary>
internal static class Given
{
    public static readonly LocalDate FirstDay = new(2026, 9, 1);

    public static readonly LocalDate LastDay = new(2027, 1, 15);

    public static Partner Hospital { get; } = new()
    {
        Id = PartnerId.From("hospital"), Name = "Hospital", Agreement = new DateInterval(FirstDay, LastDay),
    };

    public static Opportunity Clinic { get; } = new()
    {
        Id = OpportunityId.From("clinic"), Partner = Hospital.Id, Title = "Clinic", Kind = OpportunityKind.PaidInternship,
        Sector = SectorId.From("health"), Seats = 1, Dates = new DateInterval(FirstDay, LastDay),
    };

    public static Student Ana { get; } = Student("ana");

    public static Student Student(string id) => new()
    {
        Id = StudentId.From(id), School = SchoolId.From("north"), Grade = GradeLevel.From(11), BirthDate = BornAged(17),
    };

    /// <summary>Born so as to be of an age since some days before the first day of work.</summary>
    public static BirthDate BornAged(int years, int daysAgo = 40) => BirthDate.From(FirstDay.PlusYears(-years).PlusDays(-daysAgo));

    public static Cohort Cohort(IEnumerable<Student> students, IEnumerable<Opportunity> opportunities, params IEnumerable<Preference> preferences) => new()
    {
        Students = [.. students], Opportunities = [.. opportunities], Partners = [Hospital], Preferences = [.. preferences],
    };

    public static Preference Wish(string student, string opportunity, int rank) => new(StudentId.From(student), OpportunityId.From(opportunity), rank);

    public static Priority Rank(string opportunity, string student, int rank) => new(OpportunityId.From(opportunity), StudentId.From(student), rank);

    public static Opportunity Named(string id) => Clinic with { Id = OpportunityId.From(id) };

    public static WeeklyHours Hours(string text) => WeeklyHours.Parse(text, CultureInfo.InvariantCulture);
}
