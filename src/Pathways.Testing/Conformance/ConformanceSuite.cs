namespace Pathways.Testing;

/// <summary>What every store must do, as cases that any test framework, or none, can run.</summary>
/// <remarks>
/// <code>
/// public static TheoryData&lt;string&gt; Names => [.. ConformanceSuite.Cases(Make).Select(c => c.Name)];
///
/// [Theory, MemberData(nameof(Names))]
/// public Task Keeps_the_contract(string name) => ConformanceSuite.Cases(Make).Single(c => c.Name == name).RunAsync();
/// </code>
/// </remarks>
public static class ConformanceSuite
{
    private static ImmutableArray<BenchCase> All { get; } =
    [
        .. CommitCases.All.Concat(ReadBackCases.All).Concat(RecordCases.All).Concat(DeletionCases.All).Concat(FenceCases.All).Concat(UnchangedCases.All).Concat(OrderCases.All)
            .Concat(SeatCases.All).Concat(HoldingCases.All).Concat(OverlapCases.All).Concat(CommandCases.All).Concat(ForgetCases.All).Concat(TenantCases.All).Concat(IdentifierCases.All)
            .Concat(QueryCases.All).Concat(SelectionCases.All).Concat(PagingCases.All).Concat(AuditCases.All).Concat(SealCases.All).Concat(OutboxCases.All).Concat(InboxCases.All)
            .Concat(RaceCases.All).Select(BenchCase.Of),
        .. PersistenceCases.All, .. FaultCases.All, .. ModelCases.All,
    ];

    /// <summary>Every case, each on a store of its own.</summary>
    /// <param name="make">Makes an empty store; the case disposes it where it can be disposed.</param>
    /// <remarks>What only some stores can do is skipped, and says so: <see cref="Cases(StoreHarness, ConformanceOptions?)"/>.</remarks>
    public static ImmutableArray<ConformanceCase> Cases(Func<ValueTask<IPathwaysStore>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return Cases(StoreHarness.Of("the store", make));
    }

    /// <summary>Every case, each on a store of its own; a case for what the store is not declared to do says why it is skipped.</summary>
    /// <param name="harness">How to get at a store.</param>
    /// <param name="options">How much is tried; as much as usual when it is left out.</param>
    /// <exception cref="InvalidOperationException">The harness declares something and does not say how to try it.</exception>
    public static ImmutableArray<ConformanceCase> Cases(StoreHarness harness, ConformanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(harness);
        harness.ThrowIfUnable();
        var chosen = options ?? new();
        return [.. All.Select(tried => CaseOf(tried, harness, chosen))];
    }

    /// <summary>Tries every case, one after the other.</summary>
    /// <param name="harness">How to get at a store.</param>
    /// <param name="log">Where to say, line by line, what came of each case; <see langword="null"/> for nowhere.</param>
    /// <param name="options">How much is tried; as much as usual when it is left out.</param>
    /// <param name="cancellationToken">Stops after the case that is being tried.</param>
    /// <returns>The verdict. Nothing is thrown for a store that does not keep the contract.</returns>
    public static async Task<ConformanceReport> RunAsync(StoreHarness harness, TextWriter? log = null, ConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        var verdicts = ImmutableArray.CreateBuilder<ConformanceVerdict>();
        foreach (var tried in Cases(harness, options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var verdict = await VerdictAsync(tried).ConfigureAwait(false);
            verdicts.Add(verdict);
            if (log is not null)
            {
                var word = verdict switch { { Skipped: { } why } => $"skipped  {tried.Name}: {why}", { Fault: { } fault } => $"FAILED   {tried.Name}: {fault}", _ => $"held     {tried.Name}" };
                await log.WriteLineAsync(word.AsMemory(), cancellationToken).ConfigureAwait(false);
            }
        }

        var report = new ConformanceReport(harness.Name, harness.Capabilities, verdicts.ToImmutable());
        if (log is not null)
        {
            await log.WriteLineAsync(report.ToString().AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return report;
    }

    private static async Task<ConformanceVerdict> VerdictAsync(ConformanceCase tried)
    {
        if (tried.Skipped is { } why)
        {
            return new(tried.Name, Skipped: why);
        }

        try
        {
            await tried.RunAsync().ConfigureAwait(false);
            return new(tried.Name);
        }
#pragma warning disable CA1031 // whatever a store throws is its fault, and the other cases are still tried
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new(tried.Name, Fault: fault is ConformanceException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private static ConformanceCase CaseOf(BenchCase tried, StoreHarness harness, ConformanceOptions options)
    {
        var lacking = tried.Needs & ~harness.Capabilities;
        return lacking == StoreCapabilities.None
            ? new(tried.Name, async () =>
            {
                await using var bench = new Bench(harness, options);
                await tried.Run(bench).ConfigureAwait(false);
            })
            : new(tried.Name, () => Task.CompletedTask) { Skipped = $"The store is not declared to be {lacking}." };
    }
}

/// <summary>One thing that every store must do.</summary>
/// <param name="Name">A sentence; public and stable.</param>
/// <param name="RunAsync">Tries it on a store of its own; throws a <see cref="ConformanceException"/> where the store does otherwise.</param>
public sealed record ConformanceCase(string Name, Func<Task> RunAsync)
{
    /// <summary>Why the case is not tried, and <see cref="RunAsync"/> does nothing; <see langword="null"/> when it is tried.</summary>
    public string? Skipped { get; init; }
}

/// <summary>A store does not do what every store must.</summary>
/// <param name="message">What it did, and what it should have done.</param>
public sealed class ConformanceException(string message) : Exception(message);
