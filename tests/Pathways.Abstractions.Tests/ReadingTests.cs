namespace Pathways.Tests;

public class ReadingTests
{
    private static readonly InputError Error = new("students.csv", 3, 7, "cohort.students.grade.malformed", "\"nine\" is no grade level.");

    [Fact]
    public void A_reading_that_succeeded_has_its_value_and_maybe_warnings()
    {
        var reading = Reading<string>.Of("value", [Error]);

        Assert.True(reading.Succeeded);
        Assert.Equal("value", reading.Value);
        Assert.Equal("value", reading.Get());
        Assert.Empty(reading.Errors);
        Assert.Equal([Error], reading.Warnings.ToArray());
        Assert.Empty(Reading<string>.Of("value").Warnings);
        Assert.Throws<ArgumentNullException>(() => Reading<string>.Of(null!));
    }

    [Fact]
    public void A_reading_that_failed_has_every_error_and_no_value()
    {
        var reading = Reading<string>.Failed([Error, Error with { Line = 4 }]);

        Assert.False(reading.Succeeded);
        Assert.Null(reading.Value);
        Assert.Equal([3, 4], reading.Errors.Select(error => error.Line));
        var exception = Assert.Throws<InputException>(reading.Get);
        Assert.Equal(reading.Errors, exception.Errors);
        Assert.Contains("students.csv:4:7: cohort.students.grade.malformed: \"nine\" is no grade level.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_without_error_is_none()
    {
        Assert.Throws<ArgumentException>(() => Reading<string>.Failed([]));
        Assert.Throws<ArgumentException>(() => Reading<string>.Failed(default));
    }
}
