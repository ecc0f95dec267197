using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Pathways.Curriculum;

namespace Pathways.House.Tests;

/// <summary>Interests inform the student and never rank a student for a partner (decision 0004).</summary>
public class InterestsNeverRankTests
{
    private static readonly string[] Deciding = ["Pathways.Matching", "Pathways.Placements", "Pathways.Partners", "Pathways.Simulation"];
    private static readonly Type[] Interests = [typeof(InterestProfile), typeof(InterestResult), typeof(HollandCode), typeof(InterestRanking), typeof(OccupationFit)];

    [Fact]
    public void No_library_that_decides_about_students_touches_interests() => House.AssertNone(
        House.Libraries.Where(library => Deciding.Contains(library.GetName().Name)).SelectMany(Uses),
        "Who gets a seat must not depend on what somebody likes:");

    [Fact]
    public void A_use_of_interests_is_found() => // where they are read and written for the district
        Assert.Contains("Pathways.Interchange: get_Interests", Uses(House.Libraries.Single(library => library.GetName().Name == "Pathways.Interchange")));

    [Fact]
    public void Interests_are_compared_with_occupations_and_never_with_partners_or_other_students() => House.AssertNone(
        from type in House.PublicTypes(typeof(InterestFit).Assembly)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let taken = method.GetParameters().SelectMany(parameter => Parts(parameter.ParameterType)).ToList()
        where taken.Any(Interests.Contains) && taken.Any(Others.Contains)
        select $"{type.Name}.{method.Name}",
        "A method that takes interests takes no student, partner or opportunity:");

    private static readonly Type[] Others =
        [typeof(Student), typeof(StudentId), typeof(Partner), typeof(PartnerId), typeof(Opportunity), typeof(OpportunityId), typeof(HardToFillRole)];

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : type.IsArray ? Parts(type.GetElementType()!) : [type];

    // By the names that the compiled library refers to: what is not referred to cannot be used.
    private static IEnumerable<string> Uses(Assembly library)
    {
        using var file = new PEReader(File.OpenRead(library.Location));
        var metadata = file.GetMetadataReader();
        var names = metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))
            .Where(name => Interests.Any(type => type.Name == name))
            .Concat(metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name))
                .Where(name => name is "get_Interests"));
        return [.. names.Distinct().Select(name => $"{library.GetName().Name}: {name}")];
    }
}
