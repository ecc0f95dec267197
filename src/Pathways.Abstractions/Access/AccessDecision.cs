namespace Pathways;

/// <summary>Whether somebody may see or do something: by which rule and how much of it, or every reason why not.</summary>
public abstract record AccessDecision
{
    private AccessDecision()
    {
    }

    /// <summary>They may.</summary>
    /// <param name="Rule">The code of the rule that allows it; goes into the audit log.</param>
    /// <param name="View">How much they may be shown.</param>
    public sealed record Allowed(string Rule, AccessView View) : AccessDecision
    {
        /// <summary>Whether showing it is a disclosure to somebody outside the school, to be recorded in the same transaction.</summary>
        public bool IsDisclosure => View is AccessView.ForPartner or AccessView.Unnamed;
    }

    /// <summary>They may not.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Denied(ImmutableArray<Refusal> Reasons) : AccessDecision;
}
