namespace Pathways.EntityFrameworkCore;

/// <summary>What a query selects, as conditions on columns.</summary>
internal sealed class Selection
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _values = [];

    public string Conditions => string.Concat(_conditions.Select(condition => $" AND {condition}"));

    public IReadOnlyList<(string Name, object? Value)> Values => _values;

    public Selection Is(string column, string? value) => Compare(column, "=", value);

    public Selection AtMost(string column, object? value) => Compare(column, "<=", value);

    public Selection AtLeast(string column, object? value) => Compare(column, ">=", value);

    public Selection In<T>(string column, ImmutableArray<T> values)
        where T : struct, Enum
    {
        if (!values.IsEmpty)
        {
            ImmutableArray<T> different = [.. values.Distinct()];
            _conditions.Add($"{column} IN ({Statement.Names(column, different.Length)})");
            for (var at = 0; at < different.Length; at++)
            {
                _values.Add((column + Moments.Text(at), different[at].ToString()));
            }
        }

        return this;
    }

    private Selection Compare(string column, string relation, object? value)
    {
        if (value is not null)
        {
            var name = $"wanted{Moments.Text(_values.Count)}";
            _conditions.Add($"{column} {relation} @{name}");
            _values.Add((name, value));
        }

        return this;
    }
}
