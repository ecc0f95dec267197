using System.Globalization;
using System.Text;

namespace Pathways.Cli;

/// <summary>Writes text that no terminal obeys: what comes from files may hold control and direction characters.</summary>
internal sealed class PrintableWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>The character, or the replacement character where a terminal would obey it.</summary>
    public static char Printable(char c) => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c;

    public override void Write(char value) => inner.Write(value is '\n' or '\r' ? value : Printable(value));

    public override void Flush() => inner.Flush();
}
