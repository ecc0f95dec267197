namespace Pathways;

/// <summary>Something that must hold before an answer is yes.</summary>
/// <remarks>Requirements are tables: one line each, with a pure predicate over facts that were gathered before.</remarks>
/// <typeparam name="TFacts">What the predicate looks at.</typeparam>
/// <param name="Code">Public and stable, such as <c>placement.documents-accepted</c>.</param>
/// <param name="Sentence">What must hold, in words a school secretary understands.</param>
/// <param name="IsMet">Whether it holds. Pure: the same facts give the same answer.</param>
/// <param name="Explain">Says with the values at hand what is amiss; the sentence is used where this is left out.</param>
public sealed record Requirement<TFacts>(
    string Code, string Sentence, Func<TFacts, bool> IsMet, Func<TFacts, string>? Explain = null)
{
    /// <summary>The refusal that this requirement gives for facts that do not meet it.</summary>
    /// <param name="facts">The facts at hand.</param>
    public Refusal Refuse(TFacts facts) => new(Code, Explain?.Invoke(facts) ?? Sentence);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
