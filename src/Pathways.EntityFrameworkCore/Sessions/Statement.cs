namespace Pathways.EntityFrameworkCore;

/// <summary>One or several statements of SQL with the values of their parameters; <c>@tenant</c> is always there.</summary>
internal sealed class Statement(string sql)
{
    private readonly List<(string Name, object? Value)> _values = [];

    public string Sql { get; } = sql;

    public IReadOnlyList<(string Name, object? Value)> Values => _values;

    public Statement With(string name, object? value)
    {
        _values.Add((name, value));
        return this;
    }

    /// <summary>Names for a list of values: <c>@s0, @s1</c>.</summary>
    public static string Names(string name, int count) => string.Join(", ", Enumerable.Range(0, count).Select(at => FormattableString.Invariant($"@{name}{at}")));

    public Statement WithEach(string name, IEnumerable<object?> values)
    {
        var at = 0;
        foreach (var value in values)
        {
            With(FormattableString.Invariant($"{name}{at++}"), value);
        }

        return this;
    }
}
