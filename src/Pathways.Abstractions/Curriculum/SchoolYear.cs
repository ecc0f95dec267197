namespace Pathways;

/// <summary>A school year, known by the calendar year in which it starts: 2026 is 2026-27.</summary>
/// <param name="StartsIn">The calendar year in which it starts.</param>
public readonly record struct SchoolYear(int StartsIn) : IComparable<SchoolYear>
{
    /// <summary>The first of July, from which a school year counts where nothing else is said.</summary>
    public static AnnualDate DefaultStart { get; } = new(7, 1);

    /// <summary>The school year in which a day lies.</summary>
    /// <param name="day">The day.</param>
    /// <param name="yearStarts">The first day of school years.</param>
    public static SchoolYear Of(LocalDate day, AnnualDate yearStarts) => new(day >= yearStarts.InYear(day.Year) ? day.Year : day.Year - 1);

    /// <summary>The school year so many years later.</summary>
    /// <param name="years">How many; negative for earlier ones.</param>
    public SchoolYear Plus(int years) => new(StartsIn + years);

    /// <summary>Compares by time.</summary>
    /// <param name="other">The year to compare with.</param>
    public int CompareTo(SchoolYear other) => StartsIn.CompareTo(other.StartsIn);

    /// <summary>Such as <c>2026-27</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{StartsIn}-{(StartsIn + 1) % 100:00}");

    /// <summary>Whether the left year is earlier.</summary>
    public static bool operator <(SchoolYear left, SchoolYear right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left year is later.</summary>
    public static bool operator >(SchoolYear left, SchoolYear right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left year is earlier, or the same.</summary>
    public static bool operator <=(SchoolYear left, SchoolYear right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left year is later, or the same.</summary>
    public static bool operator >=(SchoolYear left, SchoolYear right) => left.CompareTo(right) >= 0;
}
