namespace Pathways;

/// <summary>Something a student is to learn or deliver, agreed by student, supervisor and coordinator before the work begins.</summary>
public sealed record AgreedOutcome
{
    /// <summary>Which outcome.</summary>
    public required OutcomeId Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required Note Text { get; init; }

    /// <summary>The competencies it stands for.</summary>
    public ImmutableArray<CompetencyId> Competencies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Which wording, from 1; a change of the wording is a new one, and needs new signatures.</summary>
    public int Wording { get; init; } = 1;

    /// <summary>Who signed this wording.</summary>
    public ImmutableArray<PartySignature> Signatures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What came of it; <see langword="null"/> while it is open.</summary>
    public OutcomeMark? Mark { get; init; }

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>Somebody's word that they agree.</summary>
/// <param name="By">Who signs, and in what capacity.</param>
/// <param name="At">When.</param>
public readonly record struct PartySignature(Actor By, Instant At);

/// <summary>What came of an agreed outcome.</summary>
/// <param name="IsDelivered">Whether it was delivered.</param>
/// <param name="By">Who says so.</param>
/// <param name="On">When.</param>
/// <param name="Note">Why not, or how well; needed for what was not delivered.</param>
public sealed record OutcomeMark(bool IsDelivered, Actor By, LocalDate On, Note? Note = null);
