namespace Pathways.Placements;

/// <summary>A request to move an application.</summary>
public sealed record ApplicationCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>Which application.</summary>
    public required StudentApplicationId Application { get; init; }

    /// <summary>What is to happen.</summary>
    public required ApplicationTrigger Trigger { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Until when an offer that is made can be answered.</summary>
    public Instant? OfferExpires { get; init; }

    /// <summary>Whether a comment goes with it; the host keeps the comment.</summary>
    public bool HasComment { get; init; }

    /// <summary>Whether an interview that gets a time is outside school time, or the student is excused.</summary>
    public bool InterviewTimeFree { get; init; }

    /// <summary>The version the caller looked at; a later one is refused. <see langword="null"/> to act on whatever it is now.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>What the placement is called that an accepted offer opens; <see langword="null"/> to call it like the application.</summary>
    public PlacementId? Placement { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        "application", Application.Value, Trigger.ToString(), By.Id.Value, By.Role.ToString(), Reason?.Value, OfferExpires?.ToString(),
        HasComment.ToString(), InterviewTimeFree.ToString(), ExpectedVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture), Placement?.Value));
}
