namespace Pathways.Testing;

/// <summary>A clock that stands still until it is set; for tests, and to walk through what will happen.</summary>
/// <param name="now">What it says at first.</param>
public sealed class SettableClock(Instant now) : IClock
{
    private readonly Lock _gate = new();
    private Instant _now = now;

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <summary>Sets it.</summary>
    /// <param name="now">What it says from now on; earlier than before is possible.</param>
    public void Set(Instant now)
    {
        lock (_gate)
        {
            _now = now;
        }
    }

    /// <summary>Moves it on.</summary>
    /// <param name="by">By how much; a negative duration moves it back.</param>
    public void Advance(Duration by)
    {
        lock (_gate)
        {
            _now += by;
        }
    }
}
