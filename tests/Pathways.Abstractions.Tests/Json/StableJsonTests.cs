using System.Text;
using Pathways.Json;

namespace Pathways.Tests.Json;

public class StableJsonTests
{
    [Fact]
    public void What_is_usual_or_not_there_is_left_out() => Assert.Equal(
        "{\n  \"format\": \"x@1\"\n}\n",
        Written(json =>
        {
            json.Text("text", null);
            json.Word("word", DayOfWeek.Sunday, usually: DayOfWeek.Sunday);
            json.Word<DayOfWeek>("none", null);
            json.Flag("flag", false);
            json.Flag("usual", true, usually: true);
            json.Number("number", null);
            json.Number("five", 5, usually: 5);
            json.Day("day", (LocalDate?)null);
            json.Day("dayOfYear", (AnnualDate?)null);
            json.Texts("texts", []);
            json.Words<DayOfWeek>("words", []);
            json.List<int>("list", [], _ => Assert.Fail("There is nothing to write."));
        }));

    [Fact]
    public void What_is_there_is_written_as_people_read_it() => Assert.Equal(
        """
        {
          "format": "x@1",
          "text": "Ana’s “week” & day",
          "word": "monday",
          "flag": true,
          "unusual": false,
          "number": 2.5,
          "day": "2026-09-01",
          "dayOfYear": "06-01",
          "grade": 9,
          "grades": [
            "KG",
            10
          ],
          "empty": [],
          "list": [
            {
              "number": 1
            }
          ]
        }

        """.ReplaceLineEndings("\n"),
        Written(json =>
        {
            json.Text("text", "Ana’s “week” & day");
            json.Word("word", DayOfWeek.Monday, usually: DayOfWeek.Sunday);
            json.Flag("flag", true);
            json.Flag("unusual", false, usually: true);
            json.Number("number", 2.5m, usually: 5);
            json.Day("day", new LocalDate(2026, 9, 1));
            json.Day("dayOfYear", new AnnualDate(6, 1));
            json.Grade("grade", GradeLevel.Parse("09"));
            json.Grades("grades", [GradeLevel.Parse("KG"), GradeLevel.Parse("10")]);
            json.Texts("empty", [], always: true);
            json.List("list", [1], number => json.Number("number", number));
        }));

    private static string Written(Action<System.Text.Json.Utf8JsonWriter> fields) => Encoding.UTF8.GetString(StableJson.Bytes("x@1", fields));
}
