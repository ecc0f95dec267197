namespace Pathways;

/// <summary>What is wrong with an audit log.</summary>
/// <param name="Code">One of <see cref="AuditCodes"/>.</param>
/// <param name="Place">Where: a subject with the number of the line, or a seal.</param>
/// <param name="Sentence">What is wrong there.</param>
public sealed record AuditFinding(string Code, string Place, string Sentence);

/// <summary>What came of verifying an audit log.</summary>
/// <param name="Lines">How many lines were read.</param>
/// <param name="Subjects">How many chains they form.</param>
/// <param name="Seals">How many seals were read.</param>
/// <param name="LastSeal">The hash of the last seal, to be kept elsewhere; <see langword="null"/> without seals.</param>
/// <param name="Unsealed">How many lines came after the last seal: of these nobody would miss the last ones.</param>
/// <param name="Findings">What is wrong, in the order of subjects; empty when everything holds.</param>
public sealed record AuditVerdict(long Lines, int Subjects, int Seals, string? LastSeal, long Unsealed, ImmutableArray<AuditFinding> Findings)
{
    /// <summary>How many seals were made with a key, and none was given: that they are what was sealed cannot be said.</summary>
    public int UnprovedSeals { get; init; }

    /// <summary>How many seals come after the one whose hash was kept elsewhere; all of them without one. Of these nobody would miss the last ones.</summary>
    public int SealsAfterAnchor { get; init; }

    /// <summary>Whether every link and every seal holds, and could be looked at: not where seals need a key that was not given.</summary>
    public bool Holds => Findings.IsEmpty && UnprovedSeals == 0;
}

/// <summary>The codes of what can be wrong with an audit log.</summary>
public static class AuditCodes
{
    /// <summary>A link does not follow from the one before it and the line: one of the two was changed, or a line was put in or moved.</summary>
    public const string Link = "audit.link";

    /// <summary>The lines of a subject are not numbered 1, 2, 3 and so on: one is missing, or comes twice.</summary>
    public const string Number = "audit.number";

    /// <summary>A chain is shorter than a seal says: its end was cut off, or the whole of it is gone.</summary>
    public const string Cut = "audit.cut";

    /// <summary>A chain has another link where a seal says which: it was built anew.</summary>
    public const string Rebuilt = "audit.rebuilt";

    /// <summary>A seal does not have the hash it must have: it was changed, or made with another key.</summary>
    public const string Seal = "audit.seal";

    /// <summary>A seal does not follow the one before it: one is missing, or put in.</summary>
    public const string SealOrder = "audit.seal-order";

    /// <summary>A seal without a key stands where seals with a key are expected.</summary>
    public const string SealKey = "audit.seal-key";

    /// <summary>No seal has the hash that was kept elsewhere: seals were cut off, or made anew.</summary>
    public const string Anchor = "audit.anchor";
}
