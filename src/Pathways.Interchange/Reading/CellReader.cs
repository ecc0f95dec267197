using NodaTime.Text;
using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>What the cells of a row mean; whatever means nothing is reported at its place.</summary>
/// <remarks>A method gives null for an empty cell as for a faulty one; whether the row is faulty is <see cref="HasFailed"/>.</remarks>
internal sealed class CellReader(Sheet sheet, Findings findings, int[] fields)
{
    private long _errorsBefore;

    public int Line => sheet.Line;

    /// <summary>How many errors the file has so far.</summary>
    public long ErrorCount => findings.ErrorCount;

    /// <summary>Whether anything of the current row is wrong.</summary>
    public bool HasFailed => findings.ErrorCount > _errorsBefore;

    /// <summary>Whether the cells may be in the wrong columns, so that nothing but the name of the row is taken from them.</summary>
    public bool IsBroken => sheet.IsBroken;

    public bool Next(CancellationToken cancellationToken)
    {
        _errorsBefore = findings.ErrorCount;
        return sheet.Next(cancellationToken);
    }

    public void Refuse(CohortColumn column, string fault, string message) =>
        findings.Error(sheet.PlaceOf(fields[column.Index]), sheet.File.Code(column, fault), message);

    /// <summary>The column and what its cell says; where that is or may be personal, only of what form it is.</summary>
    public static string Named(CohortColumn column, string text) => column.Showing switch
    {
        Showing.Shape => $"This {column} of the form {Shape.Quote(text)} (personal, so not shown)",
        Showing.ValueUnlessShifted when Shape.MayBePersonal(text) =>
            $"This {column} of the form {Shape.Quote(text)} (not shown, since it may be a personal cell from another column)",
        _ => $"{column} {Shown.Quote(text)}",
    };

    /// <summary>The text of a cell, reporting nothing; <see langword="null"/> when there is none.</summary>
    public string? Peek(CohortColumn column)
    {
        var field = fields[column.Index];
        return field < 0 || field >= sheet.FieldCount || sheet.IsUnreadable(field) ? null : NotEmpty(FormulaGuard.Remove(sheet.Cell(field)));
    }

    /// <summary>Whether there is nothing in a cell; one that cannot be read is not empty.</summary>
    public bool IsEmpty(CohortColumn column) =>
        Peek(column) is null && (fields[column.Index] < 0 || !sheet.IsUnreadable(fields[column.Index]));

    public string? Text(CohortColumn column)
    {
        var text = Peek(column);
        var field = fields[column.Index];
        if (text is null && column.IsRequired && field >= 0 && !sheet.IsUnreadable(field))
        {
            findings.Error(
                sheet.PlaceOf(field), sheet.File.Code("cell.missing"),
                $"There is no {column}, and every row of {sheet.File.FileName} needs one. Maybe the row was left unfinished.");
        }

        return text;
    }

    public TId? Id<TId>(CohortColumn column)
        where TId : struct, IIdentifier<TId> =>
        Text(column) is { } text && IsId(column, text) ? TId.From(text) : null;

    public ImmutableArray<TId> Ids<TId>(CohortColumn column)
        where TId : struct, IIdentifier<TId> =>
        Text(column) is { } text ? [.. ListText.Split(text).Where(item => IsId(column, item)).Select(TId.From)] : [];

    public GradeLevel? Grade(CohortColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (GradeLevel.TryParse(text, out var grade))
        {
            return grade;
        }

        Refuse(column, Fault.Malformed,
            $"{Named(column, text)} is no grade level. Expected one of {string.Join(' ', GradeLevel.All)}, such as 9 for ninth grade.");
        return null;
    }

    public LocalDate? Day(CohortColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
        {
            return day;
        }

        Refuse(column, Fault.Malformed,
            $"{Named(column, text)} is no day. Expected year-month-day, such as 2026-09-01. "
            + "Maybe a spreadsheet changed it; format the column as text or as yyyy-mm-dd.");
        return null;
    }

    public WeeklyHours? Hours(CohortColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return WeeklyHours.Of();
        }

        if (WeeklyHours.TryParse(text, provider: null, out var hours) && !hours.Stretches.IsEmpty)
        {
            return hours;
        }

        Refuse(column, Fault.Malformed,
            $"{Named(column, text)} are no times of the week. Expected something like \"Mon-Thu 14:00-17:30; Sat 09:00-12:00\", "
            + "or none for no time at all.");
        return null;
    }

    public bool? Truth(CohortColumn column)
    {
        switch (Text(column)?.ToUpperInvariant())
        {
            case null:
                return null;
            case "TRUE" or "YES" or "1":
                return true;
            case "FALSE" or "NO" or "0":
                return false;
            case var text:
                Refuse(column, Fault.Malformed, $"{Named(column, text)} is neither true nor false. Expected true, false, yes, no, 1 or 0.");
                return null;
        }
    }

    private bool IsId(CohortColumn column, string text)
    {
        if (Identifier.Fault(text) is null)
        {
            return true;
        }

        Refuse(column, Fault.TooLong,
            $"{Named(column, text)} is too long; an identifier has at most {Identifier.MaximumLength} characters. "
            + "Maybe a description is in the wrong column.");
        return false;
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
