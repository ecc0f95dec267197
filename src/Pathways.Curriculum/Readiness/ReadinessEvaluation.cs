namespace Pathways.Curriculum;

/// <summary>How far one student is with one definition of readiness on one day, criterion by criterion.</summary>
public sealed record ReadinessEvaluation
{
    /// <summary>The definition.</summary>
    public required ReadinessDefinition Definition { get; init; }

    /// <summary>Who.</summary>
    public required StudentId Student { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The result of each criterion, in the order of the definition.</summary>
    public required ImmutableArray<CriterionResult> Results { get; init; }

    /// <summary>How many criteria are not met.</summary>
    public int UnmetCount
    {
        get
        {
            var count = 0;
            foreach (var result in Results)
            {
                count += result.IsMet ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>Whether every criterion is met.</summary>
    public bool IsMet => UnmetCount == 0;

    /// <summary>Everything that is missing, in the order of the criteria.</summary>
    public ImmutableArray<Refusal> Missing => [.. Results.SelectMany(result => result.Missing)];

    /// <summary>
    /// The last day it holds if nothing is added: the earliest of what it rests on; <see langword="null"/> when nothing expires, or when it is
    /// not met.
    /// </summary>
    public LocalDate? Until
    {
        get
        {
            LocalDate? until = null;
            foreach (var result in Results)
            {
                if (!result.IsMet)
                {
                    return null;
                }

                until = Validity.Earlier(until, result.Until);
            }

            return until;
        }
    }

    /// <summary>Who, by what, when and how far; nothing of what the record says.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Student} by {Definition} on {On:uuuu-MM-dd}: {Results.Length - UnmetCount} of {Results.Length} criteria met");
}
