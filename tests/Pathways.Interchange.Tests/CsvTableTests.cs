namespace Pathways.Interchange.Tests;

public class CsvTableTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("@sum", "'@sum")]
    [InlineData("-cmd|x", "'-cmd|x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("-71.55", "-71.55")]
    [InlineData("-1E-05", "-1E-05")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("'=1", "''=1")]
    [InlineData(" edge", "' edge")]
    [InlineData("edge ", "\"'edge \"")]
    [InlineData("", "")]
    public void A_cell_is_quoted_and_never_run(string text, string cell)
    {
        var writer = new StringWriter();
        CsvTable.Write(writer, ["a", "b"], [[text, "x"]]);
        Assert.Equal($"a,b\n{cell},x\n", writer.ToString());
    }

    [Fact]
    public void A_row_as_long_as_the_header_is_asked_for() =>
        Assert.Throws<ArgumentException>(() => CsvTable.Write(new StringWriter(), ["a", "b"], [["1"]]));

    [Fact]
    public void The_writer_stays_open()
    {
        var writer = new StringWriter();
        CsvTable.Write(writer, ["a"], []);
        writer.Write("more");
        Assert.Equal("a\nmore", writer.ToString());
    }
}
