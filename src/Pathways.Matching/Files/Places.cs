using System.Text;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>Finds the line and column of bytes of a file. Only needed when something is wrong, so it reads the file once more.</summary>
internal static class Places
{
    /// <summary>Line and column, from 1, of each byte position; (0, 0) for a negative one. Columns count characters.</summary>
    public static (int Line, int Column)[] Locate(Stream file, IReadOnlyList<long> offsets)
    {
        var places = new (int, int)[offsets.Count];
        var order = Enumerable.Range(0, offsets.Count).Where(i => offsets[i] >= 0).OrderBy(i => offsets[i]).ToArray();
        using var stream = new BufferedStream(file, 1 << 16);
        var (line, column, at) = (1, 1, 0L);
        var done = 0;
        for (var next = stream.ReadByte(); done < order.Length; next = stream.ReadByte())
        {
            while (done < order.Length && (offsets[order[done]] <= at || next < 0))
            {
                places[order[done++]] = (line, column);
            }

            if (next == '\n')
            {
                (line, column) = (line + 1, 1);
            }
            else if (!IsWithinCharacter(next, at))
            {
                column++;
            }

            at++;
        }

        return places;
    }

    /// <summary>Faults as errors of a file, in the order of their places.</summary>
    public static ImmutableArray<InputError> Errors(string path, JsonInput input, IReadOnlyList<ProblemFault> all)
    {
        if (all.Count == 0)
        {
            return [];
        }

        var places = Locate(input.Open(), [.. all.Select(fault => fault.Offset)]);
        return [.. all.Zip(places, (fault, place) => new InputError(path, place.Line, place.Column, fault.Code, fault.Message))];
    }

    // Bytes after the first of a character, and the byte order mark at the start, take no column.
    private static bool IsWithinCharacter(int next, long at) =>
        (next & 0xC0) == 0x80 || (at == 0 && next == Encoding.UTF8.Preamble[0]);
}
