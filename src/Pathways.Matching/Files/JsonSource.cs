using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Pathways.Matching.Files;

/// <summary>Reads JSON tokens from a stream of any length with a small buffer, and knows the byte each token starts at.</summary>
internal sealed class JsonSource(Stream stream, CancellationToken cancellationToken)
{
    private const int LongestToken = 1 << 26;
    private byte[] _buffer = new byte[1 << 17];
    private int _filled;
    private long _base;
    private bool _isFinal;
    private char[] _text = new char[256];
    private byte[] _utf8 = [];

    /// <summary>A reader at the start; a byte order mark is passed over.</summary>
    public Utf8JsonReader Start()
    {
        Fill();
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var skip = _buffer.AsSpan(0, _filled).StartsWith(mark) ? mark.Length : 0;
        _base = skip;
        _buffer.AsSpan(skip, _filled - skip).CopyTo(_buffer);
        _filled -= skip;
        return new(_buffer.AsSpan(0, _filled), _isFinal, new JsonReaderState(new() { MaxDepth = 64 }));
    }

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="JsonException">The text is not JSON, or ends too early.</exception>
    public bool Next(ref Utf8JsonReader reader)
    {
        while (!reader.Read())
        {
            if (_isFinal)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var consumed = (int)reader.BytesConsumed;
            _buffer.AsSpan(consumed, _filled - consumed).CopyTo(_buffer);
            _filled -= consumed;
            _base += consumed;
            if (_filled == _buffer.Length)
            {
                if (_filled >= LongestToken)
                {
                    throw new JsonException($"A single text or number is longer than {LongestToken} bytes. Maybe a closing quote is missing.");
                }

                Array.Resize(ref _buffer, 2 * _buffer.Length);
            }

            Fill();
            reader = new(_buffer.AsSpan(0, _filled), _isFinal, reader.CurrentState);
        }

        return true;
    }

    /// <summary>The byte of the stream at which the current token starts.</summary>
    public long At(in Utf8JsonReader reader) => _base + reader.TokenStartIndex;

    /// <summary>The byte of the stream up to which the text was understood.</summary>
    public long Consumed(in Utf8JsonReader reader) => _base + reader.BytesConsumed;

    /// <summary>The text of the current string or property name, valid until the next call; null when it is not valid Unicode.</summary>
    public ReadOnlySpan<char> Text(in Utf8JsonReader reader, out bool isValid)
    {
        if (_text.Length < reader.ValueSpan.Length)
        {
            _text = new char[reader.ValueSpan.Length];
        }

        try
        {
            isValid = true;
            return _text.AsSpan(0, reader.CopyString(_text));
        }
        catch (InvalidOperationException)
        {
            isValid = false;
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>The same in UTF-8: where nothing is escaped it is the buffer itself, and valid until the next token.</summary>
    public ReadOnlySpan<byte> Utf8Text(in Utf8JsonReader reader, out bool isValid)
    {
        if (!reader.ValueIsEscaped)
        {
            isValid = Ascii.IsValid(reader.ValueSpan) || Utf8.IsValid(reader.ValueSpan);
            return reader.ValueSpan;
        }

        var text = Text(reader, out isValid);
        if (_utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    /// <summary>Passes over the value the reader stands on.</summary>
    public void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = reader.CurrentDepth;
        while (Next(ref reader) && reader.CurrentDepth > depth)
        {
        }
    }

    private void Fill()
    {
        while (_filled < _buffer.Length)
        {
            var read = stream.Read(_buffer, _filled, _buffer.Length - _filled);
            if (read == 0)
            {
                _isFinal = true;
                return;
            }

            _filled += read;
        }
    }
}
