using CsvHelper;
using Pathways.Interchange.Text;

namespace Pathways.Interchange;

/// <summary>Writes tables that every spreadsheet opens and none runs.</summary>
/// <remarks>
/// RFC 4180 with LF line ends. A text that a spreadsheet would run as a formula (it starts with <c>= + - @</c>, a tab or a
/// carriage return, and is no plain number) or whose surrounding white space a reader would lose gets one apostrophe in front;
/// <see cref="CohortFolder.Read"/> takes exactly that apostrophe away.
/// </remarks>
public static class CsvTable
{
    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ',',
        HasHeader = true,
        NewLine = "\n",
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        ValidateFieldCount = true,
    };

    /// <summary>Writes a header and the rows below it; leaves the writer open.</summary>
    /// <param name="writer">Where to; for a file, a writer of UTF-8 without a byte order mark.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the header.</exception>
    public static void Write(
        TextWriter writer,
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        Write(csv, header);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Count != header.Count)
            {
                throw new ArgumentException(
                    $"A row has {row.Count} cells where the header has {header.Count}: {string.Join(',', header)}.", nameof(rows));
            }

            Write(csv, row);
        }

        csv.Flush();
    }

    private static void Write(CsvWriter csv, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            csv.WriteField(FormulaGuard.Put(cells[i]));
        }

        csv.EndRecord();
    }
}
