namespace Pathways.Matching.Tests.Files;

/// <summary>
/// Tests that count allocated bytes and run while no other does: whenever another thread sets off a collection, what is left of this
/// thread's allocation buffer is counted as if it had been used.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
