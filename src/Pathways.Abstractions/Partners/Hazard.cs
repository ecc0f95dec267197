namespace Pathways;

/// <summary>A kind of work that federal law calls too hazardous for people under 18.</summary>
/// <remarks>
/// The 17 non-agricultural hazardous occupations orders of 29 CFR 570. Work outside them may still be barred by a state or by
/// the age of the student; a hazard that is not in this list is taken to bar everybody under 18.
/// </remarks>
/// <param name="Id">The code used in files, such as <c>ho-05</c>.</param>
/// <param name="Name">What the order is about.</param>
/// <param name="HasStudentLearnerExemption">Whether a student-learner of 16 or 17 may do it under the conditions of 29 CFR 570.50(c).</param>
public sealed record Hazard(HazardId Id, string Name, bool HasStudentLearnerExemption)
{
    /// <summary>The orders, by number.</summary>
    public static ImmutableArray<Hazard> All { get; } =
    [
        Order(1, "Explosives"),
        Order(2, "Motor-vehicle driving and outside helper"),
        Order(3, "Coal mining"),
        Order(4, "Forestry, logging and sawmilling"),
        Order(5, "Power-driven woodworking machines", exempt: true),
        Order(6, "Radioactive substances"),
        Order(7, "Power-driven hoisting apparatus and forklifts"),
        Order(8, "Power-driven metal-forming, punching and shearing machines", exempt: true),
        Order(9, "Mining other than coal"),
        Order(10, "Meat and poultry slaughtering, packing and processing", exempt: true),
        Order(11, "Bakery machines"),
        Order(12, "Balers, compactors and paper-products machines", exempt: true),
        Order(13, "Brick, tile and kindred products"),
        Order(14, "Circular, band and chain saws, guillotine shears and abrasive discs", exempt: true),
        Order(15, "Wrecking, demolition and shipbreaking"),
        Order(16, "Roofing", exempt: true),
        Order(17, "Excavation", exempt: true),
    ];

    /// <summary>The order with a code, or <see langword="null"/>.</summary>
    /// <param name="id">A code such as <c>ho-05</c>.</param>
    public static Hazard? Find(HazardId id) => All.FirstOrDefault(hazard => hazard.Id == id);

    private static Hazard Order(int number, string name, bool exempt = false) => new(HazardId.From($"ho-{number:00}"), name, exempt);
}
