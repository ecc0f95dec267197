using System.Collections.Concurrent;
using MarlboroughGenerator;

namespace Pathways.Samples.Tests;

/// <summary>Cohorts that several tests ask about, made once each.</summary>
public sealed class CohortsBySeed
{
    private readonly ConcurrentDictionary<long, Cohort> _cohorts = new();

    public Cohort Get(long seed) => _cohorts.GetOrAdd(seed, value => Marlborough.Generate(Seed.From(value)));
}
