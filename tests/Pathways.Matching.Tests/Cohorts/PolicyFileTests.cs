using System.Text.Json;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Tests.Files;

namespace Pathways.Matching.Tests.Cohorts;

public sealed class PolicyFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_left_out_is_the_default()
    {
        Assert.Equal(Text(MatchPolicy.Default), Text(Read("""{"format":"pathways/policy@1"}""").Get()));
        Assert.Equal(Text(MatchPolicy.Default), Text(Read("""{"priority":{},"eligibility":{},"other":[1],"format":"pathways/policy@1"}""").Get()));
    }

    [Fact]
    public void A_whole_policy_is_read_and_written_as_it_is()
    {
        const string Whole = """{"format":"pathways/policy@1","eligibility":{"maximumDistanceKm":12.5,"requireChosenSector":false,"requireWorkRules":true},"priority":{"readinessPoints":-2,"readinessStep":100,"sectorChoicePoints":[3,2,1],"groupPoints":{"first":-1000000,"rural":4}}}""";
        var policy = Read(Whole).Get();
        Assert.Equal(12.5, policy.Eligibility.MaximumDistanceKm);
        Assert.False(policy.Eligibility.RequireChosenSector);
        Assert.True(policy.Eligibility.RequireWorkRules);
        Assert.Equal((-2, 100), (policy.Priority.ReadinessPoints, policy.Priority.ReadinessStep));
        Assert.Equal([3, 2, 1], policy.Priority.SectorChoicePoints.AsEnumerable());
        Assert.Equal(4, policy.Priority.GroupPoints[PriorityGroupId.From("rural")]);
        Assert.Equal(Whole, Text(policy));
    }

    [Theory]
    [InlineData("[]", "1:1 malformed")]
    [InlineData("""{"format":"pathways/policy@2"}""", "1:11 format.unknown")]
    [InlineData("""{"eligibility":{}}""", "1:18 format.missing")]
    [InlineData("""{"format":"pathways/policy@1","eligibility":[],"priority":7}""", "1:45 eligibility.malformed; 1:59 priority.malformed")]
    [InlineData("""{"format":"pathways/policy@1","eligibility":{"maximumDistanceKm":-1,"requireChosenSector":"yes"}}""",
        "1:66 eligibility.maximumDistanceKm.malformed; 1:91 eligibility.requireChosenSector.malformed")]
    [InlineData("""{"format":"pathways/policy@1","eligibility":{"maximumDistanceKm":1e999}}""", "1:66 eligibility.maximumDistanceKm.malformed")]
    [InlineData("""{"format":"pathways/policy@1","eligibility":{"requireChosenSector":true,"requireChosenSector":true}}""", "1:73 eligibility.requireChosenSector.duplicate")]
    [InlineData("""{"format":"pathways/policy@1","eligibility":{"requireWorkRules":"yes","requireWorkRules":true}}""",
        "1:65 eligibility.requireWorkRules.malformed; 1:71 eligibility.requireWorkRules.duplicate")]
    [InlineData("""{"format":"pathways/policy@1","priority":{"readinessStep":0}}""", "1:59 priority.readinessStep.malformed")]
    [InlineData("""{"format":"pathways/policy@1","priority":{"readinessStep":101,"readinessPoints":0.5}}""", "1:59 priority.readinessStep.malformed; 1:81 priority.readinessPoints.malformed")]
    [InlineData("""{"format":"pathways/policy@1","priority":{"sectorChoicePoints":[1,"2",null]}}""", "1:67 priority.sectorChoicePoints.malformed; 1:71 priority.sectorChoicePoints.malformed")]
    [InlineData("""{"format":"pathways/policy@1","priority":{"sectorChoicePoints":3}}""", "1:64 priority.sectorChoicePoints.malformed")]
    [InlineData("""{"format":"pathways/policy@1","priority":{"groupPoints":{"a":1,"a":2,"":3,"b":1.5,"c":1000001,"d":"1"}}}""",
        "1:64 priority.groupPoints.duplicate; 1:70 priority.groupPoints.malformed; 1:75 priority.groupPoints.malformed; 1:83 priority.groupPoints.malformed; 1:99 priority.groupPoints.malformed")]
    [InlineData("""{"format":"pathways/policy@1","priority":{"groupPoints":[]}}""", "1:57 priority.groupPoints.malformed")]
    [InlineData("""{"format":"pathways/policy@1",}""", "1:31 json.syntax")]
    public void Every_error_is_at_its_place(string text, string errors) =>
        Assert.Equal(errors, string.Join("; ", Read(text).Errors.Select(e => $"{e.Line}:{e.Column} {e.Code["policy.".Length..]}")));

    [Fact]
    public void Points_of_groups_are_not_said_to_be_of_students() =>
        Assert.DoesNotContain("student", Read("""{"format":"pathways/policy@1","priority":{"groupPoints":[]}}""").Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_or_is_a_folder_is_an_error()
    {
        Assert.Equal("policy.file.missing", Assert.Single(PolicyFile.Read(_folder.At("none.json")).Errors).Code);
        Assert.Equal("policy.file.unreadable", Assert.Single(PolicyFile.Read(_folder.Location).Errors).Code);
    }

    [Fact]
    public void A_misspelt_field_is_ignored_with_a_warning_at_its_place()
    {
        var reading = Read("""{"format":"pathways/policy@1",""" + "\n" + """ "eligibility":{"requireReadyness":true}}""");
        Assert.False(reading.Get().Eligibility.RequireReadiness);
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal((2, 17, "policy.eligibility.ignored"), (warning.Line, warning.Column, warning.Code));
        Assert.Contains("\"requireReadyness\" means nothing here", warning.Message, StringComparison.Ordinal);
    }

    private static string Text(MatchPolicy policy)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PolicyFile.Write(policy, json);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private Reading<MatchPolicy> Read(string text) => Pathways.Matching.Cohorts.PolicyFile.Read(_folder.Put("policy.json", text));
}
