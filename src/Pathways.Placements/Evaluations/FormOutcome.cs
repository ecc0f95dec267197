namespace Pathways.Placements;

/// <summary>What was decided about an evaluation form.</summary>
public abstract record FormOutcome
{
    private FormOutcome()
    {
    }

    /// <summary>It changes.</summary>
    /// <param name="Form">The form from now on.</param>
    public sealed record Changed(EvaluationForm Form) : FormOutcome;

    /// <summary>It stays as it is.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : FormOutcome;
}
