using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pathways.Matching.Files;

/// <summary>Writes one JSON object whose long lists have one entry a line, so that people can read and compare it.</summary>
internal sealed class JsonLines : IDisposable
{
    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private bool _anyField;

    public JsonLines(Stream stream)
    {
        _stream = stream;
        _json = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public void Open(string format)
    {
        Text("{");
        Field("format", json => json.WriteStringValue(format));
    }

    /// <summary>A field with a value on one line.</summary>
    public void Field(string name, Action<Utf8JsonWriter> value)
    {
        Name(name);
        value(_json);
        Drain();
    }

    /// <summary>A field with a list, one entry a line.</summary>
    public void List<T>(string name, IEnumerable<T> entries, Action<Utf8JsonWriter, T> write)
    {
        Name(name);
        Text("[");
        var separator = "\n    ";
        foreach (var entry in entries)
        {
            Text(separator);
            write(_json, entry);
            Drain();
            separator = ",\n    ";
        }

        Text(separator[0] == ',' ? "\n  ]" : "]");
    }

    public void Close()
    {
        Text("\n}\n");
        _stream.Write(_buffer.WrittenSpan);
        _buffer.Clear();
        _stream.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void Name(string name)
    {
        Text(_anyField ? ",\n  " : "\n  ");
        _anyField = true;
        Text($"\"{name}\": ");
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _buffer);

    private void Drain()
    {
        _json.Flush();
        _json.Reset();
        if (_buffer.WrittenCount > 1 << 16)
        {
            _stream.Write(_buffer.WrittenSpan);
            _buffer.Clear();
        }
    }
}
