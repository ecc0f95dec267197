using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pathways.EntityFrameworkCore;

/// <summary>How the things of one kind are kept: a table with what queries select by, and the whole thing as JSON.</summary>
internal abstract class StoredKind
{
    protected StoredKind(string table, string prefix, ImmutableArray<string> keys, ImmutableArray<string> columns)
    {
        (Table, Prefix) = (table, prefix);
        string[] all = ["tenant", .. keys, "version", .. columns, "value"];
        Upsert = $"INSERT INTO {table} ({string.Join(", ", all)}) VALUES ({string.Join(", ", all.Select(column => $"@{column}"))}) "
            + $"ON CONFLICT (tenant, {string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", all.Skip(1 + keys.Length).Select(column => $"{column} = excluded.{column}"))}";
        Delete = $"DELETE FROM {table} WHERE tenant = @tenant AND {string.Join(" AND ", keys.Select(key => $"{key} = @{key}"))}";
        Find = $"SELECT value FROM {table} WHERE tenant = @tenant AND {string.Join(" AND ", keys.Select(key => $"{key} = @{key}"))}";
    }

    public string Table { get; }

    /// <summary>What the subjects of the kind begin with, before the slash.</summary>
    public string Prefix { get; }

    protected string Upsert { get; }

    protected string Delete { get; }

    protected string Find { get; }

    public abstract Statement Save(IStored value);

    public abstract Statement DeleteOf(string subject);
}

/// <inheritdoc/>
internal sealed class StoredKind<T> : StoredKind
    where T : class, IStored
{
    private readonly JsonTypeInfo<T> _json;
    private readonly ImmutableArray<string> _keys;
    private readonly Func<string, ImmutableArray<string>> _keysOf;
    private readonly Func<T, ImmutableArray<string>> _keysOfValue;
    private readonly ImmutableArray<(string Name, Func<T, object?> Value)> _columns;

    public StoredKind(
        string table, string prefix, JsonTypeInfo<T> json, ImmutableArray<string> keys, Func<T, ImmutableArray<string>> keysOfValue, Func<string, ImmutableArray<string>> keysOf,
        params ImmutableArray<(string Name, Func<T, object?> Value)> columns)
        : base(table, prefix, keys, [.. columns.Select(column => column.Name)]) =>
        (_json, _keys, _keysOfValue, _keysOf, _columns) = (json, keys, keysOfValue, keysOf, columns);

    public override Statement Save(IStored value)
    {
        var thing = (T)value;
        var statement = Keyed(Upsert, _keysOfValue(thing)).With("version", thing.Version).With("value", JsonSerializer.Serialize(thing, _json));
        foreach (var (name, read) in _columns)
        {
            statement.With(name, read(thing));
        }

        return statement;
    }

    public override Statement DeleteOf(string subject) => Keyed(Delete, _keysOf(subject[(Prefix.Length + 1)..]));

    public Statement FindBy(params ImmutableArray<string> keys) => Keyed(Find, keys);

    public T Read(DbDataReader row) => JsonSerializer.Deserialize(row.GetString(0), _json) ?? throw new InvalidDataException($"{Table} holds a value that is null.");

    /// <summary>One thing more than the page holds, in the order of the keys, after those of the cursor.</summary>
    public Statement Select(Selection selection, ImmutableArray<string> after, int limit)
    {
        var keys = string.Join(", ", _keys);
        var begin = after.IsEmpty ? "" : $" AND ({keys}) > ({Statement.Names("after", _keys.Length)})";
        var statement = new Statement($"SELECT value FROM {Table} WHERE tenant = @tenant{selection.Conditions}{begin} ORDER BY {keys} LIMIT @limit").With("limit", limit + 1);
        foreach (var (name, value) in selection.Values)
        {
            statement.With(name, value);
        }

        return statement.WithEach("after", after);
    }

    public ImmutableArray<string> KeysOf(T value) => _keysOfValue(value);

    private Statement Keyed(string sql, ImmutableArray<string> keys)
    {
        var statement = new Statement(sql);
        for (var at = 0; at < _keys.Length; at++)
        {
            statement.With(_keys[at], keys[at]);
        }

        return statement;
    }
}
