namespace Pathways.Curriculum;

/// <summary>When the activities of a scope may be done, as days that grow from grade to grade.</summary>
internal sealed class ScopeWindows
{
    private const int DaysOfGrade = 1_000; // more than a year has, so that grades never overlap
    private static readonly SchoolYear SomeYear = new(2026); // windows come again every year; a leap day moves none past another

    private readonly ScopeAndSequence _scope;
    private readonly ScopeNotes _notes;
    private readonly Dictionary<TermId, (int First, int Last)> _terms = [];
    private readonly bool _areTermsSure;

    public ScopeWindows(ScopeAndSequence scope, ScopeNotes notes)
    {
        (_scope, _notes) = (scope, notes);
        _areTermsSure = Enumerable.Range(0, scope.Terms.Length).All(i => notes.IsSure(ScopePlace.Terms, i, "id", "starts", "ends"))
            && notes.IsSure("", -1, "yearStarts");
        foreach (var term in scope.Terms)
        {
            _terms.TryAdd(term.Id, DaysOf(term, scope.YearStarts));
        }
    }

    /// <summary>The first and the last day of a term, counted from the first day of the school year.</summary>
    public static (int First, int Last) DaysOf(Term term, AnnualDate yearStarts)
    {
        var year = yearStarts.InYear(SomeYear.StartsIn);
        var days = term.In(SomeYear, yearStarts);
        return (Period.DaysBetween(year, days.Start), Period.DaysBetween(year, days.End));
    }

    /// <summary>The days of the school year.</summary>
    public static int DaysOfYear(AnnualDate yearStarts) =>
        Period.DaysBetween(yearStarts.InYear(SomeYear.StartsIn), yearStarts.InYear(SomeYear.StartsIn + 1));

    /// <summary>Whether there is such a term.</summary>
    public bool Knows(TermId term) => _terms.ContainsKey(term);

    /// <summary>The first and the last day on which an activity may be done; null where its grades or terms are in doubt.</summary>
    public (int First, int Last)? Of(int index)
    {
        var activity = _scope.Activities[index];
        if (!_areTermsSure || !_notes.IsSure(index, "grade", "firstGrade", "lastGrade", "opens", "closes") || activity.FirstGrade > activity.LastGrade)
        {
            return null;
        }

        var (opens, closes) = (Term(activity.Opens), Term(activity.Closes));
        var first = (DaysOfGrade * Position(activity.FirstGrade)) + (opens?.First ?? 0);
        var last = (DaysOfGrade * Position(activity.LastGrade)) + (closes?.Last ?? DaysOfYear(_scope.YearStarts) - 1);
        return first <= last ? (first, last) : null;
    }

    /// <summary>The days of a term, where it is known.</summary>
    public (int First, int Last)? Term(TermId? term) => term is { } id && _terms.TryGetValue(id, out var days) ? days : null;

    private static int Position(GradeLevel grade) => GradeLevel.All.IndexOf(grade);
}
