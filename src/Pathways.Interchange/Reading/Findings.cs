namespace Pathways.Interchange.Reading;

/// <summary>What was found wrong or odd in one file.</summary>
/// <param name="file">The file as the caller named it.</param>
/// <param name="errorBound">How many errors are kept, of all files together.</param>
/// <param name="warningBound">How many warnings are kept, of all files together.</param>
internal sealed class Findings(string file, Bounded errorBound, Bounded warningBound)
{
    private readonly List<InputError> _errors = [];
    private readonly List<InputError> _warnings = [];

    /// <summary>The errors in the order of lines and columns.</summary>
    public IEnumerable<InputError> Errors => InOrder(_errors);

    /// <summary>The warnings in the order of lines and columns.</summary>
    public IEnumerable<InputError> Warnings => InOrder(_warnings);

    /// <summary>How many errors were found, those included that were not kept.</summary>
    public long ErrorCount { get; private set; }

    public void Error(FilePlace place, string code, string message)
    {
        ErrorCount++;
        if (errorBound.Take())
        {
            _errors.Add(new(file, place.Line, place.Column, code, message));
        }
    }

    public void Warn(FilePlace place, string code, string message)
    {
        if (warningBound.Take())
        {
            _warnings.Add(new(file, place.Line, place.Column, code, message));
        }
    }

    // OrderBy is stable: two faults of one cell stay in the order in which they were found.
    private static IEnumerable<InputError> InOrder(List<InputError> found) =>
        found.OrderBy(error => error.Line).ThenBy(error => error.Column);
}

/// <summary>A line and a column, both counted from 1; 0 where the whole is meant.</summary>
internal readonly record struct FilePlace(int Line, int Column)
{
    public static FilePlace WholeFile => default;

    public static FilePlace WholeLine(int line) => new(line, 0);
}
