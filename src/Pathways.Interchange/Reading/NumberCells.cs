using System.Globalization;
using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>The cells that are numbers, points and stretches of days.</summary>
internal static class NumberCells
{
    /// <summary>A whole number between two bounds, both included.</summary>
    public static int? Whole(this CellReader cells, CohortColumn column, int least, int most = int.MaxValue)
    {
        if (cells.Text(column) is not { } text)
        {
            return null;
        }

        var digits = text is ['-' or '+', ..] ? text.AsSpan(1) : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            cells.Refuse(column, Fault.Malformed,
                $"{CellReader.Named(column, text)} is no whole number. Expected digits alone, such as 12, without commas or decimals.");
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        cells.Refuse(column, Fault.OutOfRange,
            $"{CellReader.Named(column, text)} is out of range. Expected a whole number from {Numbers.Format(least)} to {Numbers.Format(most)}.");
        return null;
    }

    /// <summary>A number between two bounds, both included.</summary>
    public static double? Number(this CellReader cells, CohortColumn column, double least, double most, string expected)
    {
        if (cells.Text(column) is not { } text)
        {
            return null;
        }

        if (!Numbers.TryDouble(text, out var number))
        {
            cells.Refuse(column, Fault.Malformed,
                $"{CellReader.Named(column, text)} is no number. Expected {expected}, with a point for the decimals."
                + (text.Contains(',', StringComparison.Ordinal) ? " Maybe the comma is a decimal comma; write a point." : ""));
            return null;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        cells.Refuse(column, Fault.OutOfRange, $"{CellReader.Named(column, text)} is out of range. Expected {expected}.");
        return null;
    }

    /// <summary>A point of two cells: both are there or neither.</summary>
    public static GeoPoint? Point(this CellReader cells, CohortColumn latitude, CohortColumn longitude)
    {
        var north = cells.Number(latitude, -90, 90, "degrees from -90 to 90, such as 42.3459");
        var east = cells.Number(longitude, -180, 180, "degrees from -180 to 180, such as -71.5523");
        cells.RefuseHalf(latitude, longitude, "Maybe the other coordinate was lost; give both or neither.");
        return north is { } a && east is { } b ? new GeoPoint(a, b) : null;
    }

    /// <summary>The days from one cell to another, both included.</summary>
    public static DateInterval? Days(this CellReader cells, CohortColumn start, CohortColumn end)
    {
        var first = cells.Day(start);
        var last = cells.Day(end);
        if (first is not { } from || last is not { } to)
        {
            return null;
        }

        if (from <= to)
        {
            return new DateInterval(from, to);
        }

        cells.Refuse(end, Fault.BeforeStart,
            $"{CellReader.Named(end, cells.Peek(end)!)} is before {CellReader.Named(start, cells.Peek(start)!)}. Maybe the two were exchanged.");
        return null;
    }

    /// <summary>Reports a cell that means nothing without another one.</summary>
    public static void RefuseHalf(this CellReader cells, CohortColumn one, CohortColumn other, string hint)
    {
        if (cells.IsEmpty(one) != cells.IsEmpty(other))
        {
            var (given, missing) = cells.IsEmpty(one) ? (other, one) : (one, other);
            cells.Refuse(given, Fault.Incomplete, $"There is a {given}, but no {missing}. {hint}");
        }
    }
}
