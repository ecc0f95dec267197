using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Says which students should get which message, and why. Pure: the same arguments give the same answer.</summary>
public static class MessageTargeting
{
    /// <summary>Decides every message for one student.</summary>
    /// <param name="messages">The messages, of which the answer keeps the order.</param>
    /// <param name="standing">Where the student stands on the roster; the grade is that of the school year of the day.</param>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day; entries after it do not count.</param>
    /// <param name="facts">What criteria depend on beside the record.</param>
    /// <exception cref="ArgumentException">The record is another student's.</exception>
    public static ImmutableArray<MessageDecision> Of(
        IReadOnlyList<Message> messages, StudentStanding standing, StudentRecord record, LocalDate on, ReadinessFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(record);
        if (record.Student != standing.Student)
        {
            throw new ArgumentException($"The record is that of {record.Student}, and the standing that of {standing.Student}. Maybe two lists are not in the same order.", nameof(record));
        }

        var student = new Addressee(standing, IntentOf(record, on), new(ReadinessCalculator.Until(record, on), facts ?? ReadinessFacts.None, on, default));
        var decisions = ImmutableArray.CreateBuilder<MessageDecision>(messages.Count);
        foreach (var message in messages)
        {
            decisions.Add(Decide(message, ref student, on));
        }

        return decisions.MoveToImmutable();
    }

    private static MessageDecision Decide(Message message, ref Addressee student, LocalDate on)
    {
        var (because, against) = (new List<string>(), new List<Refusal>());
        var standing = student.Standing;
        if (message.From > on || message.Until < on)
        {
            against.Add(new("message.not-now", $"It goes out {Period(message)}."));
        }

        Ask("message.other-grade", $"The student is in grade {standing.Grade.Code}.", message.Grades, standing.Grade, grade => $"grade {grade.Code}");
        Ask("message.other-sector", standing.Sector is { } sector ? $"The student chose {sector}." : "The student chose no sector.",
            message.Sectors.Select(asked => (SectorId?)asked), standing.Sector, asked => asked!.Value.Value);
        Ask("message.other-intent", $"What the student means to do: {Word(student.Intent)}.", message.Intents, student.Intent, Word);
        if (!message.Programs.IsEmpty)
        {
            var shared = message.Programs.Intersect(standing.Programs).Select(Word).ToList();
            Note(shared.Count > 0, "message.other-program",
                shared.Count > 0 ? $"The student is enrolled in {string.Join(", ", shared)}." : "The student is enrolled in none of its programs.",
                string.Join(", ", message.Programs.Select(Word)));
        }

        foreach (var criterion in message.When)
        {
            var result = student.Judge.Tell(criterion);
            because.Add(criterion.Sentence);
            against.AddRange(result.Missing.Select(missing => new Refusal("message.not-yet", missing.Sentence)));
        }

        foreach (var criterion in message.Unless)
        {
            if (student.Judge.Judge(criterion).IsMet)
            {
                against.Add(new("message.no-longer", criterion.Sentence));
            }
        }

        if (because.Count == 0)
        {
            because.Add("It is for every student.");
        }

        return new(message, standing.Student, against.Count > 0 ? [] : [.. because], [.. against]);

        void Ask<T>(string code, string said, IEnumerable<T> asked, T own, Func<T, string> word)
        {
            var list = asked.ToList();
            if (list.Count > 0)
            {
                Note(list.Contains(own), code, said, string.Join(", ", list.Select(word)));
            }
        }

        void Note(bool holds, string code, string said, string asked)
        {
            if (holds)
            {
                because.Add(said);
            }
            else
            {
                against.Add(new(code, $"{said} It is for: {asked}."));
            }
        }
    }

    internal static PostsecondaryIntent IntentOf(StudentRecord record, LocalDate on)
    {
        var intent = PostsecondaryIntent.Undecided;
        foreach (var entry in ReadinessCalculator.Until(record, on))
        {
            intent = (entry as IntentDeclared)?.Intent ?? intent;
        }

        return intent;
    }

    private static string Period(Message message) => (message.From, message.Until) switch
    {
        ({ } from, { } until) => FormattableString.Invariant($"from {from:uuuu-MM-dd} to {until:uuuu-MM-dd}"),
        ({ } from, null) => FormattableString.Invariant($"from {from:uuuu-MM-dd}"),
        var (_, until) => FormattableString.Invariant($"until {until:uuuu-MM-dd}"),
    };

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumWords<TEnum>.Word(value).Replace('-', ' ');

    private ref struct Addressee(StudentStanding standing, PostsecondaryIntent intent, CriterionJudge judge)
    {
        public readonly StudentStanding Standing = standing;
        public readonly PostsecondaryIntent Intent = intent;
        public CriterionJudge Judge = judge;
    }
}
