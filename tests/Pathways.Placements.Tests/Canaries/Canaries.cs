using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways.Placements.Tests.Canaries;

/// <summary>Personal data that nobody could mistake for anything else, to be put into every personal field there is.</summary>
internal sealed class Canaries
{
    // What gives a canary away, wherever and however it is printed.
    private static readonly string[] Marks = ["kanarienvogel", "0317", "17.317", "31.7317"];

    private static readonly Dictionary<Type, Func<int, object>> Makers = new()
    {
        [typeof(Note)] = number => Note.From($"kanarienvogel-{number}"),
        [typeof(PersonName)] = number => PersonName.From($"Kanarienvogel {number}"),
        [typeof(BirthDate)] = number => BirthDate.From(new LocalDate(317, 1, 1).PlusDays(number % 365)),
        [typeof(HomePlace)] = number => HomePlace.From(new(17.317 + (number * 1e-9), 17.317)),
        [typeof(InterestProfile)] = number => new InterestProfile([31.7317 + (number * 1e-9), 31.7317, 1, 1, 1, 1]),
    };

    /// <summary>Every type of personal data in the vocabulary: those that must be revealed, and those that are redacted in JSON.</summary>
    public static Type[] Kinds { get; } =
    [
        .. typeof(Note).Assembly.GetTypes().Where(type => !type.IsInterface && (
            type.GetInterfaces().Any(port => port.IsGenericType && port.GetGenericTypeDefinition() == typeof(ISensitive<>))
            || type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter && converter.GetGenericTypeDefinition() == typeof(RedactedJsonConverter<>))),
    ];

    public int Count { get; private set; }

    public static bool CanMake(Type type) => Makers.ContainsKey(type);

    public object Next(Type type) => Makers[type](Count++);

    public Note Text() => (Note)Next(typeof(Note));

    /// <summary>Whether a text shows a canary.</summary>
    public static bool IsIn(string text) => Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    public static string Printed(object value) => value is IFormattable formattable ? $"{value} {formattable.ToString(null, CultureInfo.InvariantCulture)}" : $"{value}";
}
