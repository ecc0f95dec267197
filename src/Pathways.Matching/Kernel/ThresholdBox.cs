namespace Pathways.Matching.Kernel;

/// <summary>What is still possible at a node of the search: a range of thresholds per program, the edges that may be used, and who must be matched.</summary>
internal sealed class ThresholdBox
{
    public ThresholdBox(TieCore core)
    {
        Lo = new int[core.Programs];
        Hi = new int[core.Programs];
        Alive = new bool[core.Edges];
        Must = new bool[core.Applicants];
        Top = new int[core.Applicants];
        Matched = new int[core.Applicants];
        Array.Fill(Alive, true);
        Array.Fill(Top, Market.None);
        Array.Fill(Matched, Market.None);
        for (var e = 0; e < core.Edges; e++)
        {
            Hi[core.Program[e]] = Math.Max(Hi[core.Program[e]], core.Level[e]);
        }
    }

    /// <summary>By program, the lowest threshold; 1 or more says that the program must be full.</summary>
    public int[] Lo { get; }

    /// <summary>By program, the highest threshold.</summary>
    public int[] Hi { get; }

    /// <summary>By edge, whether it may be used.</summary>
    public bool[] Alive { get; }

    /// <summary>By applicant, whether it must be matched.</summary>
    public bool[] Must { get; }

    /// <summary>By applicant, the one edge that nothing else it may use is as good as, or <see cref="Market.None"/>.</summary>
    public int[] Top { get; }

    /// <summary>By applicant, its edge in a largest matching along usable edges, stable or not, or <see cref="Market.None"/>.</summary>
    public int[] Matched { get; }

    /// <summary>How many edges may be used.</summary>
    public int Usable() => Alive.AsSpan().Count(true);

    public void CopyFrom(ThresholdBox other)
    {
        other.Lo.CopyTo(Lo, 0);
        other.Hi.CopyTo(Hi, 0);
        other.Alive.CopyTo(Alive, 0);
        other.Must.CopyTo(Must, 0);
        other.Top.CopyTo(Top, 0);
        other.Matched.CopyTo(Matched, 0);
    }
}
