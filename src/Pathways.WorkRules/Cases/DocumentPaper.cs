namespace Pathways.WorkRules;

/// <summary>Documents of placements as the papers that the rules for minors at work ask for.</summary>
public static class DocumentPaper
{
    /// <summary>The paper that a document is once somebody at school accepted it, who saw that it says what it must.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">From when on papers are looked at, such as the first day of the school's calendar.</param>
    /// <param name="today">The day on which it must be good.</param>
    /// <returns><see langword="null"/> when it is not accepted, or not good that day.</returns>
    public static WorkAgreement? Of(PlacementDocument document, LocalDate from, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.State is DocumentState.Accepted or DocumentState.Expiring && document.IsGoodOn(today)
            ? new()
            {
                Kind = document.Requirement.Kind.Value, From = from, Until = document.LastDay,
                Signers = [.. document.Signatures.Select(signature => SignerOf(signature.By.Role)).OfType<AgreementSigner>().Distinct()],
                Terms = [.. Enum.GetValues<AgreementTerm>()],
            }
            : null;
    }

    private static AgreementSigner? SignerOf(Role role) => role switch
    {
        Role.Student => AgreementSigner.Student,
        Role.Guardian => AgreementSigner.Guardian,
        Role.Supervisor or Role.PartnerContact => AgreementSigner.Employer,
        Role.Coordinator => AgreementSigner.Coordinator,
        _ => null,
    };
}
