namespace Pathways.Curriculum;

/// <summary>What somebody who has a part in pathways needs, and what was done about it.</summary>
public sealed record StakeholderNeed
{
    /// <summary>Which need.</summary>
    public required NeedId Id { get; init; }

    /// <summary>Who needs it, such as "parents" or "industry partners".</summary>
    public required string Stakeholder { get; init; }

    /// <summary>What is needed.</summary>
    public required string Text { get; init; }

    /// <summary>The day on which it was heard.</summary>
    public required LocalDate HeardOn { get; init; }

    /// <summary>Who answers for it.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>The day on which it was met; <see langword="null"/> while it stands.</summary>
    public LocalDate? AddressedOn { get; init; }

    /// <summary>What was done.</summary>
    public string? Answer { get; init; }
}

/// <summary>Something of which there is a limited amount, such as mentors, site visits or hours of staff, and how much of it is used.</summary>
public sealed record CapacityHeld
{
    /// <summary>Which.</summary>
    public required CapacityId Id { get; init; }

    /// <summary>What it is, such as "mentors".</summary>
    public required string Kind { get; init; }

    /// <summary>Who has it: a school, a partner, a volunteer group.</summary>
    public required string Holder { get; init; }

    /// <summary>When it can be used.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>How much there is, 0 or more, in its own unit.</summary>
    public required int Amount { get; init; }

    /// <summary>How much of it is used or promised, 0 or more.</summary>
    public int Used { get; init; }
}

/// <summary>What the advisory board of a pathway said, and what came of it.</summary>
public sealed record BoardAdvice
{
    /// <summary>Which piece of advice.</summary>
    public required AdviceId Id { get; init; }

    /// <summary>The pathway whose board it is; every pathway has one of its own.</summary>
    public required PathwayId Pathway { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What the board said.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the school has bound itself to follow.</summary>
    public bool IsBinding { get; init; }

    /// <summary>The curriculum that was changed for it, such as <c>marlborough@2</c>; <see langword="null"/> while none was.</summary>
    public string? CarriedOutIn { get; init; }

    /// <summary>Why it was not followed; binding advice cannot be declined.</summary>
    public string? DeclinedBecause { get; init; }
}

/// <summary>How students and families learned of pathways: one question asked of some people on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Audience">Who was asked.</param>
/// <param name="Asked">How many answered, 1 or more.</param>
/// <param name="Heard">How many of them named each channel; one may name several.</param>
public sealed record AwarenessSurvey(LocalDate On, Role Audience, int Asked, ImmutableSortedDictionary<string, int> Heard);
