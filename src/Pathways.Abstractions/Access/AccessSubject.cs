namespace Pathways;

/// <summary>What somebody wants to see or do something about, as far as the host's directory can tell how they stand to it.</summary>
/// <remarks>What is <see langword="null"/> is not one of a kind here, or does not exist yet: an opportunity that is only being written has a partner, and nothing in the store.</remarks>
public readonly record struct AccessSubject
{
    /// <summary>The student; <see langword="null"/> when it is about more than one, or none.</summary>
    public StudentId? Student { get; init; }

    /// <summary>The opportunity; <see langword="null"/> when it is about more than one, or none.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>The partner whose opportunity it is or is to be; <see langword="null"/> when it is about more than one, or none.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>The program it runs under or is to run under; <see langword="null"/> when nobody said.</summary>
    public PlacementProgramId? Program { get; init; }

    /// <summary>An opportunity with its partner and program, and a student there.</summary>
    /// <param name="listing">The opportunity.</param>
    /// <param name="student">The student; <see langword="null"/> for the opportunity alone.</param>
    public static AccessSubject Of(OpportunityListing listing, StudentId? student = null)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return new() { Student = student, Opportunity = listing.Id, Partner = listing.Offer.Partner, Program = listing.Program };
    }
}
