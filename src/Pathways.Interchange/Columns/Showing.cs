namespace Pathways.Interchange.Columns;

/// <summary>How much of a cell a message may repeat.</summary>
internal enum Showing
{
    /// <summary>What it says.</summary>
    Value,

    /// <summary>What it says, unless it has so many digits that it may be a personal cell from the next column.</summary>
    ValueUnlessShifted,

    /// <summary>Never what it says, only its form.</summary>
    Shape,
}
