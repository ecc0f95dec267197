using Pathways.Interchange.Reading;
using Pathways.Interchange.Writing;

namespace Pathways.Interchange;

/// <summary>A cohort as a folder of CSV files: what a district exports from its own systems.</summary>
/// <remarks>The files and their columns are described in <c>docs/formats/cohort.md</c>.</remarks>
public static class CohortFolder
{
    /// <summary>Reads a cohort from the files of a folder, or says everything that is wrong with them.</summary>
    /// <remarks>
    /// Lenient about how a file is written (byte order mark, line ends, order of columns, case of names, blank lines, spaces),
    /// strict about what it means. Every error of every file comes in one run, in the order of files, lines and columns; there
    /// is a cohort only when there is no error. Ten thousand errors are kept, and a last one says how many more there are; likewise
    /// with warnings. No message shows a birth date, a home or interests. Columns that are not known are ignored with a warning, so that names and
    /// demographics stay outside. A file that cannot be opened is an error like any other.
    /// </remarks>
    /// <param name="folder">The folder; errors name its files as <c>folder/students.csv</c>.</param>
    /// <param name="cancellationToken">Stops the reading between two rows.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Reading<Cohort> Read(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new CohortReader(folder, cancellationToken).Read();
    }

    /// <summary>Writes a cohort as the files of a folder, which <see cref="Read"/> reads back as the same cohort.</summary>
    /// <remarks>
    /// UTF-8 without a byte order mark, LF line ends, columns in the documented order, rows in the order of the cohort; the same
    /// cohort gives the same bytes. No cell is run by a spreadsheet, see <see cref="CsvTable"/>. Each file is replaced as a
    /// whole, after all were written; other files of the folder stay. Birth dates and homes are written out: the folder is as
    /// personal as the system it came from. What is read is also held against sense: a cohort in which somebody is younger than 3 or
    /// older than 30 when its first opportunity starts is written, but not read back.
    /// </remarks>
    /// <param name="cohort">What to write.</param>
    /// <param name="folder">The folder; made if there is none.</param>
    /// <param name="cancellationToken">Stops before the first file is replaced.</param>
    /// <exception cref="ArgumentException">
    /// A text has a NUL or half a surrogate pair, or an opportunity is at a worksite of another partner.
    /// </exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(Cohort cohort, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        CohortWriter.Write(cohort, folder, cancellationToken);
    }
}
