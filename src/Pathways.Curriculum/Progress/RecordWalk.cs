using System.Numerics;

namespace Pathways.Curriculum;

/// <summary>Counts what a record says of each activity of a scope, up to a day.</summary>
/// <remarks>
/// Entries come by day, so running totals are enough; within a day the order must not matter, and every rule here is written so that it does not.
/// What is planned for days to come is the one thing taken from beyond the day.
/// </remarks>
internal static class RecordWalk
{
    private const int MostOnStack = 48;

    public static Breadth Fill(CompiledScope scope, StudentRecord? record, LocalDate on, scoped in Tallies tallies)
    {
        if (record is null)
        {
            return new(0, -1);
        }

        var standing = record.Standing.AsSpan();
        var breadth = new RunningBreadth();
        var (artifacts, past) = (0, 0);
        for (; past < standing.Length && standing[past].On <= on; past++)
        {
            switch (standing[past])
            {
                case Experience experience:
                    var position = scope.Find(experience.Activity);
                    if (position >= 0)
                    {
                        ref readonly var row = ref scope.Rows[position];
                        tallies.Activities[position].Take(experience, row.Occurrences, row.Hours);
                    }

                    breadth.Take(scope, experience, position);
                    break;
                case ArtifactVersion:
                    artifacts++;
                    break;
                case ActivityWaived waived when scope.Find(waived.Activity) is >= 0 and var which:
                    ref var tally = ref tallies.Activities[which];
                    tally.WaivedOn = tally.WaivedOn == default ? waived.On : tally.WaivedOn;
                    break;
            }
        }

        for (var i = 0; i < tallies.Activities.Length; i++)
        {
            tallies.Activities[i].Close(on);
        }

        for (var i = past; i < standing.Length; i++)
        {
            if (standing[i] is Experience { Attendance: Attendance.Planned } ahead && scope.Find(ahead.Activity) is >= 0 and var position)
            {
                tallies.Activities[position].TakePlanAhead(ahead.On);
            }
        }

        if (artifacts > 0)
        {
            Artifacts(scope, standing[..past], artifacts, tallies);
        }

        return new(breadth.Sectors, breadth.Before);
    }

    private static void Artifacts(CompiledScope scope, ReadOnlySpan<RecordEntry> entries, int count, scoped in Tallies tallies)
    {
        var buckets = (int)BitOperations.RoundUpToPowerOf2((uint)count) * 2;
        var table = count <= MostOnStack
            ? new ArtifactTable(entries, stackalloc ArtifactState[count], stackalloc ArtifactVersionLink[count], stackalloc int[buckets])
            : new ArtifactTable(entries, new ArtifactState[count], new ArtifactVersionLink[count], new int[buckets]);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is ArtifactVersion)
            {
                table.HandIn(scope, i);
            }
        }

        foreach (var entry in entries)
        {
            if (entry is ArtifactReview review)
            {
                table.Judge(review);
            }
        }

        foreach (ref readonly var artifact in table.States)
        {
            if (artifact.Activity >= 0)
            {
                Count(scope, artifact, tallies);
            }
        }
    }

    private static void Count(CompiledScope scope, in ArtifactState artifact, scoped in Tallies tallies)
    {
        tallies.Activities[artifact.Activity].IsMentioned = true;
        ref readonly var row = ref scope.Rows[artifact.Activity];
        for (var i = row.EvidenceFrom; i < row.EvidenceEnd; i++)
        {
            ref readonly var asked = ref scope.Evidence[i];
            if (asked.Kind != artifact.Kind)
            {
                continue;
            }

            ref var tally = ref tallies.Evidence[i];
            tally.HandedIn++;
            switch (artifact.State)
            {
                case ReviewState.Accepted:
                    tally.Accepted++;
                    break;
                case ReviewState.Returned:
                    tally.Returned++;
                    break;
                default:
                    tally.Waiting++;
                    break;
            }

            if (!asked.MustBeAccepted)
            {
                tallies.Keep(scope, i, artifact.HandedInOn);
            }
            else if (artifact.State == ReviewState.Accepted)
            {
                tallies.Keep(scope, i, artifact.AcceptedSince);
            }
        }
    }

    /// <summary>Sectors so far, and how many there were before the day on which immersion began.</summary>
    private ref struct RunningBreadth
    {
        private LocalDate _today;
        private ulong _beforeToday;

        public RunningBreadth() => Before = -1;

        public ulong Sectors { get; private set; }

        public int Before { get; private set; }

        public void Take(CompiledScope scope, Experience experience, int position)
        {
            if (experience.Attendance != Attendance.Attended)
            {
                return;
            }

            if (experience.On != _today)
            {
                (_today, _beforeToday) = (experience.On, Sectors);
            }

            if (position >= 0)
            {
                ref readonly var row = ref scope.Rows[position];
                if (row.Activity.Stage == Stage.Immersion && Before < 0)
                {
                    Before = BitOperations.PopCount(_beforeToday);
                }

                if (experience.Sector is null && BitOperations.IsPow2(row.Sectors))
                {
                    Sectors |= row.Sectors;
                }
            }

            if (experience.Sector is { } sector)
            {
                Sectors |= scope.Bit(sector);
            }
        }
    }
}
