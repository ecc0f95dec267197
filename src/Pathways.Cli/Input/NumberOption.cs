using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Pathways.Cli.Input;

/// <summary>Options that take a number, with errors that name the option, the value and the range.</summary>
internal static class NumberOption
{
    public static Option<T> Of<T>(string name, string description, T least, T most, T usual)
        where T : struct, INumber<T>
    {
        var option = new Option<T>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text} is out of range. Expected {Range(least, most)}."));
            return usual;
        };
        return option;
    }

    private static string Range<T>(T least, T most) => string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
}
