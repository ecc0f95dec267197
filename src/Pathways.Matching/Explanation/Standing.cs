using System.Globalization;

namespace Pathways.Matching;

/// <summary>Where a student stands in the eyes of an opportunity.</summary>
/// <param name="Place">1 and the number of acceptable students of higher priority who list it.</param>
/// <param name="Points">The score, where the opportunity scores students.</param>
/// <param name="Lottery">The number that breaks ties, 1 is best; <see langword="null"/> when it is not known how ties were broken.</param>
/// <param name="IsInputPlace">Whether that number is the place in the input, and not one that was drawn.</param>
public readonly record struct Standing(int Place, double? Points, int? Lottery, bool IsInputPlace = false)
{
    /// <summary>The priority alone, such as <c>45 points</c> or <c>priority place 3</c>.</summary>
    public string Priority => Points is { } points
        ? $"{points.ToString(CultureInfo.InvariantCulture)} {(points == 1 ? "point" : "points")}"
        : $"priority place {Place.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Such as <c>45 points, lottery number 12</c>.</summary>
    public override string ToString() =>
        Lottery is { } number ? $"{Priority}, {Called(IsInputPlace)} {number.ToString(CultureInfo.InvariantCulture)}" : Priority;

    internal static string Called(bool isInputPlace) => isInputPlace ? "place in the input" : "lottery number";
}
