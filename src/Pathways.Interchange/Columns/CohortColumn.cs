namespace Pathways.Interchange.Columns;

/// <summary>One column of a cohort file: the single source for the reader, the writer and the documentation.</summary>
/// <param name="index">The place in the documented order, from 0.</param>
/// <param name="name">The name in the header.</param>
/// <param name="isRequired">Whether the column and every cell of it must be there.</param>
/// <param name="isPersonal">Whether a message must not repeat the cell.</param>
/// <param name="faults">What can be wrong with a cell, besides being missing.</param>
internal sealed class CohortColumn(int index, string name, bool isRequired, bool isPersonal, params ImmutableArray<string> faults)
{
    public int Index => index;

    public string Name => name;

    public bool IsRequired => isRequired;

    public bool IsPersonal => isPersonal;

    public ImmutableArray<string> Faults => faults;

    public static CohortColumn Required(int index, string name, params ImmutableArray<string> faults) =>
        new(index, name, isRequired: true, isPersonal: false, faults);

    public static CohortColumn Optional(int index, string name, params ImmutableArray<string> faults) =>
        new(index, name, isRequired: false, isPersonal: false, faults);

    public static CohortColumn Personal(int index, string name, params ImmutableArray<string> faults) =>
        new(index, name, isRequired: false, isPersonal: true, faults);

    public override string ToString() => name;
}
