namespace Pathways.Curriculum.Tests.Quality;

public class ConditionGridTests
{
    private static readonly RegionId Metrowest = RegionId.From("metrowest");

    /// <summary>S115, S129, S131: nine conditions in family, school and wider community; S132 to S134: three of them named as examples.</summary>
    [Fact]
    public void A_grid_starts_with_three_examples_and_six_cells_to_name()
    {
        var grid = ConditionGrid.Start(Metrowest, new(2026, 1, 1));
        Assert.Equal(["Family", "School", "Wider community"], grid.Settings.AsEnumerable());
        Assert.Equal(9, grid.All.Length);
        Assert.Equal(
            [
                "Financial-aid information campaigns with students and families", "Early STEM learning opportunities",
                "Existence of internships or job-shadow programs",
            ],
            grid.All.Select(cell => cell.Condition).OfType<string>());
        Assert.Equal(6, grid.Missing.Count(reason => reason.Code == "quality.condition-unnamed"));
        Assert.Contains("School, condition 2: nobody named a condition.", grid.Missing.Select(reason => reason.Sentence));
    }

    /// <summary>S131: each condition is rated with evidence and has an owner, or the gap is listed (S135).</summary>
    [Fact]
    public void Everything_that_is_missing_is_listed()
    {
        var grid = new ConditionGrid
        {
            Region = Metrowest,
            AssessedOn = new(2026, 1, 1),
            Cells = [new(1, 1) { Condition = "Aid", Rating = QualityRating.Emerging }, new(1, 2) { Condition = "Reading", Rating = QualityRating.NotInPlace, Owner = ActorId.From("ann") }],
        };
        Assert.Equal(
            ["quality.condition-evidence", "quality.condition-owner", .. Enumerable.Repeat("quality.condition-unnamed", 7)],
            grid.Missing.Select(reason => reason.Code));
    }

    /// <summary>S117, S130, S131: effort goes to what is feasible and has impact, and to what removes barriers for most groups.</summary>
    [Fact]
    public void Priorities_go_by_feasibility_impact_and_groups()
    {
        var grid = new ConditionGrid
        {
            Region = Metrowest,
            AssessedOn = new(2026, 1, 1),
            Cells =
            [
                Cell(1, 1, 2, 5), Cell(1, 2, 5, 5), Cell(1, 3, 5, 2, "rural", "first-generation"), Cell(2, 1, 1, 1),
                Cell(2, 2, 5, 5) with { Rating = QualityRating.Established }, new(3, 1) { Condition = "Not judged" },
            ],
        };
        Assert.Equal([(1, 2), (1, 3), (1, 1), (2, 1)], grid.Priorities.Select(cell => (cell.Row, cell.Column)));
    }

    private static ConditionCell Cell(int row, int column, int feasibility, int impact, params string[] groups) => new(row, column)
    {
        Condition = $"{row}{column}", Feasibility = feasibility, Impact = impact, RemovesBarriersFor = [.. groups.Select(PriorityGroupId.From)],
    };
}
