namespace Pathways.Curriculum;

/// <summary>The first and last days of school years and of their terms, reckoned once.</summary>
internal sealed class SchoolDays
{
    /// <summary>The first day of the school year.</summary>
    public const int First = 0;

    /// <summary>The last day of the school year.</summary>
    public const int Last = 1;

    private const int YearsBefore = 20;
    private const int YearsAhead = 40;

    private readonly AnnualDate _yearStarts;
    private readonly ImmutableArray<Term> _terms;
    private readonly int _from;
    private readonly LocalDate[] _days;

    public SchoolDays(AnnualDate yearStarts, ImmutableArray<Term> terms, int around)
    {
        (_yearStarts, _terms) = (yearStarts, terms);
        _from = Math.Clamp(around, 1 + YearsBefore, 9_000) - YearsBefore;
        _days = new LocalDate[(YearsBefore + YearsAhead) * Kinds];
        for (var i = 0; i < _days.Length; i++)
        {
            _days[i] = Reckon(i % Kinds, _from + (i / Kinds));
        }
    }

    private int Kinds => 2 + (2 * _terms.Length);

    /// <summary>Which day is the first of a term.</summary>
    public static int FirstOf(int term) => 2 + (2 * term);

    /// <summary>Which day is the last of a term.</summary>
    public static int LastOf(int term) => 3 + (2 * term);

    public LocalDate Of(int kind, int year) =>
        (uint)(year - _from) < YearsBefore + YearsAhead ? _days[((year - _from) * Kinds) + kind] : Reckon(kind, year);

    private LocalDate Reckon(int kind, int year) => kind switch
    {
        First => _yearStarts.InYear(year),
        Last => _yearStarts.InYear(year + 1).PlusDays(-1),
        _ when kind % 2 == 0 => _terms[(kind / 2) - 1].In(new(year), _yearStarts).Start,
        _ => _terms[(kind / 2) - 1].In(new(year), _yearStarts).End,
    };
}
