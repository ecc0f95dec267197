using System.Collections;
using System.Reflection;

namespace Pathways.Placements.Tests.Canaries;

/// <summary>Makes a value of any type of the vocabulary, with a canary in every personal field, however deep.</summary>
internal sealed class Filler(Canaries canaries)
{
    private const int Deepest = 8;
    private static readonly Dictionary<Type, object> Plain = new()
    {
        [typeof(string)] = "text", [typeof(bool)] = true, [typeof(int)] = 1, [typeof(long)] = 1L, [typeof(double)] = 1d, [typeof(decimal)] = 1m, [typeof(ulong)] = 1ul,
        [typeof(LocalDate)] = new LocalDate(2026, 9, 14), [typeof(LocalTime)] = new LocalTime(9, 0), [typeof(Instant)] = Instant.FromUtc(2026, 9, 14, 12, 0),
        [typeof(DateInterval)] = new DateInterval(new(2026, 9, 14), new(2026, 12, 18)), [typeof(AnnualDate)] = new AnnualDate(6, 30), [typeof(Duration)] = Duration.FromDays(1),
        [typeof(WeeklyHours)] = WeeklyHours.Parse("Mon 09:00-10:00"), [typeof(GradeLevel)] = GradeLevel.From(9), [typeof(OnetSocCode)] = OnetSocCode.Parse("51-4041.00"),
        [typeof(GeoPoint)] = new GeoPoint(1, 1), [typeof(RubricId)] = RubricId.From("r@1"), [typeof(Seed)] = Seed.From(1),
    };

    /// <summary>Whether somewhere in a value of the type there can be personal data.</summary>
    public static bool HoldsPersonal(Type type) => HoldsPersonal(type, []);

    /// <summary>A value of the type; of a closed family, one of each kind.</summary>
    public IEnumerable<object> Each(Type type) =>
        type.IsAbstract ? type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).Select(nested => Make(nested, 0)!) : [Make(type, 0)!];

    private object? Make(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Make(inner, depth);
        }

        if (Canaries.CanMake(type))
        {
            return canaries.Next(type);
        }

        if (Plain.TryGetValue(type, out var plain))
        {
            return plain;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        if (type.IsGenericType)
        {
            return MakeGeneric(type, depth);
        }

        if (type.GetMethod("From", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is { } from && from.ReturnType == type)
        {
            return from.Invoke(null, ["id-1"]);
        }

        if (depth > Deepest || type.IsInterface || typeof(Delegate).IsAssignableFrom(type) || type == typeof(object))
        {
            return null;
        }

        return type.IsAbstract ? type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).Select(nested => Make(nested, depth + 1)).FirstOrDefault() : Built(type, depth);
    }

    private object? MakeGeneric(Type type, int depth)
    {
        var kinds = type.GetGenericArguments();
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(ImmutableDictionary<,>))
        {
            var empty = type.GetField("Empty")!.GetValue(null)!;
            return type.GetMethod("Add")!.Invoke(empty, [Make(kinds[0], depth + 1), Make(kinds[1], depth + 1)]);
        }

        if (kinds.Length == 1 && (definition == typeof(ImmutableArray<>) || type.IsAssignableFrom(kinds[0].MakeArrayType())))
        {
            var one = Array.CreateInstance(kinds[0], 1);
            one.SetValue(Make(kinds[0], depth + 1), 0);
            return definition == typeof(ImmutableArray<>)
                ? typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true } only] && !only.ParameterType.IsByRefLike)
                    .MakeGenericMethod(kinds[0]).Invoke(null, [one])
                : one;
        }

        return depth > Deepest || type.IsInterface || typeof(Delegate).IsAssignableFrom(type) ? null : Built(type, depth);
    }

    private object? Built(Type type, int depth)
    {
        var constructors = type.GetConstructors().Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type);
        var constructor = constructors.MaxBy(constructor => constructor.GetParameters().Length);
        if (constructor is null && !type.IsValueType)
        {
            return null;
        }

        var given = constructor?.GetParameters() ?? [];
        var made = constructor is null ? Activator.CreateInstance(type) : constructor.Invoke([.. given.Select(parameter => Make(parameter.ParameterType, depth + 1))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (given.All(parameter => !string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)) && Make(property.PropertyType, depth + 1) is { } value)
            {
                property.SetValue(made, value);
            }
        }

        return made;
    }

    private static bool HoldsPersonal(Type type, HashSet<Type> seen)
    {
        if (Canaries.CanMake(type))
        {
            return true;
        }

        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
        {
            return false;
        }

        return type.HasElementType && HoldsPersonal(type.GetElementType()!, seen)
            || type.IsGenericType && type.GetGenericArguments().Any(kind => HoldsPersonal(kind, seen))
            || type.Namespace?.StartsWith(nameof(Pathways), StringComparison.Ordinal) == true && !typeof(IEnumerator).IsAssignableFrom(type)
                && (type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => HoldsPersonal(property.PropertyType, seen))
                    || (type.IsAbstract && type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).Any(nested => HoldsPersonal(nested, seen))));
    }
}
