namespace Pathways.Matching.Problems;

/// <summary>Something wrong in a problem, at a byte of the file or nowhere (-1) when it was built in code.</summary>
internal readonly record struct ProblemFault(long Offset, string Code, string Message);

/// <summary>Collects what is wrong; says how many more there are past a bound, so that a broken file of any size can be reported.</summary>
/// <param name="prefix">What codes start with: the kind of file.</param>
internal sealed class ProblemFaults(string prefix = "problem")
{
    private const int Bound = 10_000;
    private readonly List<ProblemFault> _faults = [];
    private readonly List<ProblemFault> _warnings = [];
    private long _more;

    /// <summary>What is odd, but was understood, in the order of the file; no more than the bound.</summary>
    public IReadOnlyList<ProblemFault> Warnings => _warnings;

    public bool Any => _faults.Count > 0;

    /// <summary>How far it is now, to go back to.</summary>
    public (int Listed, long More) Mark => (_faults.Count, _more);

    /// <summary>Forgets what came after a mark.</summary>
    public void BackTo((int Listed, long More) mark)
    {
        _faults.RemoveRange(mark.Listed, _faults.Count - mark.Listed);
        _more = mark.More;
    }

    public void Add(long offset, string code, string message)
    {
        if (_faults.Count < Bound)
        {
            _faults.Add(new(offset, code, Printable(message)));
        }
        else
        {
            _more++;
        }
    }

    public void Warn(long offset, string code, string message)
    {
        if (_warnings.Count < Bound)
        {
            _warnings.Add(new(offset, code, Printable(message)));
        }
    }

    /// <summary>All faults, in the order of their places.</summary>
    public IReadOnlyList<ProblemFault> InOrder()
    {
        List<ProblemFault> ordered = [.. _faults.OrderBy(fault => fault.Offset)];
        if (_more > 0)
        {
            ordered.Add(new(-1, $"{prefix}.errors.more", $"{_more} more errors are not listed. Maybe one cause runs through the whole file."));
        }

        return ordered;
    }

    // Messages quote the file, and a file may hold what a terminal obeys.
    private static string Printable(string message) =>
        message.Any(char.IsControl) ? string.Concat(message.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : message;
}
