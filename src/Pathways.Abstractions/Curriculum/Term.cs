namespace Pathways;

/// <summary>A part of the school year, as it comes again every year.</summary>
/// <param name="Id">Which term.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Starts">Its first day.</param>
/// <param name="Ends">Its last day; one before <paramref name="Starts"/> lies in the next calendar year.</param>
public sealed record Term(TermId Id, string Title, AnnualDate Starts, AnnualDate Ends)
{
    /// <summary>The days of the term in one school year.</summary>
    /// <param name="year">Which school year.</param>
    /// <param name="yearStarts">The first day of school years.</param>
    public DateInterval In(SchoolYear year, AnnualDate yearStarts)
    {
        var first = Starts.InYear(Starts >= yearStarts ? year.StartsIn : year.StartsIn + 1);
        var last = Ends.InYear(first.Year);
        return new(first, last < first ? Ends.InYear(first.Year + 1) : last);
    }
}
