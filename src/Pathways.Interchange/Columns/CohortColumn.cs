namespace Pathways.Interchange.Columns;

/// <summary>One column of a cohort file: the single source for the reader, the writer and the documentation.</summary>
/// <param name="index">The place in the documented order, from 0.</param>
/// <param name="name">The name in the header.</param>
/// <param name="isRequired">Whether the column and every cell of it must be there.</param>
/// <param name="showing">How much of a cell a message may repeat.</param>
/// <param name="faults">What can be wrong with a cell, besides being missing.</param>
internal sealed class CohortColumn(int index, string name, bool isRequired, Showing showing, params ImmutableArray<string> faults)
{
    public int Index => index;

    public string Name => name;

    public bool IsRequired => isRequired;

    public Showing Showing => showing;

    public ImmutableArray<string> Faults => faults;

    public static CohortColumn Required(int index, string name, params ImmutableArray<string> faults) =>
        new(index, name, isRequired: true, Showing.Value, faults);

    public static CohortColumn Optional(int index, string name, params ImmutableArray<string> faults) =>
        new(index, name, isRequired: false, Showing.Value, faults);

    /// <summary>The same column, its cells never repeated.</summary>
    public CohortColumn Personal() => new(index, name, isRequired, Showing.Shape, faults);

    /// <summary>The same column, near personal ones whose cells a lost or stray comma moves here.</summary>
    public CohortColumn BesidePersonal() => new(index, name, isRequired, Showing.ValueUnlessShifted, faults);

    public override string ToString() => name;
}
