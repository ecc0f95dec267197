using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Pathways.Cli;

/// <summary>Where the command writes: results to standard output, everything else to standard error.</summary>
internal sealed class Terminal
{
    private const int PlainWidth = 120;
    private readonly TextWriter _output;

    private Terminal(TextWriter output, TextWriter error, Stream? rawOutput, bool isPlain)
    {
        (Output, Error) = (Console(output, isPlain), Console(error, isPlain));
        (_output, RawOutput) = (output, rawOutput);
        (OutputText, ErrorText) = (new PrintableWriter(output), new PrintableWriter(error));
    }

    /// <summary>Results, with tables.</summary>
    public IAnsiConsole Output { get; }

    /// <summary>Progress and messages.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Results, in plain lines.</summary>
    public TextWriter OutputText { get; }

    /// <summary>Messages, in plain lines.</summary>
    public TextWriter ErrorText { get; }

    private Stream? RawOutput { get; }

    /// <summary>The terminal, or the files, of this process.</summary>
    public static Terminal OfProcess() =>
        new(System.Console.Out, System.Console.Error, System.Console.OpenStandardOutput(), isPlain: false);

    /// <summary>A terminal that only writes text down.</summary>
    public static Terminal Of(TextWriter output, TextWriter error) => new(output, error, rawOutput: null, isPlain: true);

    /// <summary>Writes bytes of UTF-8 to standard output.</summary>
    public void WriteBytes(Action<Stream> write)
    {
        if (RawOutput is not null)
        {
            _output.Flush();
            using var buffered = new BufferedStream(RawOutput, 1 << 16);
            write(buffered);
            buffered.Flush();
            return;
        }

        using var memory = new MemoryStream();
        write(memory);
        _output.Write(System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
    }

    /// <summary>Writes one JSON value and a line end to standard output.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => WriteBytes(stream =>
    {
        JsonSerializer.Serialize(stream, value, type);
        stream.WriteByte((byte)'\n');
    });

    /// <summary>Writes a line of results, coloured on a terminal; elsewhere plain, and never wrapped.</summary>
    public void WriteLine(string text, Style style)
    {
        if (!Output.Profile.Capabilities.Ansi || !Output.Profile.Out.IsTerminal)
        {
            OutputText.WriteLine(text);
            return;
        }

        Output.Write(new Text(string.Concat(text.Select(PrintableWriter.Printable)), style));
        Output.WriteLine();
    }

    /// <summary>Does some work; says so while it lasts, where somebody is looking.</summary>
    public T Working<T>(string what, bool quiet, Func<T> work)
    {
        if (quiet || !Error.Profile.Out.IsTerminal || !Error.Profile.Capabilities.Interactive)
        {
            return work();
        }

        return Error.Status().Start(Markup.Escape(what), _ => work());
    }

    private static IAnsiConsole Console(TextWriter writer, bool isPlain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isPlain || !console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
            console.Profile.Capabilities.Ansi = false;
        }

        return console;
    }
}
