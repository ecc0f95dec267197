namespace Pathways.Campaign;

/// <summary>What a drill did and found.</summary>
/// <param name="Drill">Which drill.</param>
/// <param name="Store">On which store.</param>
internal sealed class DrillResult(string drill, string store)
{
    private readonly List<(string Name, string Value)> _figures = [];
    private readonly List<string> _wrong = [];

    public string Drill { get; } = drill;

    public string Store { get; } = store;

    public IReadOnlyList<(string Name, string Value)> Figures => _figures;

    /// <summary>What should not be; empty when the drill is passed.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Why the drill was not done; null when it was.</summary>
    public string? LeftOut { get; private set; }

    public DrillResult LeaveOut(string why)
    {
        LeftOut = why;
        return Figure("left out", why);
    }

    public DrillResult Figure(string name, long value) => Figure(name, value.ToString("N0", CultureInfo.InvariantCulture));

    public DrillResult Figure(string name, string value)
    {
        _figures.Add((name, value));
        return this;
    }

    public DrillResult Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            _wrong.Add(otherwise);
        }

        return this;
    }

    /// <summary>A figure that must be zero.</summary>
    public DrillResult None(string name, long value) => Figure(name, value).Must(value == 0, FormattableString.Invariant($"{name}: {value}, not 0."));

    /// <summary>A figure that must be so much.</summary>
    public DrillResult Exactly(string name, long value, long wanted) => Figure(name, value).Must(value == wanted, FormattableString.Invariant($"{name}: {value}, not {wanted}."));

    /// <summary>A figure below which the drill proves nothing.</summary>
    public DrillResult AtLeast(string name, long value, long least) =>
        Figure(name, value).Must(value >= least, FormattableString.Invariant($"{name}: {value}, fewer than {least}: the drill did too little to prove anything."));

    /// <summary>What a deliberately wrong way must do wrong.</summary>
    public DrillResult Control(string name, long value) =>
        Figure(name, value).Must(value > 0, FormattableString.Invariant($"{name}: {value}. The control does nothing wrong, so the drill would not see it either."));

    public override string ToString() => FormattableString.Invariant($"{Drill} ({Store}): {string.Join(", ", _figures.Select(figure => $"{figure.Name} {figure.Value}"))}");
}
