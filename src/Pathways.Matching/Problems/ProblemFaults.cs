namespace Pathways.Matching.Problems;

/// <summary>Something wrong in a problem, at a byte of the file or nowhere (-1) when it was built in code.</summary>
internal readonly record struct ProblemFault(long Offset, string Code, string Message);

/// <summary>Collects what is wrong; says how many more there are past a bound, so that a broken file of any size can be reported.</summary>
internal sealed class ProblemFaults
{
    private const int Bound = 10_000;
    private readonly List<ProblemFault> _faults = [];
    private long _more;

    public bool Any => _faults.Count > 0;

    public void Add(long offset, string code, string message)
    {
        if (_faults.Count < Bound)
        {
            _faults.Add(new(offset, code, message));
        }
        else
        {
            _more++;
        }
    }

    /// <summary>All faults, in the order of their places.</summary>
    public IReadOnlyList<ProblemFault> InOrder()
    {
        List<ProblemFault> ordered = [.. _faults.OrderBy(fault => fault.Offset)];
        if (_more > 0)
        {
            ordered.Add(new(-1, "problem.errors.more", $"{_more} more errors are not listed. Maybe one cause runs through the whole file."));
        }

        return ordered;
    }
}
