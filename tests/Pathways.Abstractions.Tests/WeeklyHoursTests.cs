using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Tests;

public class WeeklyHoursTests
{
    private const int DayMinutes = 24 * 60;

    // Few different minutes, so that stretches often touch, overlap and hold each other.
    private static readonly Gen<WeeklyStretch> Stretch =
        from day in Gen.Choose(1, 7)
        from start in Gen.Choose(0, 11)
        from length in Gen.Choose(1, 12 - start)
        select new WeeklyStretch((IsoDayOfWeek)day, start * 120, (start + length) * 120);

    private static readonly Arbitrary<WeeklyHours> Hours = Stretch.ListOf().Select(stretches => WeeklyHours.Of(stretches)).ToArbitrary();

    private static readonly Arbitrary<WeeklyStretch[]> Stretches = Stretch.ArrayOf().ToArbitrary();

    [Fact]
    public void What_is_printed_reads_back() =>
        Prop.ForAll(Hours, hours => WeeklyHours.Parse(hours.ToString()).Equals(hours)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_to_json_reads_back() =>
        Prop.ForAll(Hours, hours => hours.Equals(JsonSerializer.Deserialize<WeeklyHours>(JsonSerializer.Serialize(hours))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Times_are_the_minutes_of_their_stretches() =>
        Prop.ForAll(Stretches, stretches =>
        {
            var hours = WeeklyHours.Of(stretches);
            var minutes = MinutesOf(stretches);
            return minutes.SetEquals(MinutesOf(hours.Stretches)) && hours.MinutesPerWeek == minutes.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_minutes_are_equal_values_in_any_order() =>
        Prop.ForAll(Stretches, stretches =>
        {
            var one = WeeklyHours.Of(stretches);
            var other = WeeklyHours.Of(stretches.Reverse().Concat(stretches));
            return one.Equals(other) && one.Equals((object)other) && one.GetHashCode() == other.GetHashCode();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Covering_is_holding_every_minute() =>
        Prop.ForAll(Hours, Hours, (free, work) => free.Covers(work) == MinutesOf(work.Stretches).IsSubsetOf(MinutesOf(free.Stretches)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_missed_is_empty_exactly_when_all_is_covered() =>
        Prop.ForAll(Hours, Hours, (free, work) =>
            free.Misses(work).Any() != free.Covers(work)
            && free.Misses(work).All(missed => work.Stretches.Contains(missed) && !free.Covers(WeeklyHours.Of(missed))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Touching_stretches_are_joined() =>
        Assert.Equal("Mon 14:00-19:00; Tue 08:00-09:00", WeeklyHours.Parse("Mon 17:00-19:00; Tue 08:00-09:00; Mon 14:00-17:00").ToString());

    [Fact]
    public void Stretches_of_neighbouring_days_are_not_joined()
    {
        var night = WeeklyHours.Parse("Mon 22:00-24:00; Tue 00:00-02:00");

        Assert.Equal("Mon 22:00-24:00; Tue 00:00-02:00", night.ToString());
        Assert.Equal(240, night.MinutesPerWeek);
    }

    [Theory]
    [InlineData("Mon-Thu 14:00-17:30; Sat 09:00-12:00", "Mon 14:00-17:30; Tue 14:00-17:30; Wed 14:00-17:30; Thu 14:00-17:30; Sat 09:00-12:00")]
    [InlineData("Mon,Wed 14:00-17:00", "Mon 14:00-17:00; Wed 14:00-17:00")]
    [InlineData("Mon-Tue, Fri 9:00-10:00", "Mon 09:00-10:00; Tue 09:00-10:00; Fri 09:00-10:00")]
    [InlineData("monday - TUESDAY 00:00-24:00;", "Mon 00:00-24:00; Tue 00:00-24:00")]
    [InlineData("", "")]
    [InlineData(" ; ", "")]
    public void Days_and_times_are_read(string text, string printed) => Assert.Equal(printed, WeeklyHours.Parse(text).ToString());

    [Theory]
    [InlineData("Mon")]
    [InlineData("14:00-17:00")]
    [InlineData("Mon 14:00")]
    [InlineData("Mon 17:00-14:00")]
    [InlineData("Mon 14:00-14:00")]
    [InlineData("Mon 24:00-24:00")]
    [InlineData("Mon 14:00-24:01")]
    [InlineData("Mon 14:00-25:00")]
    [InlineData("Mon 14:60-15:00")]
    [InlineData("Mon 14-15")]
    [InlineData("Mon 14:0-15:00")]
    [InlineData("Mon 14:00-15:00-16:00")]
    [InlineData("Mon -1:00-15:00")]
    [InlineData("Sat-Mon 14:00-15:00")]
    [InlineData("Mon-Tue-Wed 14:00-15:00")]
    [InlineData("Mon- 14:00-15:00")]
    [InlineData("Mon, 14:00-15:00")]
    [InlineData("Mo 14:00-15:00")]
    [InlineData("None 14:00-15:00")]
    [InlineData("Mon 14:00-15:00, Tue 14:00-15:00")]
    public void A_malformed_text_is_refused(string text)
    {
        Assert.False(WeeklyHours.TryParse(text, null, out var hours));
        Assert.Null(hours);
        Assert.Contains(text, Assert.Throws<FormatException>(() => WeeklyHours.Parse(text)).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<WeeklyHours>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void Nothing_is_no_times() => Assert.False(WeeklyHours.TryParse(null, null, out _));

    [Theory]
    [InlineData(IsoDayOfWeek.None, 0, 60)]
    [InlineData((IsoDayOfWeek)8, 0, 60)]
    [InlineData(IsoDayOfWeek.Monday, -1, 60)]
    [InlineData(IsoDayOfWeek.Monday, 60, 60)]
    [InlineData(IsoDayOfWeek.Monday, 60, 30)]
    [InlineData(IsoDayOfWeek.Monday, 60, 1441)]
    public void A_stretch_lies_within_one_day(IsoDayOfWeek day, int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeeklyStretch(day, start, end));

    [Fact]
    public void A_stretch_that_was_never_set_is_refused() => Assert.Throws<ArgumentException>(() => WeeklyHours.Of(default(WeeklyStretch)));

    [Fact]
    public void A_stretch_covers_what_lies_within_it_on_the_same_day()
    {
        var stretch = new WeeklyStretch(IsoDayOfWeek.Friday, 60, 120);

        Assert.Equal(60, stretch.Minutes);
        Assert.True(stretch.Covers(stretch));
        Assert.False(stretch.Covers(new(IsoDayOfWeek.Friday, 59, 120)));
        Assert.False(stretch.Covers(new(IsoDayOfWeek.Friday, 60, 121)));
        Assert.False(stretch.Covers(new(IsoDayOfWeek.Saturday, 60, 120)));
        Assert.Equal("Fri 01:00-02:00", stretch.ToString());
    }

    private static HashSet<int> MinutesOf(IEnumerable<WeeklyStretch> stretches) =>
        [.. stretches.SelectMany(s => Enumerable.Range(((int)s.Day * DayMinutes) + s.StartMinute, s.EndMinute - s.StartMinute))];
}
