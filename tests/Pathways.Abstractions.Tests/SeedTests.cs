namespace Pathways.Tests;

public class SeedTests
{
    // These numbers are a promise: who kept a seed gets the same lottery from every later version.
    [Theory]
    [InlineData(0ul, 0xE220A8397B1DCDAFul)]
    [InlineData(1ul, 0x910A2DEC89025CC1ul)]
    [InlineData(1234567ul, 6457827717110365317ul)]
    public void The_draw_is_the_first_number_of_SplitMix64(ulong seed, ulong draw) => Assert.Equal(draw, new Seed(seed).Draw());

    [Fact]
    public void The_following_numbers_of_SplitMix64_are_draws_of_the_following_seeds()
    {
        // The published test vector for seed 1234567.
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];

        Assert.Equal(published, Enumerable.Range(0, 5).Select(i => new Seed(1234567 + ((ulong)i * 0x9E3779B97F4A7C15)).Draw()));
    }

    [Fact]
    public void Splits_are_pinned()
    {
        Assert.Equal([0x48218226FF3CD4BFUL, 0x0397AB29740681D9UL, 0x0A352C7B27303D42UL], new[] { new Seed(0).Split(0), new Seed(0).Split(1), new Seed(42).Split(7) }.Select(seed => seed.Value));
        Assert.Equal([0xB57619F9BB2194B4UL, 0x9EF491E48C1138F5UL, 0xA25C8FEFC22EF03CUL], new[] { new Seed(0).Split(""), new Seed(0).Split("ana"), new Seed(42).Split("clinic-ä") }.Select(seed => seed.Value));
        Assert.Equal([47, 46, 43, 22, 91, 55, 22, 6, 56, 47], Enumerable.Range(0, 10).Select(i => new Seed(2026).Split((ulong)i).DrawBelow(100)));
        Assert.Equal(0.8578542230112182, new Seed(2026).DrawUnit());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Draws_below_a_bound_are_even(int bound)
    {
        const int PerValue = 2000;
        var counts = new int[bound];
        for (var i = 0; i < bound * PerValue; i++)
        {
            counts[new Seed(5).Split((ulong)i).DrawBelow(bound)]++; // out of range would throw
        }

        // Six standard deviations: with a fixed seed this never changes its mind.
        Assert.All(counts, count => Assert.InRange(count, PerValue - (6 * Math.Sqrt(PerValue)), PerValue + (6 * Math.Sqrt(PerValue))));
    }

    [Fact]
    public void The_largest_bound_stays_in_range() =>
        Assert.All(
            Enumerable.Range(0, 1000).Select(i => new Seed(5).Split((ulong)i).DrawBelow(int.MaxValue)),
            draw => Assert.InRange(draw, 0, int.MaxValue - 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_is_1_or_more(int bound) => Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).DrawBelow(bound));

    [Fact]
    public void Unit_draws_are_below_1_and_average_one_half()
    {
        var draws = Enumerable.Range(0, 10_000).Select(i => new Seed(9).Split((ulong)i).DrawUnit()).ToList();

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - double.Epsilon));
        Assert.InRange(draws.Average(), 0.48, 0.52);
    }

    [Fact]
    public void Splits_of_neighbouring_seeds_and_parts_all_differ()
    {
        var seeds =
            from value in Enumerable.Range(0, 100)
            from part in Enumerable.Range(0, 100)
            select new Seed((ulong)value).Split((ulong)part);

        Assert.Equal(10_000, seeds.Distinct().Count());
    }

    [Fact]
    public void Neighbouring_parts_share_about_half_their_bits()
    {
        var shared = Enumerable.Range(0, 1000).Average(i =>
            System.Numerics.BitOperations.PopCount(new Seed(3).Split((ulong)i).Draw() ^ new Seed(3).Split((ulong)i + 1).Draw()));

        Assert.InRange(shared, 31, 33);
    }

    [Fact]
    public void A_part_does_not_depend_on_what_was_drawn_before()
    {
        var seed = new Seed(11);
        var alone = seed.Split(4);
        _ = seed.Draw() + seed.Split(3).Draw();

        Assert.Equal(alone, seed.Split(4));
        Assert.NotEqual(seed.Split(1).Split(2), seed.Split(2).Split(1));
    }

    [Fact]
    public void People_write_seeds_down_as_numbers_of_0_or_more()
    {
        Assert.Equal("2026", Seed.From(2026).ToString());
        Assert.Equal("18446744073709551615", new Seed(ulong.MaxValue).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Seed.From(-1));
    }
}
