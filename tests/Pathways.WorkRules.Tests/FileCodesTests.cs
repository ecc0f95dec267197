using System.Text;
using Pathways.Curriculum.Tests;

namespace Pathways.WorkRules.Tests;

/// <summary>The page of codes lists what broken files of all three formats give, no more and no less.</summary>
public class FileCodesTests
{
    // Every field of every kind of rule, in a file that is right.
    private const string Pack = """
        { "format": "pathways/work-rules@1", "jurisdiction": "US-XX", "version": 1, "title": "Somewhere", "effectiveFrom": "2026-07-01", "effectiveTo": "2027-07-01", "weekStarts": "sunday",
          "schoolWeekDays": 1, "sources": ["S"], "notes": ["N"],
          "agreements": [{ "kind": "a", "title": "A", "citation": "C", "atLeast": 16, "renewedBy": "09-30", "conditions": [
            { "code": "work.a.all", "sentence": "S.", "citation": "C", "terms": ["short-periods"], "signers": ["school"], "anySigner": ["school"], "fewestStudents": 2, "mostStudents": 9,
              "mostHazardMinutes": 60, "mostHazardPercent": 20, "verified": false, "advice": true }, { "code": "work.a.one", "sentence": "S.", "citation": "C", "terms": ["school-credit"] }] },
            { "kind": "b", "title": "B", "citation": "C" }],
          "rules": [
            { "code": "work.r.day", "kind": "day-hours", "sentence": "S.", "citation": "C", "verified": false, "effectiveFrom": "2026-08-01", "effectiveTo": "2026-09-01", "atLeast": 14, "below": 16,
              "hours": 3, "days": "school-day", "daysOfWeek": ["monday"], "weeks": "school", "season": { "from": "06-01", "to": "08-01" }, "outsideSeason": true, "unless": ["a"], "only": "b" },
            { "code": "work.r.days", "kind": "week-days", "sentence": "S.", "citation": "C", "count": 6 },
            { "code": "work.r.time", "kind": "time-of-day", "sentence": "S.", "citation": "C", "from": "07:00", "until": "19:00", "unlessSettings": ["restaurant"], "onlySettings": ["racetrack"] },
            { "code": "work.r.adult", "kind": "supervision", "sentence": "S.", "citation": "C", "from": "20:00" },
            { "code": "work.r.hazard", "kind": "hazard", "sentence": "S.", "citation": "C", "hazards": ["ho-01"] },
            { "code": "work.r.kind", "kind": "work-kind", "sentence": "S.", "citation": "C", "kinds": ["mining"] },
            { "code": "work.r.paper", "kind": "document", "sentence": "S.", "citation": "C", "document": "a" }] }
        """;

    private const string Check = """
        { "format": "pathways/work-check@1", "birthDate": "2010-03-04", "jurisdictions": ["US"], "limitsApplyToAll": true,
          "calendar": { "from": "2026-08-26", "to": "2027-06-20", "terms": [{ "from": "2026-08-26", "to": "2027-06-18" }], "daysOff": [{ "from": "2026-11-26", "to": "2026-11-27" }], "hours": "Mon-Fri 07:45-14:15" },
          "works": [{ "name": "x", "relation": "observation", "hazards": ["ho-01"], "kinds": ["mining"], "settings": ["restaurant"],
            "weekly": [{ "from": "2026-10-05", "to": "2026-10-30", "hours": "Mon 15:00-18:00", "except": ["2026-10-12"] }],
            "shifts": [{ "day": "2026-10-31", "from": "10:00", "to": "16:30", "breaks": [{ "from": "13:00", "to": "13:30" }] }] }],
          "agreements": [{ "kind": "student-learner", "from": "2026-09-20", "until": "2027-01-01", "work": "x", "signers": ["school"], "terms": ["short-periods"], "studentsPerCoordinator": 9,
            "hazardMinutes": 60, "hazardPercent": 20 }] }
        """;

