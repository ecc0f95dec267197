using System.Text;
using Pathways.Interchange.Columns;

namespace Pathways.Interchange.Writing;

/// <summary>Writes the files of a cohort beside the old ones, then puts them in their place.</summary>
internal static class CohortWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(Cohort cohort, string folder, CancellationToken cancellationToken)
    {
        ThrowIfInexpressible(cohort);
        Directory.CreateDirectory(folder);
        WholeFile.Write(
            [
                Written(StudentColumns.File, cohort.Students.Select(CohortRows.Of)),
                Written(PartnerColumns.File, cohort.Partners.Select(CohortRows.Of)),
                Written(OpportunityColumns.File, cohort.Opportunities.Select(CohortRows.Of)),
                Written(PreferenceColumns.File, cohort.Preferences.Select(CohortRows.Of)),

                // Written even without rows, so that the priorities of an earlier cohort do not stay behind.
                Written(PriorityColumns.File, cohort.Priorities.Select(CohortRows.Of)),
            ],
            cancellationToken);

        (string, Action<Stream>) Written(CohortFile file, IEnumerable<string[]> rows) => (Path.Join(folder, file.FileName), stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
            CsvTable.Write(writer, [.. file.Columns.Select(column => column.Name)], Checked(file, rows), cancellationToken);
        });
    }

    private static void ThrowIfInexpressible(Cohort cohort)
    {
        foreach (var opportunity in cohort.Opportunities)
        {
            if (opportunity.Worksite is { } worksite && worksite.Partner != opportunity.Partner)
            {
                throw new ArgumentException(
                    $"Opportunity {opportunity.Id} of partner {opportunity.Partner} is at worksite {worksite.Id} of partner "
                    + $"{worksite.Partner}; a cohort folder knows only worksites of the partner itself.",
                    nameof(cohort));
            }
        }
    }

    private static IEnumerable<string[]> Checked(CohortFile file, IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (!IsText(row[i]))
                {
                    throw new ArgumentException(
                        $"The {file.Columns[i]} of {file.Name} has a NUL or half a surrogate pair, which no file of text can hold. "
                        + "Maybe binary data was taken for text.");
                }
            }

            yield return row;
        }
    }

    private static bool IsText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done || rune.Value == 0)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
