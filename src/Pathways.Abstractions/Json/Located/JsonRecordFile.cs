
namespace Pathways.Json;

/// <summary>Reads the JSON files of curricula, plans and the like: small enough to be held, and every fault is told with its place.</summary>
public static class JsonRecordFile
{
    private const int MaximumBytes = 1 << 28;
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file that is one object with a <c>format</c>.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="path">The file, as the caller names it.</param>
    /// <param name="kind">The first word of every code, such as <c>scope</c>.</param>
    /// <param name="format">What its <c>format</c> must say, such as <c>pathways/scope@1</c>.</param>
    /// <param name="read">Reads it and notes what is wrong; the value counts only when nothing is.</param>
    public static Reading<T> Read<T>(string path, string kind, string format, Func<JsonRecord, T?> read)
        where T : class => Bytes(path, kind, bytes => Parse(bytes, path, kind, format, read));

    /// <summary>Reads such an object from memory.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="kind">The first word of every code.</param>
    /// <param name="format">What its <c>format</c> must say.</param>
    /// <param name="read">Reads it and notes what is wrong; the value counts only when nothing is.</param>
    public static Reading<T> Parse<T>(ReadOnlySpan<byte> utf8, string name, string kind, string format, Func<JsonRecord, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var notes = new JsonNotes(name, kind);
        T? value = null;
        if (JsonTree.Read(WithoutMark(utf8), notes) is { } tree)
        {
            value = Root(tree, notes, format, read);
        }

        return notes.Any || value is null ? Reading<T>.Failed(notes.Errors) : Reading<T>.Of(value, notes.Warnings);
    }

    /// <summary>Reads a file of many objects, one a line; the first line is an object with the <c>format</c> alone. Empty lines are passed over.</summary>
    /// <typeparam name="T">What each becomes.</typeparam>
    /// <param name="path">The file, as the caller names it.</param>
    /// <param name="kind">The first word of every code, such as <c>record</c>.</param>
    /// <param name="format">What the <c>format</c> must say.</param>
    /// <param name="read">Reads one line and notes what is wrong.</param>
    /// <param name="cancellationToken">Gives up between lines.</param>
    public static Reading<IReadOnlyList<T>> ReadLines<T>(
        string path, string kind, string format, Func<JsonRecord, T?> read, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return Bytes(path, kind, bytes => Lines(bytes, path, kind, format, read, cancellationToken));
    }

    private static Reading<IReadOnlyList<T>> Lines<T>(
        ReadOnlySpan<byte> utf8, string name, string kind, string format, Func<JsonRecord, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var notes = new JsonNotes(name, kind);
        var list = new List<T>();
        var rest = WithoutMark(utf8);
        var isFirst = true;
        for (var line = 1; !rest.IsEmpty; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = rest.IndexOf((byte)'\n');
            var text = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (text.Trim(" \t\r"u8).IsEmpty || JsonTree.Read(text, notes, line) is not { } tree)
            {
                continue;
            }

            if (isFirst)
            {
                isFirst = false;
                Root<object>(tree, notes, format, _ => null);
            }
            else if (IsObject(tree, notes))
            {
                var record = new JsonRecord(tree, notes);
                if (read(record) is { } value)
                {
                    list.Add(value);
                }

                record.WarnOfUnknown();
            }
        }

        if (isFirst && !notes.Any)
        {
            notes.Error(new(1, 1, "$"), "format", "missing", $"The first line must be {{\"format\":\"{format}\"}}.");
        }

        return notes.Any ? Reading<IReadOnlyList<T>>.Failed(notes.Errors) : Reading<IReadOnlyList<T>>.Of(list, notes.Warnings);
    }

    private static T? Root<T>(JsonTree tree, JsonNotes notes, string format, Func<JsonRecord, T?> read)
        where T : class
    {
        if (!IsObject(tree, notes))
        {
            return null;
        }

        var root = new JsonRecord(tree, notes);
        var found = root.Text("format");
        if (found.Length > 0 && found != format)
        {
            root.Fault("format", "unknown", $"\"{JsonTree.Shown(found)}\" is not what is read here: expected \"{format}\". Maybe the file is of another kind or version.");
            return null; // the fields of another format mean nothing here
        }

        var value = read(root);
        root.WarnOfUnknown();
        return value;
    }

    private static bool IsObject(JsonTree tree, JsonNotes notes)
    {
        if (tree.Type == System.Text.Json.JsonTokenType.StartObject)
        {
            return true;
        }

        notes.Error(tree.Place, "", "malformed", $"Expected an object, found {tree.Found}.");
        return false;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith(Mark) ? utf8[Mark.Length..] : utf8;

    private delegate Reading<T> FromBytes<T>(ReadOnlySpan<byte> bytes)
        where T : class;

    private static Reading<T> Bytes<T>(string path, string kind, FromBytes<T> read)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length > MaximumBytes
                ? Reading<T>.Failed([new(path, 0, 0, $"{kind}.file.too-large", $"\"{path}\" is larger than {MaximumBytes >> 20} MB. Maybe split it.")])
                : read(bytes);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Reading<T>.Failed([new(path, 0, 0, $"{kind}.file.missing", $"There is no file \"{path}\". Maybe it is in another folder.")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && Directory.Exists(path))
        {
            var inside = Directory.GetFiles(path, $"{kind}*.json*").Order(StringComparer.Ordinal).FirstOrDefault();
            return Reading<T>.Failed([new(
                path, 0, 0, $"{kind}.file.unreadable",
                $"\"{path}\" is a folder, where a {kind} file is expected. {(inside is null ? "Give the file itself." : $"Maybe \"{inside}\" is meant.")}")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Reading<T>.Failed([new(path, 0, 0, $"{kind}.file.unreadable", $"\"{path}\" cannot be read: {fault.Message}")]);
        }
    }
}
