using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>How many findings of one sort a run keeps; counts those past it, so that a broken folder of any size can be reported.</summary>
/// <param name="folder">What the last line names, since it is about no single file.</param>
/// <param name="code">The code of the last line.</param>
internal sealed class Bounded(string folder, string code)
{
    private const int Most = 10_000;
    private int _kept;
    private long _more;

    /// <summary>Whether there is room for one more; if not, it is counted.</summary>
    public bool Take()
    {
        if (_kept < Most)
        {
            _kept++;
            return true;
        }

        _more++;
        return false;
    }

    /// <summary>The findings that were kept, and last how many were not.</summary>
    public ImmutableArray<InputError> Close(IEnumerable<InputError> kept) =>
        _more == 0
            ? [.. kept]
            : [.. kept, new(folder, 0, 0, code, $"{Numbers.Format(_more)} more are not listed. Maybe one cause runs through a whole file.")];
}
