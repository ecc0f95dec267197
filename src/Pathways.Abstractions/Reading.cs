using System.Diagnostics.CodeAnalysis;

namespace Pathways;

/// <summary>What came of reading input: the value, or every error; never half a value.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed class Reading<T>
    where T : class
{
    private Reading(T? value, ImmutableArray<InputError> errors, ImmutableArray<InputError> warnings) =>
        (Value, Errors, Warnings) = (value, errors, warnings);

    /// <summary>What was read; <see langword="null"/> when there is any error.</summary>
    public T? Value { get; }

    /// <summary>Everything that is wrong, in the order of files and places.</summary>
    public ImmutableArray<InputError> Errors { get; }

    /// <summary>What is odd, but was understood.</summary>
    public ImmutableArray<InputError> Warnings { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InputException">There are errors; the exception carries them all.</exception>
    public T Get() => Value ?? throw new InputException(Errors);

    /// <summary>A value that was read.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="warnings">What is odd, but was understood.</param>
    public static Reading<T> Of(T value, ImmutableArray<InputError> warnings = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, [], warnings.IsDefault ? [] : warnings);
    }

    /// <summary>Input that cannot be used.</summary>
    /// <param name="errors">At least one error.</param>
    /// <exception cref="ArgumentException">There is no error.</exception>
    public static Reading<T> Failed(ImmutableArray<InputError> errors) =>
        errors.IsDefaultOrEmpty
            ? throw new ArgumentException("A failed reading must say at least one error.", nameof(errors))
            : new(null, errors, []);
}
