namespace Pathways.Samples.Tests;

public class CurriculumIntroTests
{
    [Fact]
    public async Task It_prints_what_the_page_on_the_curriculum_shows() =>
        Assert.Equal(await SampleProgram.ShownAsync("curriculum.md"), await SampleProgram.RunAsync("CurriculumIntro"));
}
