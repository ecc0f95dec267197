namespace Pathways.Curriculum;

/// <summary>Whom the messages of a strategy reach: how many students each, and who hears of too little.</summary>
public sealed record MessageReach
{
    private static readonly ImmutableArray<PostsecondaryIntent> Alternatives =
        [.. Enum.GetValues<PostsecondaryIntent>().Where(option => option is not (PostsecondaryIntent.Undecided or PostsecondaryIntent.FourYearCollege))];

    private MessageReach(ImmutableArray<ReachCount<MessageId>> messages, ImmutableArray<ReachCount<PostsecondaryIntent>> options, ImmutableArray<QualityClaim> claims) =>
        (Messages, Options, Claims) = (messages, options, claims);

    /// <summary>By message: how many students it is for, whoever is told.</summary>
    public ImmutableArray<ReachCount<MessageId>> Messages { get; }

    /// <summary>By way after high school: how many students hear of it, or their family.</summary>
    public ImmutableArray<ReachCount<PostsecondaryIntent>> Options { get; }

    /// <summary>
    /// What is claimed for every student: <c>message.every-student-told</c>, that they or their family get some message, and
    /// <c>message.every-student-hears-alternatives</c>, that they hear of a way after high school that is no four-year college. What only
    /// others are told counts for neither.
    /// </summary>
    public ImmutableArray<QualityClaim> Claims { get; }

    /// <summary>Sums up what was decided for many students.</summary>
    /// <param name="messages">All messages.</param>
    /// <param name="students">What was decided for each student, as <see cref="MessageTargeting.Of"/> answers.</param>
    public static MessageReach Of(IReadOnlyList<Message> messages, IReadOnlyDictionary<StudentId, ImmutableArray<MessageDecision>> students)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(students);
        var sorted = students.OrderBy(student => student.Key).ToList();
        var got = sorted.Select(student => student.Value.Where(decision => decision.IsFor).Select(decision => decision.Message).ToList()).ToList();
        var told = got.Select(list => list.FindAll(message => message.Audiences.Contains(Role.Student) || message.Audiences.Contains(Role.Guardian))).ToList();
        return new(
            [.. messages.Select(message => new ReachCount<MessageId>(message.Id, got.Count(list => list.Exists(found => found.Id == message.Id))))],
            [
                .. Enum.GetValues<PostsecondaryIntent>().Where(option => option != PostsecondaryIntent.Undecided)
                    .Select(option => new ReachCount<PostsecondaryIntent>(option, told.Count(list => list.Exists(found => found.Options.Contains(option))))),
            ],
            [
                Claim("message.every-student-told", "Every student, or their family, is told something.", list => list.Count > 0, "message.none", "No message for the student goes to them or their family."),
                Claim("message.every-student-hears-alternatives", "Every student hears of a way after high school that is no four-year college.",
                    list => list.Exists(found => found.Options.Intersect(Alternatives).Any()), "message.no-alternative", "No message that goes to the student or their family tells of another way than a four-year college."),
            ]);

        QualityClaim Claim(string code, string sentence, Func<List<Message>, bool> holds, string gap, string reason) => new(
            code, sentence, got.Count,
            [.. told.Zip(sorted).Where(pair => !holds(pair.First)).Select(pair => new QualityGap(pair.Second.Key.Value, [new(gap, reason)]))]);
    }
}

/// <summary>How many students something reaches.</summary>
/// <typeparam name="T">What sort of thing.</typeparam>
/// <param name="What">The thing.</param>
/// <param name="Students">How many students.</param>
public readonly record struct ReachCount<T>(T What, int Students);
