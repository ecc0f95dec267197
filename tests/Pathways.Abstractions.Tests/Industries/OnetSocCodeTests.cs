using System.Text.Json;

namespace Pathways.Tests.Industries;

public class OnetSocCodeTests
{
    [Theory]
    [InlineData("51-4041.00", "51-4041.00")]
    [InlineData("51-4041", "51-4041.00")]
    [InlineData(" 15-1252.01 ", "15-1252.01")]
    public void A_code_is_read_with_or_without_its_detail(string text, string value)
    {
        Assert.Equal(value, OnetSocCode.Parse(text).Value);
        Assert.Equal(value, OnetSocCode.Parse(text.AsSpan()).ToString());
        Assert.Equal(value[..7], OnetSocCode.Parse(text).Soc);
        Assert.Equal(value[..2], OnetSocCode.Parse(text).MajorGroup);
    }

    [Theory]
    [InlineData("")]
    [InlineData("51-404")]
    [InlineData("514041.00")]
    [InlineData("51-4041.0")]
    [InlineData("51-4041.000")]
    [InlineData("51_4041.00")]
    [InlineData("51-4041,00")]
    [InlineData("5١-4041.00")]
    [InlineData("ab-cdef.gh")]
    public void What_is_no_code_is_refused(string text)
    {
        Assert.False(OnetSocCode.TryParse(text, null, out var code));
        Assert.Equal(default, code);
        Assert.Throws<FormatException>(() => OnetSocCode.Parse(text));
    }

    [Fact]
    public void Nothing_is_no_code() => Assert.False(OnetSocCode.TryParse((string?)null, null, out _));

    [Fact]
    public void Default_is_no_code()
    {
        Assert.Throws<InvalidOperationException>(() => default(OnetSocCode).Value);
        Assert.Equal("(unset)", default(OnetSocCode).ToString());
    }

    [Fact]
    public void Default_is_not_written_to_json() =>
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(OnetSocCode)));

    [Fact]
    public void It_travels_through_json_as_its_text()
    {
        var code = OnetSocCode.Parse("51-4041");

        Assert.Equal("\"51-4041.00\"", JsonSerializer.Serialize(code));
        Assert.Equal(code, JsonSerializer.Deserialize<OnetSocCode>("\"51-4041\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OnetSocCode>("\"machinist\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OnetSocCode>("51"));
    }
}
