namespace Pathways.Curriculum;

/// <summary>An assessment of the conditions that help students onto pathways: three settings by three conditions each, on one day.</summary>
/// <remarks>
/// Conditions act in the family, in school and in the wider community. Which nine are chosen is up to the region; cells that nobody
/// named yet are there and stay visible as such.
/// </remarks>
public sealed record ConditionGrid
{
    /// <summary>How many settings there are, and how many conditions in each.</summary>
    public const int Side = 3;

    /// <summary>The region that is assessed.</summary>
    public required RegionId Region { get; init; }

    /// <summary>The day of the assessment.</summary>
    public required LocalDate AssessedOn { get; init; }

    /// <summary>What the three settings are called, one for each row.</summary>
    public ImmutableArray<string> Settings { get; init => field = value.IsDefault ? [] : value; } = ["Family", "School", "Wider community"];

    /// <summary>The cells that were named or rated; at most one for each row and column.</summary>
    public ImmutableArray<ConditionCell> Cells { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>A grid to start from: three conditions as examples, six cells for the region to name.</summary>
    /// <param name="region">The region.</param>
    /// <param name="on">The day of the assessment.</param>
    public static ConditionGrid Start(RegionId region, LocalDate on) => new()
    {
        Region = region,
        AssessedOn = on,
        Cells =
        [
            new(1, 1) { Condition = "Financial-aid information campaigns with students and families" },
            new(2, 1) { Condition = "Early STEM learning opportunities" },
            new(3, 1) { Condition = "Existence of internships or job-shadow programs" },
        ],
    };

    /// <summary>All nine cells, row by row; an empty one where nobody named it.</summary>
    public ImmutableArray<ConditionCell> All =>
    [
        .. from row in Enumerable.Range(1, Side)
           from column in Enumerable.Range(1, Side)
           select Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column) ?? new ConditionCell(row, column),
    ];

    /// <summary>Everything that is missing for a full assessment, cell by cell; each no names its setting.</summary>
    public ImmutableArray<Refusal> Missing => [.. All.SelectMany(MissingIn)];

    /// <summary>
    /// Where effort goes first: named cells that are not established yet and whose feasibility and impact were judged, by the product of the two,
    /// then by how many groups they remove barriers for, then by place.
    /// </summary>
    public ImmutableArray<ConditionCell> Priorities =>
    [
        .. All.Where(cell => cell is { Condition: not null, Feasibility: not null, Impact: not null } && cell.Rating is null or < QualityRating.Established)
            .OrderByDescending(cell => cell.Feasibility * cell.Impact).ThenByDescending(cell => cell.RemovesBarriersFor.Length),
    ];

    private IEnumerable<Refusal> MissingIn(ConditionCell cell)
    {
        var place = $"{Settings.ElementAtOrDefault(cell.Row - 1)}, condition {cell.Column}";
        if (cell.Condition is null)
        {
            yield return new("quality.condition-unnamed", $"{place}: nobody named a condition.");
            yield break;
        }

        if (cell.Rating is null)
        {
            yield return new("quality.condition-unrated", $"{place}, {cell.Condition}: not rated.");
        }
        else if (cell.Rating > QualityRating.NotInPlace && cell.Evidence.IsEmpty)
        {
            yield return new("quality.condition-evidence", $"{place}, {cell.Condition}: rated without evidence.");
        }

        if (cell.Owner is null)
        {
            yield return new("quality.condition-owner", $"{place}, {cell.Condition}: nobody answers for it.");
        }
    }
}

/// <summary>One condition of a grid.</summary>
/// <param name="Row">Its setting, from 1 to 3.</param>
/// <param name="Column">Its place within the setting, from 1 to 3.</param>
public sealed record ConditionCell(int Row, int Column)
{
    /// <summary>The condition; <see langword="null"/> while nobody named it.</summary>
    public string? Condition { get; init; }

    /// <summary>How far it is; <see langword="null"/> while it is not rated.</summary>
    public QualityRating? Rating { get; init; }

    /// <summary>What the rating rests on.</summary>
    public ImmutableArray<string> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who answers for it.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>How feasible a change is, 1 to 5; <see langword="null"/> while not judged.</summary>
    public int? Feasibility { get; init; }

    /// <summary>How much a change would do, 1 to 5; <see langword="null"/> while not judged.</summary>
    public int? Impact { get; init; }

    /// <summary>The groups of the district's policy for which it removes barriers.</summary>
    public ImmutableArray<PriorityGroupId> RemovesBarriersFor { get; init => field = value.IsDefault ? [] : value; } = [];
}