    private const string Law = """
        { "format": "pathways/work-law@1", "jurisdictions": ["US"], "limitsApplyToAll": true,
          "calendar": { "from": "2026-08-26", "to": "2027-06-20", "terms": [{ "from": "2026-08-26", "to": "2027-06-18" }], "daysOff": [{ "from": "2026-11-26", "to": "2026-11-27" }], "hours": "Mon-Fri 07:45-14:15" },
          "partners": [{ "partner": "mill", "jurisdictions": ["US"] }] }
        """;

    [Fact]
    public void The_files_that_are_broken_are_right_before() => Assert.All(
        [WorkRulePackFile.Parse(Bytes(Pack), "x").Errors, WorkCheckFile.Parse(Bytes(Check), "x").Errors, WorkLawFile.Parse(Bytes(Law), "x").Errors], errors => Assert.Equal("", string.Join("; ", errors)));

    [Fact]
    public void The_page_lists_the_codes_that_can_be_given() => DocumentedCodes.Compare(
        "work-rule-codes.md",
        [
            .. Codes("work-rules", bytes => WorkRulePackFile.Parse(bytes, "x").Errors, Pack,
                Pack.Replace("work.r.days", "work.r.day", StringComparison.Ordinal), Pack.Replace("work.a.one", "work.a.all", StringComparison.Ordinal), Pack.Replace("work.r.days", "days", StringComparison.Ordinal),
                Pack.Replace("\"kind\": \"b\", \"title\"", "\"kind\": \"a\", \"title\"", StringComparison.Ordinal), Pack.Replace("\"below\": 16", "\"below\": 13", StringComparison.Ordinal),
                Pack.Replace("\"until\": \"19:00\"", "\"until\": \"06:00\"", StringComparison.Ordinal)),
            .. Codes("work-check", bytes => WorkCheckFile.Parse(bytes, "x").Errors, Check,
                Check.Replace("\"works\": [", "\"works\": [{ \"name\": \"x\", \"shifts\": [] },", StringComparison.Ordinal), Check.Replace("\"to\": \"13:30\"", "\"to\": \"17:30\"", StringComparison.Ordinal),
                Check.Replace("\"from\": \"10:00\"", "\"from\": \"24:00\"", StringComparison.Ordinal), Check.Replace("\"weekly\"", "\"wekly\"", StringComparison.Ordinal).Replace("\"shifts\"", "\"shfts\"", StringComparison.Ordinal),
                Check.Replace("\"to\": \"2026-10-30\"", "\"to\": \"2062-10-30\"", StringComparison.Ordinal)),
            .. Codes("work-law", bytes => WorkLawFile.Parse(bytes, "x", [PartnerId.From("mill")]).Errors, Law,
                Law.Replace("\"partners\": [", "\"partners\": [{ \"partner\": \"mill\", \"jurisdictions\": [\"US\"] },", StringComparison.Ordinal)),
        ]);

    /// <summary>A code whose last words stand in a source file can be given by a broken file, so it is on the page.</summary>
    [Fact]
    public void Every_fault_that_the_readers_name_is_on_the_page()
    {
        var page = DocumentedCodes.Text("work-rule-codes.md");
        foreach (var name in new[] { "Packs/WorkRulePackReader", "Packs/WorkRuleFields", "Cases/WorkCheckReader", "Cases/WorkLawFile" })
        {
            var source = File.ReadAllText(Path.Combine(Given.Root, "src", "Pathways.WorkRules", $"{name}.cs"));
            var faults = System.Text.RegularExpressions.Regex.Matches(source, "Fault\\(\"([A-Za-z]+)\", \"([a-z-]+)\"").Select(match => $".{match.Groups[1].Value}.{match.Groups[2].Value}` |").ToList();
            Assert.NotEmpty(faults);
            Assert.All(faults, fault => Assert.Contains(fault, page, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Codes(string kind, Func<byte[], ImmutableArray<InputError>> read, string good, params string[] broken) =>
    [
        $"{kind}.file.missing", $"{kind}.file.unreadable", $"{kind}.file.too-large", $"{kind}.errors.more",
        .. BrokenJson.Of(Bytes(good)).Concat(broken.Select(Bytes)).SelectMany(text => read(text)).Select(error => error.Code),
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
