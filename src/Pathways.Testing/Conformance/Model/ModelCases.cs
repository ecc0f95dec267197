namespace Pathways.Testing;

/// <summary>Sequences of commits that nobody thought of, against the plain model of the contract.</summary>
internal static class ModelCases
{
    private const int AtOnce = 10;

    private static readonly CommitMix[] Mixes =
    [
        new("commits of every sort", Claims: 20, Deletions: 8, Requests: 30, Placements: 10), new("claims on seats", Claims: 75, Deletions: 14, Requests: 25, Placements: 5),
        new("deletions", Claims: 20, Deletions: 22, Requests: 40, Placements: 15), new("placements in each other's way", Claims: 15, Deletions: 18, Requests: 25, Placements: 65),
    ];

    public static ImmutableArray<BenchCase> All { get; } =
    [
        .. Mixes.Select(mix => new BenchCase($"Generated sequences of {mix.Name} do what the model says", StoreCapabilities.None, bench => RunAsync(bench, mix))),
        new("The generated sequences reach every outcome of all that a commit can hold", StoreCapabilities.None, Covers),
    ];

    private static async Task RunAsync(Bench bench, CommitMix mix)
    {
        var options = bench.Options;
        IPathwaysStore? store = null;
        for (var sequence = options.First; sequence < options.First + options.Sequences; sequence++)
        {
            // A new store now and then: a tenant of its own is as good, and shows what leaks from one into another.
            store = store is null || sequence % AtOnce == 0 ? await bench.MakeAsync().ConfigureAwait(false) : store;
            await SequenceAsync(store, mix, options, sequence).ConfigureAwait(false);
        }
    }

    /// <summary>A tenth as many sequences, with the store opened again now and then.</summary>
    public static async Task InterruptedAsync(Bench bench)
    {
        var options = bench.Options;
        var store = await bench.MakeAsync().ConfigureAwait(false);
        for (var sequence = options.First; sequence < options.First + Math.Max(1, options.Sequences / 10); sequence++)
        {
            store = await SequenceAsync(store, Mixes[sequence % Mixes.Length], options, sequence, bench.ReopenAsync).ConfigureAwait(false);
        }
    }

    private static async Task<IPathwaysStore> SequenceAsync(IPathwaysStore store, CommitMix mix, ConformanceOptions options, int sequence, Func<IPathwaysStore, Task<IPathwaysStore>>? reopen = null)
    {
        var seed = SeedOf(options, mix, sequence);
        var place = FormattableString.Invariant($"Seed {options.Seed}, \"{mix.Name}\", sequence {sequence}");
        TenantScope[] scopes = [Tenant("north"), Tenant("south")];
        StoreModel[] models = [new(), new()];
        CommitMaker[] makers = [new(seed.Split("north"), mix, models[0]), new(seed.Split("south"), mix, models[1])];
        for (var step = 0; step < options.Steps; step++)
        {
            var whose = step % 4 == 3 ? 1 : 0;
            var commit = makers[whose].Next();
            var expected = models[whose].Expect(commit);
            await StepAsync(store, scopes[whose], commit, expected, $"{place}, step {step}").ConfigureAwait(false);
            if (expected is [CommitOutcome.Committed])
            {
                models[whose].Apply(commit);
            }

            store = reopen is not null && step % 5 == 4 ? await reopen(store).ConfigureAwait(false) : store;
        }

        await ReadOut.MustBeAsync(store, scopes[0], models[0], place).ConfigureAwait(false);
        await ReadOut.MustBeAsync(store, scopes[1], models[1], $"{place}, the other tenant").ConfigureAwait(false);
        return store;

        TenantScope Tenant(string name) => TenantScope.Of(TenantId.From(FormattableString.Invariant($"{name}-{sequence}")));
    }

    private static async Task StepAsync(IPathwaysStore store, TenantScope scope, Commit commit, ImmutableArray<CommitOutcome> expected, string place)
    {
        if (expected.IsEmpty)
        {
            await Check.Throws<ArgumentException>(() => store.CommitAsync(scope, commit).AsTask(), place).ConfigureAwait(false);
            return;
        }

        var found = StoredText.Of(await store.CommitAsync(scope, commit).ConfigureAwait(false));
        var allowed = expected.Select(outcome => StoredText.Of(outcome)).ToList();
        Check.That(allowed.Contains(found), $"{place}: expected {string.Join(" or ", allowed)}, found {found}.");
    }

    /// <summary>The model alone says what comes of the commits, so this says whether the other cases tried enough, not what the store did.</summary>
    private static Task Covers(Bench bench)
    {
        var options = bench.Options;
        if (options.Sequences < new ConformanceOptions().Sequences || options.Steps < new ConformanceOptions().Steps)
        {
            return Task.CompletedTask; // less was asked for
        }

        var coverage = new Coverage();
        foreach (var mix in Mixes)
        {
            for (var sequence = options.First; sequence < options.First + options.Sequences; sequence++)
            {
                var model = new StoreModel();
                var maker = new CommitMaker(SeedOf(options, mix, sequence).Split("north"), mix, model);
                for (var step = 0; step < options.Steps; step++)
                {
                    if (step % 4 == 3)
                    {
                        continue;
                    }

                    var commit = maker.Next();
                    var expected = model.Expect(commit);
                    coverage.Add(commit, expected);
                    if (expected is [CommitOutcome.Committed])
                    {
                        model.Apply(commit);
                    }
                }
            }
        }

        Check.Sequence([], coverage.Missing, $"Seed {options.Seed}: what no generated commit reached");
        return Task.CompletedTask;
    }

    private static Seed SeedOf(ConformanceOptions options, CommitMix mix, int sequence) => options.Seed.Split(mix.Name).Split((ulong)sequence);
}
