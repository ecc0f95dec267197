namespace Pathways.Interchange.Reading;

/// <summary>What was found wrong or odd in one file.</summary>
/// <param name="file">The file as the caller named it.</param>
internal sealed class Findings(string file)
{
    private readonly List<InputError> _errors = [];
    private readonly List<InputError> _warnings = [];

    /// <summary>The errors in the order of lines and columns.</summary>
    public IEnumerable<InputError> Errors => InOrder(_errors);

    /// <summary>The warnings in the order of lines and columns.</summary>
    public IEnumerable<InputError> Warnings => InOrder(_warnings);

    public int ErrorCount => _errors.Count;

    public void Error(FilePlace place, string code, string message) =>
        _errors.Add(new(file, place.Line, place.Column, code, message));

    public void Warn(FilePlace place, string code, string message) =>
        _warnings.Add(new(file, place.Line, place.Column, code, message));

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
