using System.CommandLine;
using NodaTime.Text;

namespace Pathways.Cli.Input;

/// <summary>Arguments and options that several commands have.</summary>
internal static class SharedOptions
{
    public static Argument<string> Problem(string name = "PROBLEM") => new(name) { Description = "A cohort folder or a problem file." };

    public static Argument<string> Matching(string name = "MATCHING") => new(name) { Description = "A matching file." };

    public static Option<string?> Policy() => new("--policy")
    {
        Description = "The policy of a cohort folder. Default: policy.json in the folder, if there is one.",
        HelpName = "FILE",
    };

    /// <summary>The day of a question, <c>--on</c>.</summary>
    /// <param name="description">What the day is for, and which it is when left out.</param>
    public static Option<LocalDate?> On(string description) => Day("--on", description);

    /// <summary>A day.</summary>
    /// <param name="name">What the option is called.</param>
    /// <param name="description">What the day is for.</param>
    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day.Year is > 1900 and < 2200)
            {
                return day;
            }

            result.AddError(LocalDatePattern.Iso.Parse(text).Success
                ? $"{name} {text} is no day of the years 1901 to 2199."
                : $"{name} {text} is no day. Expected the form 2026-09-01.");
            return null;
        },
    };

    /// <summary>The day on which students must be ready where a policy requires it.</summary>
    public static Option<LocalDate?> ReadyOn() => On("The day on which students must be ready, if the policy requires it. Default: that of the matching, or today.");

    public static Option<bool> Json(string what) => new("--json") { Description = $"Write {what} as JSON on standard output, and nothing else there." };
}
