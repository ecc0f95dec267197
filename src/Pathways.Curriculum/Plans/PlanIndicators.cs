namespace Pathways.Curriculum;

/// <summary>What the records of many students say about aspirations, adults and financial aid.</summary>
/// <remarks>
/// Counts only. Small ones may point at a student: whoever publishes them suppresses them. Of choices that can change, each student's latest counts.
/// </remarks>
public sealed record PlanIndicators
{
    private PlanIndicators()
    {
    }

    /// <summary>How many students.</summary>
    public required int Students { get; init; }

    /// <summary>How many have a named adult to turn to.</summary>
    public required int WithAdvisor { get; init; }

    /// <summary>How many have a family that the school was in touch with.</summary>
    public required int FamilyReached { get; init; }

    /// <summary>How many have a plan that a guardian signed.</summary>
    public required int GuardianSigned { get; init; }

    /// <summary>How many have answered an inventory of interests.</summary>
    public required int InterestsAssessed { get; init; }

    /// <summary>How many know of some financial aid: were told of it, or are further.</summary>
    public required int AidAware { get; init; }

    /// <summary>How many students each adult is named for.</summary>
    public ImmutableSortedDictionary<ActorId, int> StudentsByAdvisor { get; private init; } = ImmutableSortedDictionary<ActorId, int>.Empty;

    /// <summary>How many mean to do what after high school; those who said nothing are not in it.</summary>
    public ImmutableSortedDictionary<PostsecondaryIntent, int> Intents { get; private init; } = ImmutableSortedDictionary<PostsecondaryIntent, int>.Empty;

    /// <summary>How many chose which sector.</summary>
    public ImmutableSortedDictionary<SectorId, int> Sectors { get; private init; } = ImmutableSortedDictionary<SectorId, int>.Empty;

    /// <summary>How many set a goal of which kind.</summary>
    public ImmutableSortedDictionary<GoalKind, int> Goals { get; private init; } = ImmutableSortedDictionary<GoalKind, int>.Empty;

    /// <summary>How far students are with each aid, by its name.</summary>
    public ImmutableArray<AidCount> Aid { get; private init; } = [];

    /// <summary>Counts records.</summary>
    /// <param name="records">One for each student, in any order.</param>
    /// <param name="on">The day; what happened later does not count.</param>
    public static PlanIndicators Of(IEnumerable<StudentRecord> records, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(records);
        ImmutableArray<ImmutableArray<RecordEntry>> students =
            [.. records.Select(record => record.Standing.Where(entry => entry.On <= on).ToImmutableArray())];
        return new()
        {
            Students = students.Length,
            WithAdvisor = students.Count(entries => Advisors(entries, on).Any()),
            FamilyReached = students.Count(entries => entries.Any(entry => entry is FamilyContact)),
            GuardianSigned = students.Count(entries => entries.Any(entry => entry is PlanSigned { Signer: Role.Guardian })),
            InterestsAssessed = students.Count(entries => entries.Any(entry => entry is InterestResult)),
            AidAware = students.Count(entries => entries.Any(entry => entry is AidReached)),
            StudentsByAdvisor = Count(students, entries => Advisors(entries, on)),
            Intents = Count(students, entries => entries.OfType<IntentDeclared>().TakeLast(1).Select(entry => entry.Intent)),
            Sectors = Count(students, entries => entries.OfType<SectorChoice>().TakeLast(1).Select(entry => entry.Sector)),
            Goals = Count(students, entries => entries.OfType<GoalSet>().Select(entry => entry.Kind)),
            Aid = [.. AidCounts(students)],
        };
    }

    private static IEnumerable<ActorId> Advisors(ImmutableArray<RecordEntry> entries, LocalDate on) =>
        entries.OfType<AdvisorNamed>().Where(named => !(named.Until < on)).Select(named => named.Advisor);

    // Each student counts once for each value.
    private static ImmutableSortedDictionary<T, int> Count<T>(
        ImmutableArray<ImmutableArray<RecordEntry>> students, Func<ImmutableArray<RecordEntry>, IEnumerable<T>> values)
        where T : notnull => students.SelectMany(entries => values(entries).Distinct()).CountBy(value => value)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value);

    private static IEnumerable<AidCount> AidCounts(ImmutableArray<ImmutableArray<RecordEntry>> students) => students
        .SelectMany(entries => entries.OfType<AidReached>()
            .GroupBy(entry => entry.Program.Trim().ToUpperInvariant(), entry => entry.Milestone))
        .GroupBy(student => student.Key, student => student.ToList(), StringComparer.Ordinal)
        .OrderBy(aid => aid.Key, StringComparer.Ordinal)
        .Select(aid => new AidCount(aid.Key)
        {
            Informed = aid.Count(reached => IsAt(reached, FinancialAidMilestone.Informed)),
            AccountMade = aid.Count(reached => IsAt(reached, FinancialAidMilestone.AccountMade)),
            Submitted = aid.Count(reached => IsAt(reached, FinancialAidMilestone.Submitted)),
            Complete = aid.Count(reached => IsAt(reached, FinancialAidMilestone.Complete)),
            OptedOut = aid.Count(reached => reached.Contains(FinancialAidMilestone.OptedOut) && !IsAt(reached, FinancialAidMilestone.Submitted)),
        });

    private static bool IsAt(List<FinancialAidMilestone> reached, FinancialAidMilestone least) =>
        reached.Any(milestone => milestone >= least && milestone != FinancialAidMilestone.OptedOut);
}

/// <summary>How far students are with one aid.</summary>
/// <param name="Program">The name of the aid, in capitals, such as FAFSA.</param>
public sealed record AidCount(string Program)
{
    /// <summary>Students who were told of it, or are further.</summary>
    public int Informed { get; init; }

    /// <summary>Students with the account that an application needs, or further.</summary>
    public int AccountMade { get; init; }

    /// <summary>Students who handed the application in, or are further.</summary>
    public int Submitted { get; init; }

    /// <summary>Students whose application is complete.</summary>
    public int Complete { get; init; }

    /// <summary>Students who decided against it and handed nothing in.</summary>
    public int OptedOut { get; init; }
}
