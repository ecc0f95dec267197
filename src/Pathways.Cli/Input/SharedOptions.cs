using System.CommandLine;

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

    public static Option<bool> Json(string what) => new("--json") { Description = $"Write {what} as JSON on standard output, and nothing else there." };
}
