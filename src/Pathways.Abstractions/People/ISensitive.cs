namespace Pathways;

/// <summary>Personal data that never shows itself by accident.</summary>
/// <remarks>
/// Printing, formatting and JSON give <c>[redacted:...]</c>. Who really needs the value says what for, and that place can be
/// found by searching for <see cref="Reveal"/>.
/// </remarks>
/// <typeparam name="T">The raw value.</typeparam>
public interface ISensitive<out T>
{
    /// <summary>The raw value.</summary>
    /// <param name="purpose">What it is needed for.</param>
    T Reveal(Purpose purpose);
}
