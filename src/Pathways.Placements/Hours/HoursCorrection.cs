namespace Pathways.Placements;

/// <summary>What was decided about correcting approved hours.</summary>
public abstract record HoursCorrection
{
    private HoursCorrection()
    {
    }

    /// <summary>Both change, and are saved together or not at all.</summary>
    /// <param name="Voided">The old entry, which counts no more.</param>
    /// <param name="Written">The entry that takes its place; a draft, which counts once it went the same way.</param>
    public sealed record Corrected(Decision<HoursEntry>.Changed Voided, Decision<HoursEntry>.Changed Written) : HoursCorrection;

    /// <summary>Nothing changes.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : HoursCorrection;
}
