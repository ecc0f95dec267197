using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Pathways.Cli.Input;

/// <summary>Options that take a number, with errors that name the option, the value and the range.</summary>
internal static class NumberOption
{
    private const NumberStyles Usual = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static Option<T> Of<T>(string name, string description, T least, T most, T usual)
        where T : struct, INumber<T>
    {
        return new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => usual,
            CustomParser = result => Parse(result, name, least, most) ?? usual,
        };
    }

    /// <summary>A number that may be left out.</summary>
    public static Option<T?> OrNone<T>(string name, string description, T least, T most)
        where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = "N", CustomParser = result => Parse(result, name, least, most) };

    private static T? Parse<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (T.TryParse(text, Usual, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        // What is too large or too small for the type, or has a fraction that it cannot have, is a number still.
        var what = !double.TryParse(text, Usual, CultureInfo.InvariantCulture, out var any) ? "is not a number"
            : any < double.CreateChecked(least) || any > double.CreateChecked(most) ? "is out of range" : "is not a whole number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text} {what}. Expected {Range(least, most)}."));
        return null;
    }

    private static string Range<T>(T least, T most) => string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
}
