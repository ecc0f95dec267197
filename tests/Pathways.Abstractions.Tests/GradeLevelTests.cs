using System.Text.Json;

namespace Pathways.Tests;

public class GradeLevelTests
{
    [Fact]
    public void The_grades_are_those_that_CEDS_and_OneRoster_share() =>
        Assert.Equal(
            "IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG Other", string.Join(' ', GradeLevel.All.Select(g => g.Code)));

    [Theory]
    [InlineData("9", "09")]
    [InlineData("09", "09")]
    [InlineData(" 12 ", "12")]
    [InlineData("13", "13")]
    [InlineData("kg", "KG")]
    [InlineData("OTHER", "Other")]
    public void Zeros_case_and_blanks_around_it_do_not_matter(string text, string code) =>
        Assert.Equal(code, GradeLevel.Parse(text).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("14")]
    [InlineData("009")]
    [InlineData("-9")]
    [InlineData("+9")]
    [InlineData("9th")]
    [InlineData("٩")]
    [InlineData("9.0")]
    public void What_is_no_grade_is_refused(string text)
    {
        Assert.False(GradeLevel.TryParse(text, out var grade));
        Assert.Equal(default, grade);
        Assert.Contains($"\"{text}\"", Assert.Throws<FormatException>(() => GradeLevel.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_no_grade() => Assert.False(GradeLevel.TryParse(null, out _));

    [Fact]
    public void Numbered_grades_know_their_number()
    {
        Assert.Equal(Enumerable.Range(1, 13).Cast<int?>(), GradeLevel.All.Select(g => g.Number).Where(n => n is not null));
        Assert.All(Enumerable.Range(1, 13), number => Assert.Equal(number, GradeLevel.From(number).Number));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradeLevel.From(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradeLevel.From(14));
    }

    [Fact]
    public void Grades_compare_by_the_order_of_schooling()
    {
        var all = GradeLevel.All;
        for (var i = 1; i < all.Length; i++)
        {
            Assert.True(all[i - 1] < all[i] && all[i] > all[i - 1] && all[i - 1] <= all[i] && all[i] >= all[i - 1]);
            Assert.False(all[i] < all[i - 1] || all[i - 1] > all[i] || all[i] <= all[i - 1] || all[i - 1] >= all[i]);
        }
    }

    [Fact]
    public void Every_code_reads_back() =>
        Assert.All(GradeLevel.All, grade => Assert.Equal(grade, GradeLevel.Parse(grade.Code)));

    [Fact]
    public void Default_is_no_grade()
    {
        Assert.Throws<InvalidOperationException>(() => default(GradeLevel).Code);
        Assert.Equal("(unset)", default(GradeLevel).ToString());
        Assert.Null(default(GradeLevel).Number);
        Assert.DoesNotContain(default, GradeLevel.All);
    }

    [Fact]
    public void It_travels_through_json_as_its_code()
    {
        Assert.Equal("\"09\"", JsonSerializer.Serialize(GradeLevel.From(9)));
        Assert.Equal(GradeLevel.From(9), JsonSerializer.Deserialize<GradeLevel>("\"9\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GradeLevel>("9"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GradeLevel>("\"nine\""));
    }
}
