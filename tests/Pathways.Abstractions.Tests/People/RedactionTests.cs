using System.Globalization;
using System.Text.Json;
using Pathways.Json;

namespace Pathways.Tests.People;

public class RedactionTests
{
    private static readonly BirthDate Birth = BirthDate.From(new(2009, 7, 13));
    private static readonly HomePlace Home = HomePlace.From(new(42.3459, -71.5523));
    private static readonly PersonName Name = PersonName.From(" Ana Example ");
    private static readonly InterestProfile Interests = new([12.5, 30, 5, 20, 8, 14]);

    public static TheoryData<object, string> PersonalData => new()
    {
        { Birth, "[redacted:BirthDate]" },
        { Home, "[redacted:HomePlace]" },
        { Name, "[redacted:PersonName]" },
        { Interests, "[redacted:InterestProfile]" },
    };

    [Theory]
    [MemberData(nameof(PersonalData))]
    public void Personal_data_does_not_show_itself(object value, string redacted)
    {
        Assert.Equal(redacted, value.ToString());
        Assert.Equal($"<{redacted}>", $"<{value}>");
        Assert.Equal(redacted, string.Format(CultureInfo.InvariantCulture, "{0,5:D}", value));
        Assert.Equal(redacted, string.Concat(value));
        Assert.Equal($"\"{redacted}\"", JsonSerializer.Serialize(value, value.GetType()));
    }

    [Theory]
    [MemberData(nameof(PersonalData))]
    public void Personal_data_is_not_read_from_json_by_itself(object value, string redacted) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"\"{redacted}\"", value.GetType()));

    [Fact]
    public void Who_says_what_for_gets_the_value()
    {
        Assert.Equal(new LocalDate(2009, 7, 13), Birth.Reveal(Purpose.Eligibility));
        Assert.Equal(new GeoPoint(42.3459, -71.5523), Home.Reveal(Purpose.Interchange));
        Assert.Equal("Ana Example", Name.Reveal(Purpose.Access));
    }

    [Fact]
    public void Distances_are_asked_for_a_purpose() => Assert.Equal(0, Home.DistanceKmTo(new(42.3459, -71.5523), Purpose.Eligibility));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_name_is_not_blank(string name) => Assert.Throws<ArgumentException>(() => PersonName.From(name));

    [Fact]
    public void A_whole_student_shows_an_identifier_and_nothing_more() => Assert.Equal("s1", Someone().ToString());

    [Fact]
    public void A_whole_student_in_json_shows_no_personal_data()
    {
        var json = JsonSerializer.Serialize(Someone(), PathwaysJsonContext.Default.Student);
        var byReflection = JsonSerializer.Serialize(Someone());

        Assert.All(new[] { json, byReflection }, text =>
        {
            Assert.Contains("[redacted:BirthDate]", text, StringComparison.Ordinal);
            Assert.Contains("[redacted:HomePlace]", text, StringComparison.Ordinal);
            Assert.Contains("[redacted:InterestProfile]", text, StringComparison.Ordinal);
            Assert.All(
                ["2009", "42.3", "71.5", "12.5", "ISC"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        });
    }

    private static Student Someone() => new()
    {
        Id = StudentId.From("s1"), School = SchoolId.From("h1"), Grade = GradeLevel.From(11), BirthDate = Birth, Home = Home,
        Interests = Interests, Availability = WeeklyHours.Parse("Mon-Thu 14:00-17:00"),
    };
}
