namespace Pathways.Curriculum.Tests.Scope;

public class ScopeTemplatesTests
{
    public static TheoryData<string> Names => [.. ScopeTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_is_read_without_a_warning_and_written_back_byte_by_byte(string name)
    {
        var bytes = ScopeTemplates.Bytes(name);
        var reading = ScopeFile.Parse(bytes, name);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        using var stream = new MemoryStream();
        ScopeFile.Write(reading.Get(), stream);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(bytes), System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_found_in_a_template(string name) => Assert.Empty(ScopeCheck.Findings(ScopeTemplates.Find(name)!));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_is_named_as_it_names_itself(string name) => Assert.Equal(name, ScopeTemplates.Find(name)!.Id.Value);

    [Fact]
    public void There_is_no_template_of_another_name() => Assert.Null(ScopeTemplates.Find("atlantis"));
}
