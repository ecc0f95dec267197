namespace MarlboroughGenerator;

/// <summary>The policy that goes with the cohort: what rules pairs out, and what counts where the partner does not rank.</summary>
internal static class Policy
{
    /// <summary>The name of the file beside the cohort's.</summary>
    public const string FileName = "policy.json";

    /// <summary>The text of the file.</summary>
    public static string Text { get; } = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""
        {
          "format": "pathways/policy@1",
          "eligibility": { "maximumDistanceKm": {{Obstacles.MaximumDistanceKm}}, "requireChosenSector": true },
          "priority": {
            "readinessPoints": 1,
            "readinessStep": 10,
            "sectorChoicePoints": [30, 15, 5],
            "groupPoints": { "{{Words.Rural}}": 5 }
          }
        }

        """).ReplaceLineEndings("\n");
}
