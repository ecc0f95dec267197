namespace Pathways.Interchange.Tests;

public class MessageTests
{
    [Theory]
    [InlineData("max_distance_km", "1,5", "Maybe the comma is a decimal comma")]
    [InlineData("birth_date", "3/14/2009", "This birth_date of the form \"9/99/9999\" (personal, so not shown) is no day. Expected year-month-day")]
    [InlineData("readiness", "80%", "\"80%\" is no whole number")]
    [InlineData("grade", "IX", "\"IX\" is no grade level. Expected one of IT PR PK")]
    [InlineData("availability", "late", "\"late\" are no times of the week. Expected something like \"Mon-Thu")]
    [InlineData("school", "", "There is no school, and every row of students.csv needs one")]
    public void A_message_says_the_value_and_what_is_expected(string column, string value, string message) =>
        Assert.Contains(message, MessageOf(column, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("latitude", "142.987")]
    [InlineData("longitude", "812.123")]
    [InlineData("latitude", "Elm Street")]
    [InlineData("interests", "R99 I98")]
    [InlineData("latitude", "42,3459")]
    [InlineData("birth_date", "03/14/2009")]
    [InlineData("birth_date", "14.3.09")]
    [InlineData("birth_date", "39886")]
    [InlineData("birth_date", "14 September 2009")]
    [InlineData("birth_date", "٢٠٠٩/٣/١٤")]
    [InlineData("birth_date", "2009年3月14日")]
    [InlineData("birth_date", "1909-05-01")]
    public void A_message_tells_nothing_of_birth_dates_homes_and_interests(string column, string value)
    {
        var message = MessageOf(column, value);
        Assert.Contains("personal", message, StringComparison.Ordinal);
        var told = value.Split([' ', '/', '.', '-', ',', '年', '月', '日'], StringSplitOptions.RemoveEmptyEntries).Append(value);
        Assert.All(told, part => Assert.DoesNotContain(part, WithoutExpectation(message), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("03/14/2009", "\"99/99/9999\"")]
    [InlineData("14-Mar-09", "\"99-aaa-99\"")]
    [InlineData("14 September 2009", "\"99 aaa 9999\"")]
    [InlineData("٢٠٠٩/٣/١٤", "\"9999/9/99\"")]
    [InlineData("n/a", "\"a/a\"")]
    public void The_form_of_a_birth_date_is_shown(string value, string form) =>
        Assert.Contains($"of the form {form} ", MessageOf("birth_date", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("availability", "2009-03-14", "9999-99-99")]
    [InlineData("grade", "03/14/2009", "99/99/9999")]
    [InlineData("max_distance_km", "-71.5523", "-99.9999")]
    [InlineData("readiness", "R12 I30 A5 S20 E8 C14", "a99 a99 a9 a99 a9 a99")]
    [InlineData("readiness", "80%", null)]
    [InlineData("grade", "14", null)]
    [InlineData("availability", "late", null)]
    public void A_personal_cell_in_the_next_column_is_not_shown_either(string column, string value, string? form)
    {
        var message = MessageOf(column, value);
        Assert.Equal(form is null, message.Contains($"\"{value}\"", StringComparison.Ordinal));
        Assert.Contains($"\"{form ?? value}\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_is_short_and_harmless_to_a_terminal()
    {
        var message = MessageOf("grade", "\u001b[31m\u202Eevil" + new string('x', 100_000));
        Assert.Contains("\"\uFFFD[31m\uFFFDevil" + new string('x', 30) + "...\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
        Assert.InRange(message.Length, 1, 300);
    }

    [Fact]
    public void A_row_in_too_many_cells_tells_nothing_of_them()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("students.csv", "id,school,grade,birth_date\nana,x,9,2010-01-01,Jane Doe\n");
        Assert.DoesNotContain("Jane", string.Concat(CohortFolder.Read(folder.Path).Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ANA", "Maybe \"ana\" is meant")]
    [InlineData("stranger", "Maybe the row was left out of the export")]
    public void An_unknown_name_comes_with_the_one_that_may_be_meant(string student, string hint)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("preferences.csv", $"student,opportunity,rank\n{student},clinic,1\n");
        Assert.Contains(hint, Assert.Single(CohortFolder.Read(folder.Path).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_a_part_that_cannot_be_seen_are_not_called_unknown()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("students.csv", "id,school,grade,birth_date\n\"ana,x,9,2010-01-01\n");
        Assert.Equal(["students.csv:2:1: cohort.students.quote.unclosed"], folder.Errors());
    }

    // Every example that a message gives stands after this word.
    private static string WithoutExpectation(string message) => message.Split(" Expected ")[0];

    private static string MessageOf(string column, string value)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var rows = Cells.Of(folder.Text("students.csv"));
        rows[1][rows[0].IndexOf(column)] = value;
        folder.Put("students.csv", string.Concat(rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\"")) + "\n")));
        return Assert.Single(CohortFolder.Read(folder.Path).Errors).Message;
    }
}
