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

    public static Option<LocalDate?> On() => new("--on")
    {
        Description = "The day on which students must be ready, if the policy requires it. Default: that of the matching, or today.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
            {
                return day;
            }

            result.AddError($"--on {text} is no day. Expected the form 2026-09-01.");
            return null;
        },
    };

    public static Option<bool> Json(string what) => new("--json") { Description = $"Write {what} as JSON on standard output, and nothing else there." };
}
