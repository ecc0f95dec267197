using Pathways.Interchange.Writing;

namespace Pathways.Interchange;

/// <summary>A cohort as a folder of CSV files: what a district exports from its own systems.</summary>
/// <remarks>The files and their columns are described in <c>docs/formats/cohort.md</c>.</remarks>
public static class CohortFolder
{
    /// <summary>Writes a cohort as the files of a folder, which <c>Read</c> reads back as the same cohort.</summary>
    /// <remarks>
    /// UTF-8 without a byte order mark, LF line ends, columns in the documented order, rows in the order of the cohort; the same
    /// cohort gives the same bytes. No cell is run by a spreadsheet, see <see cref="CsvTable"/>. Each file is replaced as a
    /// whole, after all were written; other files of the folder stay. Birth dates and homes are written out: the folder is as
    /// personal as the system it came from.
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
