namespace Pathways.Cli.Tests;

/// <summary>Small problem files.</summary>
internal static class Problems
{
    /// <summary>Ana and Ben both want the clinic, which has one seat and prefers Ben; Cy is not ranked by anybody.</summary>
    public const string Clinic = """
        { "format": "pathways/problem@1",
          "students": [
            { "id": "ana", "preferences": ["clinic", ["lab", "library"]] },
            { "id": "ben", "preferences": ["clinic"] },
            { "id": "cy", "preferences": ["clinic"] },
            { "id": "dee", "preferences": [] }
          ],
          "opportunities": [
            { "id": "clinic", "seats": 1, "priorities": ["ben", "ana"] },
            { "id": "lab", "seats": 1 },
            { "id": "library", "seats": 1 }
          ] }
        """;

    /// <summary>Reserves and caps, which no mechanism of this version serves.</summary>
    public const string Reserved = """
        { "format": "pathways/problem@1",
          "students": [ { "id": "ana", "preferences": ["clinic"], "groups": ["rural"] } ],
          "opportunities": [ { "id": "clinic", "seats": 2, "partner": "p", "scores": { "ana": 1 }, "reserves": [ { "group": "rural", "seats": 1 } ] } ],
          "partners": [ { "id": "p", "seats": 1 } ] }
        """;

    /// <summary>The only stable matching leaves the workshop below its minimum.</summary>
    public const string TooFew = """
        { "format": "pathways/problem@1",
          "students": [ { "id": "ana", "preferences": ["workshop"] } ],
          "opportunities": [ { "id": "workshop", "seats": 3, "minimum": 2 } ] }
        """;
}
