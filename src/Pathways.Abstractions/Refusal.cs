namespace Pathways;

/// <summary>One reason why the answer is no: a stable code for programs and a sentence for people.</summary>
/// <param name="Code">Public and stable, such as <c>eligibility.age</c>.</param>
/// <param name="Sentence">What stands in the way, with the values, in words a school secretary understands.</param>
public readonly record struct Refusal(string Code, string Sentence)
{
    /// <summary>The code and the sentence.</summary>
    public override string ToString() => $"{Code}: {Sentence}";
}
