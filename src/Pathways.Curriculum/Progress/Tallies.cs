namespace Pathways.Curriculum;

/// <summary>What a record says of one activity, counted. Days are <see langword="default"/> where there is none.</summary>
internal struct ActivityTally
{
    public int Attended;
    public int Missed;
    public decimal Hours;
    public LocalDate LastAttended;

    /// <summary>The day of the attendance, and of the hours, with which there were enough.</summary>
    public LocalDate EnoughAttended;
    public LocalDate EnoughHours;

    /// <summary>The next day for which it is planned.</summary>
    public LocalDate Planned;

    /// <summary>The first day it was planned for and nobody said who came.</summary>
    public LocalDate Unrecorded;

    public LocalDate WaivedOn;

    /// <summary>Whether an experience or an artifact is about it.</summary>
    public bool IsMentioned;

    // Of the day that was looked at last; the plan for a day may come before or after what became of it.
    private LocalDate _pending;
    private LocalDate _settled;

    public void Take(Experience experience, int occurrences, decimal hours)
    {
        IsMentioned = true;
        if (experience.Attendance == Attendance.Planned)
        {
            Pend(experience.On);
            return;
        }

        _settled = experience.On;
        if (_pending == experience.On)
        {
            _pending = default;
        }

        if (experience.Attendance != Attendance.Attended)
        {
            Missed++;
            return;
        }

        LastAttended = experience.On;
        if (++Attended == occurrences)
        {
            EnoughAttended = experience.On;
        }

        if (hours > 0 && experience.Hours is { } took)
        {
            var before = Hours;
            Hours += took;
            if (before < hours && Hours >= hours)
            {
                EnoughHours = experience.On;
            }
        }
    }

    public void TakePlanAhead(LocalDate day)
    {
        IsMentioned = true;
        if (Planned == default || day < Planned)
        {
            Planned = day;
        }
    }

    /// <summary>After the last entry of the past: what is still pending is planned for today, or was never recorded.</summary>
    public void Close(LocalDate on)
    {
        if (_pending == on)
        {
            Planned = on;
        }
        else
        {
            Leave();
        }
    }

    private void Pend(LocalDate day)
    {
        if (_settled != day && _pending != day)
        {
            Leave();
            _pending = day;
        }
    }

    private void Leave()
    {
        if (_pending != default && Unrecorded == default)
        {
            Unrecorded = _pending;
        }
    }
}

/// <summary>What a record says of one kind of evidence of one activity, counted in artifacts.</summary>
internal struct EvidenceTally
{
    /// <summary>Handed in, whatever became of them.</summary>
    public int HandedIn;

    /// <summary>Of these, those that are good enough.</summary>
    public int Accepted;

    /// <summary>Of these, those that wait to be looked at.</summary>
    public int Waiting;

    /// <summary>Of these, those that must be done again.</summary>
    public int Returned;

    /// <summary>How many days of artifacts that count are kept.</summary>
    public int Days;
}

/// <summary>Where a walk over a record leaves what it counted.</summary>
/// <param name="activities">By position of activities.</param>
/// <param name="evidence">By position of evidence.</param>
/// <param name="days">For each kind of evidence the days of the first artifacts that count, earliest first.</param>
internal readonly ref struct Tallies(Span<ActivityTally> activities, Span<EvidenceTally> evidence, Span<LocalDate> days)
{
    public Span<ActivityTally> Activities { get; } = activities;

    public Span<EvidenceTally> Evidence { get; } = evidence;

    private Span<LocalDate> AllDays { get; } = days;

    /// <summary>The day with which there was enough of some evidence; <see langword="default"/> while there is not.</summary>
    public LocalDate EnoughOn(CompiledScope scope, int evidence)
    {
        ref readonly var row = ref scope.Evidence[evidence];
        return Evidence[evidence].Days == row.Count ? AllDays[row.DaysFrom + row.Count - 1] : default;
    }

    /// <summary>Keeps a day if it is among the first.</summary>
    public void Keep(CompiledScope scope, int evidence, LocalDate day)
    {
        ref readonly var row = ref scope.Evidence[evidence];
        ref var tally = ref Evidence[evidence];
        var kept = AllDays.Slice(row.DaysFrom, row.Count);
        if (tally.Days == row.Count)
        {
            if (day >= kept[^1])
            {
                return;
            }
        }
        else
        {
            tally.Days++;
        }

        var place = tally.Days - 1;
        for (; place > 0 && kept[place - 1] > day; place--)
        {
            kept[place] = kept[place - 1];
        }

        kept[place] = day;
    }
}

/// <summary>What a record says of the student as a whole.</summary>
/// <param name="Sectors">A bit for each sector in which the student attended something.</param>
/// <param name="SectorsBefore">How many of them there were before the first day of immersion; -1 when there is no such day.</param>
internal readonly record struct Breadth(ulong Sectors, int SectorsBefore);
