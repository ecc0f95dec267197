namespace Pathways;

/// <summary>Input could not be used; carries every error that was found, not only the first.</summary>
/// <param name="errors">At least one error.</param>
public sealed class InputException(ImmutableArray<InputError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>Every error, in the order of files and places.</summary>
    public ImmutableArray<InputError> Errors { get; } = errors;
}
