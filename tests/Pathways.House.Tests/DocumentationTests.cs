using System.Reflection;
using System.Xml.Linq;

namespace Pathways.House.Tests;

public class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_public_type_and_member_is_documented() => House.AssertNone(
        from assembly in House.Libraries
        let written = Written(assembly)
        from member in House.PublicTypes(assembly).SelectMany(type => Members(type).Prepend(type))
        let id = DocumentationIds.Of(member)
        let text = written.GetValueOrDefault(id)
        where text is null || !SaysSomething(text)
        select $"{assembly.GetName().Name}: {id}",
        "The first sentence says what it means, in the words of the domain. These say nothing:");

    [Fact]
    public void A_summary_ends_like_a_sentence() => House.AssertNone(
        from assembly in House.Libraries
        from entry in Written(assembly)
        let summary = entry.Value.Element("summary")?.Value.Trim()
        where summary is { Length: > 0 } && summary[^1] is not ('.' or '?' or '!' or ')' or ':')
        select $"{entry.Key}: ...{summary[^Math.Min(40, summary.Length)..]}",
        "A summary is a sentence. These have no full stop:");

    [Fact]
    public void Known_members_have_known_names() // or the first test would look for what can never be there
    {
        Assert.Equal("M:Pathways.Seed.Split(System.UInt64)", DocumentationIds.Of(typeof(Seed).GetMethod("Split", [typeof(ulong)])!));
        Assert.Equal(
            "M:Pathways.Requirements.Unmet``1(System.Collections.Immutable.ImmutableArray{Pathways.Requirement{``0}},``0)",
            DocumentationIds.Of(typeof(Requirements).GetMethod("Unmet")!));
        Assert.Equal("P:Pathways.Reading`1.Value", DocumentationIds.Of(typeof(Reading<>).GetProperty("Value")!));
    }

    [Fact]
    public void An_empty_comment_says_nothing()
    {
        Assert.False(SaysSomething(XElement.Parse("<member><summary> </summary></member>")));
        Assert.True(SaysSomething(XElement.Parse("<member><summary>A thing.</summary></member>")));
        Assert.True(SaysSomething(XElement.Parse("<member><inheritdoc/></member>")));
    }

    private static bool SaysSomething(XElement entry) =>
        entry.Element("inheritdoc") is not null
        || entry.Elements().Any(element => element.Name.LocalName is "summary" or "returns" && !string.IsNullOrWhiteSpace(element.Value + element.FirstNode));

    private static Dictionary<string, XElement> Written(Assembly assembly) => XDocument
        .Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(entry => (string)entry.Attribute("name")!, StringComparer.Ordinal);

    private static IEnumerable<MemberInfo> Members(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        return type.GetMembers(Declared).Where(member => !ApiDump.IsGenerated(member) && member switch
        {
            FieldInfo field => field.IsPublic && !field.IsSpecialName,
            ConstructorInfo constructor => !constructor.IsStatic && ApiDump.IsVisible(constructor) && !IsImplicit(constructor),
            PropertyInfo property => (ApiDump.IsVisible(property.GetMethod) || ApiDump.IsVisible(property.SetMethod))
                && property.Name != "EqualityContract",
            EventInfo @event => ApiDump.IsVisible(@event.AddMethod),
            MethodInfo method => ApiDump.IsVisible(method)
                && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
            _ => false,
        });
    }

    // A constructor nobody wrote has no comment, and one without parameters rarely needs one.
    private static bool IsImplicit(ConstructorInfo constructor) => constructor.GetParameters().Length == 0;
}
