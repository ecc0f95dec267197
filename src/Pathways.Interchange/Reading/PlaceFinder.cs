namespace Pathways.Interchange.Reading;

/// <summary>Turns offsets into a file of UTF-8 into lines and columns.</summary>
/// <remarks>
/// CR, LF and CR LF end a line, also inside quotes, as they do in an editor; a column counts characters (Unicode scalar values).
/// Places of one row that are asked for from left to right cost no more than the row, however many they are.
/// </remarks>
internal sealed class PlaceFinder(byte[] bytes)
{
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The place of an offset in a row that starts at the beginning of a line.</summary>
    public FilePlace Find(int rowLine, int rowOffset, int offset)
    {
        if (_offset < rowOffset || _offset > offset)
        {
            (_offset, _line, _column) = (rowOffset, rowLine, 1);
        }

        for (; _offset < offset; _offset++)
        {
            switch (bytes[_offset])
            {
                case (byte)'\r' when _offset + 1 < bytes.Length && bytes[_offset + 1] == '\n':
                    break;
                case (byte)'\r' or (byte)'\n':
                    _line++;
                    _column = 1;
                    break;
                case var unit when (unit & 0xC0) != 0x80: // not the inside of a character
                    _column++;
                    break;
            }
        }

        return new(_line, _column);
    }
}
