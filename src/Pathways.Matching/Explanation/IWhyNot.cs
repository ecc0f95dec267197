namespace Pathways.Matching.Explanation;

/// <summary>Why an opportunity that a student would rather have, and that has seats and accepts the student, is not theirs.</summary>
internal interface IWhyNot
{
    /// <summary>The reason.</summary>
    /// <param name="s">Who.</param>
    /// <param name="o">What.</param>
    /// <param name="edge">The edge between them in the market of the problem.</param>
    Reason Of(int s, int o, int edge);
}
