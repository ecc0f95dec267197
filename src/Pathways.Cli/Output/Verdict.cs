using Pathways.Matching;
using Spectre.Console;

namespace Pathways.Cli.Output;

/// <summary>The one line that says whether a matching holds, green or red on a terminal.</summary>
internal static class Verdict
{
    public static void Write(Terminal terminal, string before, VerificationReport report, bool promisesStability)
    {
        var stable = !promisesStability || !report.IsStabilityJudged ? "" : report.IsStable ? $", stable{Meant(report.Concept)}" : ", NOT stable";
        var holds = report.IsFeasible && (report.IsStable || !promisesStability || !report.IsStabilityJudged);
        terminal.WriteLine($"{before}{(report.IsFeasible ? "feasible" : "NOT feasible")}{stable}", new Style(holds ? Color.Green : Color.Red));
    }

    private static string Meant(StabilityConcept concept) => concept switch
    {
        StabilityConcept.ChoiceFunctions => " (with reserved seats)",
        StabilityConcept.StudentProject => " (with partners' caps)",
        StabilityConcept.NestedCaps => " (with nested caps)",
        StabilityConcept.ChoiceFunctionsAndCaps => " (with reserved seats and caps)",
        _ => "",
    };
}
