namespace Pathways;

/// <summary>Others changed a thing each time a service tried to; nothing was done. Trying again later is safe.</summary>
public sealed class ConcurrencyException : Exception
{
    /// <summary>Says what could not be changed.</summary>
    /// <param name="subject">Kind and identifier.</param>
    /// <param name="attempts">How often it was tried.</param>
    public ConcurrencyException(string subject, int attempts)
        : base($"{subject} was changed by somebody else each of the {attempts} times it was tried. Nothing was done. Try again.") =>
        (Subject, Attempts) = (subject, attempts);

    /// <summary>Kind and identifier of what could not be changed.</summary>
    public string Subject { get; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; }
}
