using System.Collections.Frozen;

namespace Pathways.Curriculum;

/// <summary>A scope and sequence made ready for calculating progress: activities by position, everything they name looked up once.</summary>
/// <remarks>Immutable, and shared by threads. Compile once, calculate for every student.</remarks>
public sealed class CompiledScope
{
    private const int MostSectors = 64;

    // No activity waits longer for its evidence, and no day gets out of the calendar.
    private const int MostDays = 36_500;

    private readonly FrozenDictionary<string, int> _positions;
    private readonly FrozenDictionary<string, int> _sectors;

    private CompiledScope(ScopeAndSequence scope, FrozenDictionary<string, int> positions, FrozenDictionary<string, int> sectors)
    {
        (Scope, _positions, _sectors) = (scope, positions, sectors);
        Days = new(scope.YearStarts, scope.Terms, scope.EffectiveFrom.Year);
        var evidence = new List<EvidenceRow>();
        var prerequisites = new List<int>();
        Rows = [.. scope.Activities.Select(activity => Row(activity, evidence, prerequisites))];
        (Evidence, Prerequisites) = ([.. evidence], [.. prerequisites]);
        EvidenceDays = evidence.Sum(row => row.Count);
    }

    /// <summary>What was compiled.</summary>
    public ScopeAndSequence Scope { get; }

    internal ActivityRow[] Rows { get; }

    internal EvidenceRow[] Evidence { get; }

    internal int[] Prerequisites { get; }

    internal int EvidenceDays { get; }

    internal SchoolDays Days { get; }

    /// <summary>Compiles a scope and sequence.</summary>
    /// <param name="scope">One without errors: what a scope file gives once it was read and checked.</param>
    /// <exception cref="ArgumentException">
    /// An activity or term comes twice, something is named that is not there, or there are more than 64 sectors.
    /// </exception>
    public static CompiledScope Compile(ScopeAndSequence scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        foreach (var twice in scope.Activities.GroupBy(activity => activity.Id).Where(group => group.Count() > 1))
        {
            throw new ArgumentException($"Two activities of {scope} are called \"{twice.Key}\". Maybe one was copied and not renamed.", nameof(scope));
        }

        SectorId[] sectors = [.. scope.Sectors.Concat(scope.Activities.SelectMany(activity => activity.Sectors)).Distinct()];
        if (sectors.Length > MostSectors)
        {
            throw new ArgumentException($"{scope} names {sectors.Length} sectors, and breadth is counted over {MostSectors} at most. Maybe occupations were entered as sectors.", nameof(scope));
        }

        return new(
            scope,
            scope.Activities.Select((activity, position) => (activity.Id.Value, position)).ToFrozenDictionary(pair => pair.Value, pair => pair.position, StringComparer.Ordinal),
            sectors.Select((sector, position) => (sector.Value, position)).ToFrozenDictionary(pair => pair.Value, pair => pair.position, StringComparer.Ordinal));
    }

    /// <summary>Such as <c>marlborough@1</c>.</summary>
    public override string ToString() => Scope.ToString();

    /// <summary>The position of an activity; -1 for one that the scope does not have.</summary>
    internal int Find(ActivityId activity) => _positions.GetValueOrDefault(activity.Value, -1);

    /// <summary>The position of an activity that must be there.</summary>
    internal int Get(ActivityId activity) => Find(activity) is >= 0 and var position
        ? position
        : throw new KeyNotFoundException($"{Scope} has no activity \"{activity}\". Maybe the record or the page belongs to another version.");

    /// <summary>The bit of a sector; 0 for one that the scope does not name.</summary>
    internal ulong Bit(SectorId sector) => _sectors.TryGetValue(sector.Value, out var position) ? 1ul << position : 0;

    internal static uint Bit(ProgramType program) => 1u << (int)program;

    /// <summary>The days on which an activity opens and closes for a student; the ends of the calendar where a grade has no number.</summary>
    internal (LocalDate Opens, LocalDate Closes) Window(int position, StudentStanding standing)
    {
        ref readonly var row = ref Rows[position];
        var grade = standing.Grade.Number ?? 0;
        var opens = grade > 0 && row.First > 0
            ? Days.Of(row.Opens, standing.Year.StartsIn + row.First - grade)
            : standing.Grade < row.Activity.FirstGrade ? LocalDate.MaxIsoValue : LocalDate.MinIsoValue;
        return (opens, grade > 0 && row.Last > 0 ? Days.Of(row.Closes, standing.Year.StartsIn + row.Last - grade) : LocalDate.MaxIsoValue);
    }

    private ActivityRow Row(Activity activity, List<EvidenceRow> evidence, List<int> prerequisites)
    {
        var (evidenceFrom, prerequisitesFrom) = (evidence.Count, prerequisites.Count);
        foreach (var asked in activity.Evidence)
        {
            var days = evidence is [.., var last] ? last.DaysFrom + last.Count : 0;
            evidence.Add(new(asked.Kind, Math.Max(1, asked.Count), asked.MustBeAccepted, asked.DueDays is { } due ? Math.Clamp(due, 0, MostDays) : -1, days));
        }

        prerequisites.AddRange(activity.Prerequisites.Distinct().Select(before => Find(before) is >= 0 and var position
            ? position
            : throw new ArgumentException($"\"{activity.Id}\" of {Scope} comes after \"{before}\", which is not there. Maybe it is misspelt.", nameof(activity))));
        var hours = Math.Max(0, activity.Hours ?? 0);
        var asksForNothing = activity is { Occurrences: <= 0, Evidence: [] } && hours == 0;
        return new()
        {
            Activity = activity,
            Programs = activity.Programs.Aggregate(0u, (bits, program) => bits | Bit(program)),
            Sectors = activity.Sectors.Aggregate(0ul, (bits, sector) => bits | Bit(sector)),
            Occurrences = asksForNothing ? 1 : Math.Max(0, activity.Occurrences),
            Hours = hours,
            First = activity.FirstGrade.Number ?? 0,
            Last = activity.LastGrade.Number ?? 0,
            Opens = activity.Opens is { } opens ? SchoolDays.FirstOf(Term(opens)) : SchoolDays.First,
            Closes = activity.Closes is { } closes ? SchoolDays.LastOf(Term(closes)) : SchoolDays.Last,
            EvidenceFrom = evidenceFrom,
            EvidenceEnd = evidence.Count,
            PrerequisitesFrom = prerequisitesFrom,
            PrerequisitesEnd = prerequisites.Count,
            Caretaker = Caretakers.Of(activity),
        };
    }

    private int Term(TermId id)
    {
        for (var i = 0; i < Scope.Terms.Length; i++)
        {
            if (Scope.Terms[i].Id == id)
            {
                return i;
            }
        }

        throw new ArgumentException($"{Scope} has no term \"{id}\". Maybe it is misspelt.", nameof(id));
    }
}
