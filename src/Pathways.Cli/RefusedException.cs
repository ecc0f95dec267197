namespace Pathways.Cli;

/// <summary>An honest no, found where no answer can be given back.</summary>
internal sealed class RefusedException(ImmutableArray<Refusal> reasons) : Exception
{
    /// <summary>Every reason.</summary>
    public ImmutableArray<Refusal> Reasons { get; } = reasons;
}
