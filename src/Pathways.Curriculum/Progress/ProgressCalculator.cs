namespace Pathways.Curriculum;

/// <summary>Says how far a student is with every activity of a scope on a day.</summary>
/// <remarks>
/// <para>
/// An activity is done when it was attended as often and as long as it asks, and of each kind of evidence there are enough artifacts that were
/// accepted, or handed in where that is enough. An artifact stands where the latest judged version of it stands, so nothing that is added to
/// a record ever takes back what was handed in or accepted. An activity that asks for nothing at all is done once it was attended.
/// </para>
/// <para>
/// It is due at the end of its window, and evidence that is due some days after the experience so many days after the last one attended. It is
/// late from the day after the first thing outstanding was due. Where a grade has no number, no day is known and nothing is ever late.
/// </para>
/// <para>
/// An activity for every student is for those of its programs, if it names some; its sectors say what it is about. A targeted one is for
/// those of its programs who chose one of its sectors, if it names some. One for individual support is for those whose record mentions it.
/// A prerequisite that is waived, or not for the student, does not block.
/// </para>
/// </remarks>
public static class ProgressCalculator
{
    private const int MostOnStack = 64;

    /// <summary>How far a student is. Pure: the same arguments give the same answer, on any number of threads.</summary>
    /// <param name="scope">The scope and sequence.</param>
    /// <param name="standing">Where the student stands on the roster.</param>
    /// <param name="record">The student's record; <see langword="null"/> when there is none, which is shown as such.</param>
    /// <param name="on">The day; what is on record for later days does not count, but for what is planned.</param>
    /// <exception cref="ArgumentException">The record is another student's.</exception>
    public static StudentProgress Of(CompiledScope scope, StudentStanding standing, StudentRecord? record, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(standing);
        if (record is not null && record.Student != standing.Student)
        {
            throw new ArgumentException($"The record is that of {record.Student}, and the standing that of {standing.Student}. Maybe two lists are not in the same order.", nameof(record));
        }

        var (activities, evidence, days) = (scope.Rows.Length, scope.Evidence.Length, scope.EvidenceDays);
        return activities <= MostOnStack && evidence <= MostOnStack && days <= MostOnStack
            ? Of(scope, standing, record, on, new(stackalloc ActivityTally[activities], stackalloc EvidenceTally[evidence], stackalloc LocalDate[days]))
            : Of(scope, standing, record, on, new(new ActivityTally[activities], new EvidenceTally[evidence], new LocalDate[days]));
    }

    /// <summary>Whether an activity is for a student at all.</summary>
    internal static bool IsFor(in ActivityRow row, StudentStanding standing, CompiledScope scope, bool isMentioned) =>
        IsOfProgram(row, standing) && row.Activity.Tier switch
        {
            Tier.Universal => true,
            Tier.IndividualSupport => isMentioned,
            _ => row.Sectors == 0 || (standing.Sector is { } sector && (row.Sectors & scope.Bit(sector)) != 0),
        };

    /// <summary>Whether the student is of a program that an activity is for.</summary>
    internal static bool IsOfProgram(in ActivityRow row, StudentStanding standing)
    {
        if (row.Programs == 0)
        {
            return true;
        }

        foreach (var program in standing.Programs)
        {
            if ((row.Programs & CompiledScope.Bit(program)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last day for some evidence of an activity.</summary>
    internal static LocalDate DueOf(in EvidenceRow asked, in ActivityTally tally, LocalDate closes) =>
        asked.DueDays >= 0 && tally.Attended > 0 ? tally.LastAttended.PlusDays(asked.DueDays) : closes;

    private static StudentProgress Of(CompiledScope scope, StudentStanding standing, StudentRecord? record, LocalDate on, scoped in Tallies tallies)
    {
        var breadth = RecordWalk.Fill(scope, record, on, tallies);
        var marks = new ActivityMark[scope.Rows.Length];
        for (var i = 0; i < marks.Length; i++)
        {
            Judge(scope, standing, on, tallies, i, ref marks[i]);
        }

        for (var i = 0; i < marks.Length; i++)
        {
            Order(scope, i, marks);
        }

        return new(scope, standing, record, on, marks, breadth);
    }

    private static void Judge(CompiledScope scope, StudentStanding standing, LocalDate on, scoped in Tallies tallies, int position, ref ActivityMark mark)
    {
        ref readonly var row = ref scope.Rows[position];
        ref readonly var tally = ref tallies.Activities[position];
        var (opens, closes) = scope.Window(position, standing);
        mark.Due = closes;
        mark.IsForStudent = IsFor(row, standing, scope, tally.IsMentioned);
        if (tally.WaivedOn != default)
        {
            (mark.Status, mark.CompletedOn) = (ActivityStatus.Waived, tally.WaivedOn);
            return;
        }

        var (due, lastly, isStarted) = (LocalDate.MaxIsoValue, tally.EnoughAttended, tally.Attended > 0);
        if (tally.Attended < row.Occurrences || (row.Hours > 0 && tally.EnoughHours == default))
        {
            due = closes;
        }

        lastly = tally.EnoughHours > lastly ? tally.EnoughHours : lastly;
        var isMet = tally.Attended >= row.Occurrences && (row.Hours == 0 || tally.EnoughHours != default);
        for (var i = row.EvidenceFrom; i < row.EvidenceEnd; i++)
        {
            isStarted |= tallies.Evidence[i].HandedIn > 0;
            var enough = tallies.EnoughOn(scope, i);
            if (enough == default)
            {
                isMet = false;
                var asked = DueOf(scope.Evidence[i], tally, closes);
                due = asked < due ? asked : due;
            }
            else if (enough > lastly)
            {
                lastly = enough;
            }
        }

        if (isMet)
        {
            (mark.Status, mark.CompletedOn) = (ActivityStatus.Done, lastly);
            return;
        }

        mark.Due = due;
        mark.Status = !mark.IsForStudent ? ActivityStatus.NotForStudent
            : !isStarted && on < opens ? ActivityStatus.NotYetOpen
            : due < on && row.Activity.IsRequired ? ActivityStatus.Late
            : closes < on ? ActivityStatus.Closed
            : isStarted ? ActivityStatus.InProgress
            : ActivityStatus.Open;
    }

    // Who must wait, and who did not: needs to know of all activities whether they are done.
    private static void Order(CompiledScope scope, int position, ActivityMark[] marks)
    {
        ref readonly var row = ref scope.Rows[position];
        ref var mark = ref marks[position];
        for (var i = row.PrerequisitesFrom; i < row.PrerequisitesEnd; i++)
        {
            ref readonly var before = ref marks[scope.Prerequisites[i]];
            if (before.Status is ActivityStatus.Waived or ActivityStatus.NotForStudent)
            {
                continue;
            }

            if (mark.Status is ActivityStatus.Open or ActivityStatus.InProgress && before.Status != ActivityStatus.Done)
            {
                mark.Status = ActivityStatus.Blocked;
            }

            mark.IsOutOfOrder |= mark.Status == ActivityStatus.Done
                && (before.Status != ActivityStatus.Done || before.CompletedOn > mark.CompletedOn);
        }
    }
}
