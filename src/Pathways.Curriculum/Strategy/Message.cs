namespace Pathways.Curriculum;

/// <summary>Something a district tells about its pathways: what, to whom, how, and to which students it matters.</summary>
/// <remarks>
/// For whom it is can be said by grade, by what a student chose, and by what is on the student's record. Neither who a student is nor the scores of
/// an interest inventory can be asked for: nobody is steered towards an option by their looks.
/// </remarks>
public sealed record Message
{
    /// <summary>Which message.</summary>
    public required MessageId Id { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Topic { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>Who is told: students, or adults for a student's sake.</summary>
    public required ImmutableArray<Role> Audiences { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How it goes out, such as "announcements" or "counseling".</summary>
    public ImmutableArray<string> Channels { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The ways after high school that it tells of; empty for none.</summary>
    public ImmutableArray<PostsecondaryIntent> Options { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The first day on which it goes out; <see langword="null"/> for no limit.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day on which it goes out; <see langword="null"/> for no limit.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The grades it is for; empty for all.</summary>
    public ImmutableArray<GradeLevel> Grades { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The kinds of program it is for; empty for all and none.</summary>
    public ImmutableArray<ProgramType> Programs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The chosen sectors it is for; empty for all and none.</summary>
    public ImmutableArray<SectorId> Sectors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What students mean to do, for whom it is; <see cref="PostsecondaryIntent.Undecided"/> is also for who said nothing; empty for all.</summary>
    public ImmutableArray<PostsecondaryIntent> Intents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What must be on the student's record, all of it; empty for nothing.</summary>
    public ImmutableArray<ReadinessCriterion> When { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What makes it needless, any of it, such as that the thing it asks for is done; empty for nothing.</summary>
    public ImmutableArray<ReadinessCriterion> Unless { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The identifier.</summary>
    public override string ToString() => Id.ToString();
}
