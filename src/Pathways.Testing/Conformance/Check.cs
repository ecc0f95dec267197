namespace Pathways.Testing;

/// <summary>Says what a store should have done.</summary>
internal static class Check
{
    public static void That(bool holds, string expectation)
    {
        if (!holds)
        {
            throw new ConformanceException(expectation);
        }
    }

    public static void Same<T>(T expected, T found, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            throw new ConformanceException($"{what}: expected {expected}, found {found}.");
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> found, string what)
    {
        var (one, other) = (string.Join(", ", expected), string.Join(", ", found));
        Same(one, other, what);
    }

    public static T Only<T>(IReadOnlyList<T> found, string what) =>
        found.Count == 1 ? found[0] : throw new ConformanceException($"{what}: expected one, found {found.Count}.");

    public static TOutcome Is<TOutcome>(CommitOutcome found, string when)
        where TOutcome : CommitOutcome =>
        found as TOutcome ?? throw new ConformanceException($"{when}: expected {typeof(TOutcome).Name}, found {found}.");

    public static async Task Throws<TException>(Func<Task> act, string when)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other) when (other is not ConformanceException)
        {
            throw new ConformanceException($"{when}: expected {typeof(TException).Name}, found {other.GetType().Name}.");
        }

        throw new ConformanceException($"{when}: expected {typeof(TException).Name}, and nothing was thrown.");
    }
}
