namespace Pathways.Curriculum;

/// <summary>Whom the messages of a strategy reach: how many students each, and who hears of too little.</summary>
public sealed record MessageReach
{
    private static readonly ImmutableArray<PostsecondaryIntent> Alternatives =
        [.. Enum.GetValues<PostsecondaryIntent>().Where(option => option is not (PostsecondaryIntent.Undecided or PostsecondaryIntent.FourYearCollege))];

    private MessageReach(ImmutableArray<ReachCount<MessageId>> messages, ImmutableArray<ReachCount<PostsecondaryIntent>> options, ImmutableArray<QualityClaim> claims) =>
        (Messages, Options, Claims) = (messages, options, claims);

    /// <summary>By message: how many students it is for.</summary>
    public ImmutableArray<ReachCount<MessageId>> Messages { get; }

    /// <summary>By way after high school: how many students hear of it.</summary>
    public ImmutableArray<ReachCount<PostsecondaryIntent>> Options { get; }

    /// <summary>
    /// What is claimed for every student: <c>message.every-student-told</c>, that some message is for them, and
    /// <c>message.every-student-hears-alternatives</c>, that they hear of a way after high school that is no four-year college.
    /// </summary>
    public ImmutableArray<QualityClaim> Claims { get; }

    /// <summary>Sums up what was decided for many students.</summary>
    /// <param name="messages">All messages.</param>
    /// <param name="students">What was decided for each student, as <see cref="MessageTargeting.Of"/> answers; each student once.</param>
    public static MessageReach Of(IReadOnlyList<Message> messages, IReadOnlyList<ImmutableArray<MessageDecision>> students)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(students);
        var got = students.Select(decisions => decisions.Where(decision => decision.IsFor).Select(decision => decision.Message).ToList()).ToList();
        var names = students.Select(decisions => decisions.Select(decision => decision.Student.Value).FirstOrDefault() ?? "").ToList();
        return new(
            [.. messages.Select(message => new ReachCount<MessageId>(message.Id, got.Count(list => list.Exists(found => found.Id == message.Id))))],
            [
                .. Enum.GetValues<PostsecondaryIntent>().Where(option => option != PostsecondaryIntent.Undecided)
                    .Select(option => new ReachCount<PostsecondaryIntent>(option, got.Count(list => list.Exists(found => found.Options.Contains(option))))),
            ],
            [
                Claim("message.every-student-told", "Some message is for every student.", list => list.Count > 0, "message.none", "No message is for the student."),
                Claim("message.every-student-hears-alternatives", "Every student hears of a way after high school that is no four-year college.",
                    list => list.Exists(found => found.Options.Intersect(Alternatives).Any()), "message.no-alternative", "No message for the student tells of another way than a four-year college."),
            ]);

        QualityClaim Claim(string code, string sentence, Func<List<Message>, bool> holds, string gap, string reason) => new(
            code, sentence, got.Count,
            [.. got.Zip(names).Where(pair => !holds(pair.First)).Select(pair => new QualityGap(pair.Second, [new(gap, reason)])).OrderBy(found => found.Subject, StringComparer.Ordinal)]);
    }
}

/// <summary>How many students something reaches.</summary>
/// <typeparam name="T">What sort of thing.</typeparam>
/// <param name="What">The thing.</param>
/// <param name="Students">How many students.</param>
public readonly record struct ReachCount<T>(T What, int Students);
