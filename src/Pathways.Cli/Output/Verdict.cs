using Pathways.Matching;
using Spectre.Console;

namespace Pathways.Cli.Output;

/// <summary>The one line that says whether a matching holds, green or red on a terminal.</summary>
internal static class Verdict
{
    public static void Write(IAnsiConsole console, string before, VerificationReport report, bool judgesStability)
    {
        var stable = judgesStability ? report.IsStable ? ", stable" : ", NOT stable" : "";
        var holds = report.IsFeasible && (report.IsStable || !judgesStability);
        console.Write(new Text($"{before}{(report.IsFeasible ? "feasible" : "NOT feasible")}{stable}", new Style(holds ? Color.Green : Color.Red)));
        console.WriteLine();
    }
}
