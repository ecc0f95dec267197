using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pathways.WorkRules.Tests.Packs;

public partial class WorkRulePackFileTests
{
    [Fact]
    public void The_packs_that_are_shipped_survive_writing_byte_for_byte()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Given.Root, "src", "Pathways.WorkRules", "Rules"), "*.json"))
        {
            var reading = WorkRulePackFile.Read(file);
            Assert.Equal((0, 0), (reading.Errors.Length, reading.Warnings.Length));
            if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
            {
                File.WriteAllText(file, Written(reading.Get()));
            }

            Assert.Equal(File.ReadAllText(file), Written(reading.Get()));
        }
    }

    [Fact]
    public void Codes_are_unique_and_belong_to_their_jurisdiction()
    {
        var codes = WorkRulePacks.All.SelectMany(pack => pack.Rules.Select(rule => rule.Code).Concat(pack.Agreements.SelectMany(paper => paper.Conditions).Select(condition => condition.Code))).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches(@"^work\.(federal|massachusetts|minnesota|washington)\.[a-z0-9.-]+$", code));
    }

    [Fact]
    public void Federal_rules_cover_the_17_orders_and_lift_them_where_the_law_does()
    {
        var orders = Given.Pack("US").Rules.OfType<HazardRule>().Where(rule => !rule.Hazards.IsEmpty).ToList();
        Assert.Equal(Hazard.All.Select(hazard => hazard.Id), orders.SelectMany(rule => rule.Hazards));
        Assert.All(orders, rule => Assert.Equal(Hazard.Find(rule.Hazards[0])!.HasStudentLearnerExemption, rule.Unless.Contains("student-learner")));
    }

    [Fact]
    public void Each_condition_of_an_exemption_is_needed_and_said()
    {
        var pack = Given.Pack("US");
        foreach (var agreement in pack.Agreements.Where(one => one.Kind is "student-learner" or "apprentice" or "trained-graduate" or "wecep"))
        {
            var rule = pack.Rules.First(rule => rule.Unless.Contains(agreement.Kind));
            var broken = Breaking.Of(pack, rule);
            foreach (var condition in agreement.Conditions.Where(condition => condition.IsNeeded))
            {
                var paper = Given.Paper(agreement.Kind);
                paper = paper with
                {
                    Terms = [.. paper.Terms.Except(condition.Terms)], Signers = [.. paper.Signers.Except(condition.Signers).Except(condition.AnySigner)],
                };
                var verdict = new WorkRuleEngine([pack]).Assess(broken.Facts with { Agreements = [paper], BirthDate = Given.Aged(broken.Day, agreement.AtLeast!.Value) });
                Assert.Contains(verdict.Findings, finding => finding.Code == rule.Code && finding.Severity == WorkSeverity.Block);
                Assert.Contains(verdict.Findings, finding => finding.Code == condition.Code);
            }
        }
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_at_once_with_its_place() => Assert.Equal(
        [
            "work-rules.agreements.citation.missing", "work-rules.agreements.conditions.terms.missing", "work-rules.rules.code.malformed", "work-rules.rules.hours.out-of-range",
            "work-rules.rules.until.out-of-order", "work-rules.rules.unless.unknown", "work-rules.rules.below.out-of-range", "work-rules.rules.code.duplicate",
            "work-rules.rules.kind.unknown", "work-rules.effectiveTo.out-of-order",
        ],
        Parse("""
            {"format":"pathways/work-rules@1","jurisdiction":"X","version":1,"title":"T","effectiveFrom":"2026-01-01","weekStarts":"sunday","agreements":[
             {"kind":"a","title":"A","conditions":[{"code":"work.c","sentence":"S.","citation":"C"}]}],"rules":[
             {"code":"x","kind":"day-hours","sentence":"S.","citation":"C","hours":3.001},
             {"code":"work.t","kind":"time-of-day","sentence":"S.","citation":"C","from":"20:00","until":"07:00"},
             {"code":"work.u","kind":"school-hours","sentence":"S.","citation":"C","unless":["b"]},
             {"code":"work.v","kind":"school-hours","sentence":"S.","citation":"C","atLeast":18,"below":16},
             {"code":"work.v","kind":"school-hours","sentence":"S.","citation":"C"},
             {"code":"work.w","kind":"wish","sentence":"S.","citation":"C"}],
             "effectiveTo":"2025-01-01"}
            """).Errors.Select(error => error.Code));

    [Fact]
    public void Whatever_is_broken_in_a_file_is_refused_or_read_and_never_thrown()
    {
        var good = JsonNode.Parse(Written(Given.Pack("US-WA")))!;
        foreach (var wrong in new[] { "\"\"", "\"zzz\"", "3.5", "-1", "true", "{}", "[]", "[\"zzz\"]", "null" })
        {
            foreach (var field in new[] { "jurisdiction", "version", "title", "effectiveFrom", "effectiveTo", "weekStarts", "schoolWeekDays", "agreements", "rules", "sources", "notes" })
            {
                var broken = good.DeepClone();
                broken[field] = JsonNode.Parse(wrong);
                Parse(broken.ToJsonString());
            }

            foreach (var field in good["rules"]!.AsArray().SelectMany(rule => rule!.AsObject().Select(one => one.Key)).Distinct())
            {
                var broken = good.DeepClone();
                foreach (var rule in broken["rules"]!.AsArray().Where(rule => rule!.AsObject().ContainsKey(field)).Take(3))
                {
                    rule![field] = JsonNode.Parse(wrong);
                }

                Parse(broken.ToJsonString());
            }
        }
    }

    [Fact]
    public void The_page_lists_every_code_and_its_examples_are_read()
    {
        var page = File.ReadAllText(Path.Combine(Given.Root, "docs", "formats", "work-rules.md"));
        var codes = WorkRulePacks.All.SelectMany(pack =>
                pack.Rules.Select(rule => (rule.Code, rule.Citation, rule.IsVerified))
                    .Concat(pack.Agreements.SelectMany(paper => paper.Conditions).Select(condition => (condition.Code, condition.Citation, condition.IsVerified))))
            .Select(row => $"| `{row.Code}` | {row.Citation} | {(row.IsVerified ? "" : "not verified")} |".Replace("|  |", "| |", StringComparison.Ordinal)).ToList();
        const string Start = "<!-- codes -->\n";
        const string End = "<!-- end of codes -->";
        var (from, to) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        var table = $"| code | citation | |\n|---|---|---|\n{string.Concat(codes.Select(row => row + "\n"))}";
        if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
        {
            page = page[..from] + table + page[to..];
            File.WriteAllText(Path.Combine(Given.Root, "docs", "formats", "work-rules.md"), page);
            to = from + table.Length;
        }

        Assert.Equal(table, page[from..to]);
        foreach (var code in typeof(WorkRuleCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!))
        {
            Assert.Contains($"| `{code}` |", page, StringComparison.Ordinal);
        }

        var examples = Block().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Equal("", string.Join("; ", example.Contains("work-check@1", StringComparison.Ordinal)
            ? WorkCheckFile.Parse(Encoding.UTF8.GetBytes(example), "x").Errors
            : example.Contains("work-law@1", StringComparison.Ordinal) ? WorkLawFile.Parse(Encoding.UTF8.GetBytes(example), "x").Errors : Parse(example).Errors)));
    }

    private static Reading<WorkRulePack> Parse(string text) => WorkRulePackFile.Parse(Encoding.UTF8.GetBytes(text), "pack.json");

    private static string Written(WorkRulePack pack)
    {
        using var stream = new MemoryStream();
        WorkRulePackFile.Write(pack, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
