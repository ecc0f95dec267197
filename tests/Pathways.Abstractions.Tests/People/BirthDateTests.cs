using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Tests.People;

public class BirthDateTests
{
    [Theory]
    [InlineData("2010-09-01", "2026-08-31", 15)]
    [InlineData("2010-09-01", "2026-09-01", 16)]
    [InlineData("2010-12-31", "2026-01-01", 15)]
    [InlineData("2010-09-01", "2010-09-01", 0)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2024-02-28", 15)]
    [InlineData("2008-02-29", "2024-02-29", 16)]
    public void Age_is_counted_in_completed_years(string born, string day, int age) =>
        Assert.Equal(age, BirthDate.From(Day(born)).AgeOn(Day(day)));

    // Counts birthdays one by one; who is born on 29 February has it on 1 March in other years.
    [Fact]
    public void Age_is_the_number_of_birthdays()
    {
        var days = Gen.Choose(0, 40 * 365).Select(offset => new LocalDate(1990, 1, 1).PlusDays(offset)).ToArbitrary();
        Prop.ForAll(days, days, (one, other) =>
        {
            var (born, day) = (LocalDate.Min(one, other), LocalDate.Max(one, other));
            var birthdays = Enumerable.Range(born.Year + 1, 60)
                .Select(year => born is { Month: 2, Day: 29 } && !CalendarSystem.Iso.IsLeapYear(year)
                    ? new LocalDate(year, 3, 1)
                    : new LocalDate(year, born.Month, born.Day));
            return BirthDate.From(born).AgeOn(day) == birthdays.Count(birthday => birthday <= day);
        }).QuickCheckThrowOnFailure();
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
