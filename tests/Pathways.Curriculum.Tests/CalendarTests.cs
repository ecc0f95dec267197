namespace Pathways.Curriculum.Tests;

public class CalendarTests
{
    [Fact]
    public void A_sophomore_was_in_grade_9_last_year_and_will_be_in_grade_12_in_two()
    {
        Assert.Equal(new SchoolYear(2025), Calendar.YearOf(GradeLevel.From(9), GradeLevel.From(10), new(2026)));
        Assert.Equal(new SchoolYear(2028), Calendar.YearOf(GradeLevel.From(12), GradeLevel.From(10), new(2026)));
        Assert.Null(Calendar.YearOf(GradeLevel.Parse("KG"), GradeLevel.From(10), new(2026)));
    }
}
