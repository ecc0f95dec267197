namespace Pathways.Samples.Tests;

public class PlacementsIntroTests
{
    [Fact]
    public async Task It_prints_what_the_page_on_the_walk_shows() => Assert.Equal(
        await SampleProgram.ShownAsync("placement-walk.md"), await SampleProgram.RunAsync("PlacementsIntro", SampleFolder.Marlborough));
}
