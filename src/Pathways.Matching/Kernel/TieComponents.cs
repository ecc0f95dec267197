namespace Pathways.Matching.Kernel;

/// <summary>Splits what is possible in a core into parts that have nothing to do with each other.</summary>
internal static class TieComponents
{
    /// <summary>A part to be solved on its own, with what is known of it.</summary>
    internal sealed record Part(TieCore Core, ThresholdBox Box);

    /// <summary>The parts of a core whose box has been propagated; largest last.</summary>
    /// <param name="core">The core.</param>
    /// <param name="box">What is possible in it.</param>
    /// <param name="settled">By applicant, gets the edge of everybody who needs no choice.</param>
    public static List<Part> Of(TieCore core, ThresholdBox box, int[] settled)
    {
        // A program that cannot be filled holds whoever comes: it ties nobody to anybody.
        var interested = new int[core.Programs];
        for (var e = 0; e < core.Edges; e++)
        {
            interested[core.Program[e]] += box.Alive[e] ? 1 : 0;
        }

        var parent = new int[core.Programs];
        for (var p = 0; p < parent.Length; p++)
        {
            parent[p] = interested[p] >= core.Seats[p] ? p : Market.None;
        }

        var anchor = new int[core.Applicants];
        for (var a = 0; a < core.Applicants; a++)
        {
            (anchor[a], settled[a]) = (Market.None, Market.None);
            for (var e = core.First[a]; e < core.First[a + 1]; e++)
            {
                if (!box.Alive[e])
                {
                    continue;
                }

                settled[a] = settled[a] == Market.None ? e : settled[a];
                if (parent[core.Program[e]] == Market.None)
                {
                    continue;
                }

                var root = Root(parent, core.Program[e]);
                if (anchor[a] == Market.None)
                {
                    anchor[a] = root;
                }
                else
                {
                    parent[root] = Root(parent, anchor[a]);
                }
            }

            // Whoever wants programs with room only has the best of them.
            settled[a] = anchor[a] == Market.None ? settled[a] : Market.None;
        }

        var members = new List<int>?[core.Programs];
        for (var a = 0; a < core.Applicants; a++)
        {
            if (anchor[a] != Market.None)
            {
                (members[Root(parent, anchor[a])] ??= []).Add(a);
            }
        }

        var number = new int[core.Programs];
        var parts = new List<Part>();
        foreach (var applicants in members)
        {
            if (applicants is not null)
            {
                parts.Add(Make(core, box, applicants, parent, number));
            }
        }

        parts.Sort((one, other) => one.Core.Edges.CompareTo(other.Core.Edges));
        return parts;
    }

    private static Part Make(TieCore core, ThresholdBox box, List<int> applicants, int[] parent, int[] number)
    {
        var first = new int[applicants.Count + 1];
        var (edges, program, seats, original) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        foreach (var a in applicants)
        {
            for (var e = core.First[a]; e < core.First[a + 1]; e++)
            {
                number[core.Program[e]] = Market.None;
            }
        }

        for (var i = 0; i < applicants.Count; i++)
        {
            for (var e = core.First[applicants[i]]; e < core.First[applicants[i] + 1]; e++)
            {
                if (!box.Alive[e])
                {
                    continue;
                }

                var p = core.Program[e];
                if (number[p] == Market.None || parent[p] == Market.None)
                {
                    number[p] = seats.Count;
                    seats.Add(parent[p] == Market.None ? 2 : core.Seats[p]); // two for one: it is never full
                    original.Add(p);
                }

                edges.Add(e);
                program.Add(number[p]);
            }

            first[i + 1] = edges.Count;
        }

        var part = core.Part(applicants, first, edges, program, seats);
        var known = new ThresholdBox(part);
        for (var i = 0; i < applicants.Count; i++)
        {
            known.Must[i] = box.Must[applicants[i]];
        }

        Array.Clear(known.Hi);
        for (var e = 0; e < edges.Count; e++)
        {
            // The levels are numbered anew; below the lowest threshold there are no usable edges.
            var p = core.Program[edges[e]];
            if (core.Level[edges[e]] <= box.Hi[p])
            {
                known.Hi[program[e]] = Math.Max(known.Hi[program[e]], part.Level[e]);
            }

            known.Lo[program[e]] = box.Lo[p] > 0 ? 1 : 0;
        }

        return new(part, known);
    }

    private static int Root(int[] parent, int p)
    {
        while (parent[p] != p)
        {
            parent[p] = parent[parent[p]];
            p = parent[p];
        }

        return p;
    }
}
