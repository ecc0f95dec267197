using System.Globalization;
using System.Text.Json;

namespace Pathways.Placements;

/// <summary>A request to move a placement, or to record something about it.</summary>
public sealed record PlacementCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>Which placement.</summary>
    public required PlacementId Placement { get; init; }

    /// <summary>What is to happen.</summary>
    public required PlacementTrigger Trigger { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>What is recorded with it.</summary>
    public PlacementEntry? Entry { get; init; }

    /// <summary>The version the caller looked at; a later one is refused. <see langword="null"/> to act on whatever it is now.</summary>
    public int? ExpectedVersion { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        "placement", Placement.Value, Trigger.ToString(), By.Id.Value, By.Role.ToString(), Reason?.Value, ExpectedVersion?.ToString(CultureInfo.InvariantCulture),
        Entry is null ? null : JsonSerializer.Serialize(Entry, EntryJson.Default.PlacementEntry)));
}

/// <summary>A request to place a student without an application: staff placed the student, or the student found the place.</summary>
public sealed record ArrangeCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>What the placement is called.</summary>
    public required PlacementId Placement { get; init; }

    /// <summary>Who works there.</summary>
    public required StudentId Student { get; init; }

    /// <summary>Where.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>The first and the last day; <see langword="null"/> for those of the opportunity.</summary>
    public DateInterval? Dates { get; init; }

    /// <summary>Who directs the work; <see langword="null"/> for the supervisor of the opportunity.</summary>
    public ActorId? Supervisor { get; init; }

    /// <summary>Whether staff matched the student, or the student found the place.</summary>
    public PlacementOrigin Origin { get; init; } = PlacementOrigin.StaffMatched;

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        "placement", "Arrange", Placement.Value, Student.Value, Opportunity.Value, Dates?.ToString(), Supervisor?.Value, Origin.ToString(), By.Id.Value, By.Role.ToString()));
}

/// <summary>A request to give every student of a group a placement, or none of them.</summary>
public sealed record GroupCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>What the group is called.</summary>
    public required ExperienceGroupId Group { get; init; }

    /// <summary>Where.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>The students, and what their placements are called.</summary>
    public required ImmutableArray<(StudentId Student, PlacementId Placement)> Members { get; init; }

    /// <summary>The first and the last day; <see langword="null"/> for those of the opportunity.</summary>
    public DateInterval? Dates { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        ["group", Group.Value, Opportunity.Value, Dates?.ToString(), By.Id.Value, By.Role.ToString(), .. Members.SelectMany(member => new[] { member.Student.Value, member.Placement.Value })]));
}
