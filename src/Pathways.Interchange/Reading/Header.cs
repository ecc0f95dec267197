using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Which field of a file is which column.</summary>
internal static class Header
{
    private static readonly char[] OtherSeparators = [';', '\t', '|'];

    /// <returns>
    /// For each column of the file in the documented order its field, or -1; <see langword="null"/> when nothing can be said.
    /// </returns>
    public static int[]? Read(Sheet sheet, Findings findings, CancellationToken cancellationToken)
    {
        var file = sheet.File;
        if (!sheet.Next(cancellationToken) || (IsSeparatorHint(sheet) && !sheet.Next(cancellationToken)))
        {
            findings.Error(
                FilePlace.WholeFile, file.Code("file.empty"),
                $"{file.FileName} is empty. Expected a header row: {string.Join(',', file.Columns)}.");
            return null;
        }

        if (sheet.HasUnreadable || HasOtherSeparator(sheet, findings))
        {
            return null;
        }

        var fields = Enumerable.Repeat(-1, file.Columns.Length).ToArray();
        var unknown = new List<string>();
        sheet.Width = LastNamed(sheet) + 1;
        foreach (var (field, place) in sheet.Fields().Take(sheet.Width))
        {
            var name = sheet.Cell(field).Trim();
            var column = file.Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column is null)
            {
                unknown.Add(name);
                WarnOfUnknown(file, name, place, findings);
            }
            else if (fields[column.Index] >= 0)
            {
                findings.Error(
                    place, file.Code("column.duplicate"),
                    $"Column {column} is there twice. Maybe two exports were pasted side by side; keep one of the columns.");
            }
            else
            {
                fields[column.Index] = field;
            }
        }

        foreach (var column in file.Columns.Where(column => column.IsRequired && fields[column.Index] < 0))
        {
            findings.Error(
                FilePlace.WholeLine(sheet.Line), file.Code("column.missing"),
                $"There is no column {column}. "
                + (Closest.To(column.Name, unknown) is { } close
                    ? $"Maybe {Shown.Quote(close)} is meant; name it {column}."
                    : $"Expected at least {string.Join(',', file.Columns.Where(c => c.IsRequired))}."));
        }

        return fields;
    }

    // The line "sep=," that Excel takes as an instruction.
    private static bool IsSeparatorHint(Sheet sheet) =>
        sheet is { FieldCount: 2, HasUnreadable: false }
        && sheet.Cell(0).Trim().Equals("sep=", StringComparison.OrdinalIgnoreCase)
        && sheet.Cell(1).Length == 0;

    private static bool HasOtherSeparator(Sheet sheet, Findings findings)
    {
        if (sheet.FieldCount != 1 || sheet.Cell(0).IndexOfAny(OtherSeparators) is not (>= 0 and var at))
        {
            return false;
        }

        var separator = sheet.Cell(0)[at] == '\t' ? "tabs" : $"\"{sheet.Cell(0)[at]}\"";
        findings.Error(
            sheet.PlaceOf(0), sheet.File.Code("file.delimiter"),
            $"The cells are separated by {separator}; expected commas. Maybe the file was saved under another regional setting.");
        return true;
    }

    private static int LastNamed(Sheet sheet)
    {
        var last = sheet.FieldCount - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(sheet.Cell(last)))
        {
            last--;
        }

        return last;
    }

    private static void WarnOfUnknown(CohortFile file, string name, FilePlace place, Findings findings)
    {
        if (name.Length == 0)
        {
            findings.Warn(place, file.Code("column.unnamed"), "This column has no name and is ignored.");
            return;
        }

        var hint = Closest.To(name, file.Columns.Select(column => column.Name)) is { } close ? $" Maybe {close} is meant." : "";
        findings.Warn(
            place, file.Code("column.unknown"), $"Column {Shown.Quote(name)} is not part of {file.FileName} and is ignored.{hint}");
    }
}
