namespace Pathways.Matching.Kernel;

/// <summary>How programs choose among those who have proposed to them.</summary>
/// <remarks>
/// Struct-generic, so that no call in the loop is virtual. A choice function keeps whom each program holds; told of one more applicant, it
/// answers who is out. With the guarantees it declares, who is out once stays out, and one proposal puts out one applicant at most.
/// </remarks>
internal interface IChoiceFunction
{
    /// <summary>What is proved of it.</summary>
    static abstract ChoiceGuarantees Guarantees { get; }

    /// <summary>A program hears from an applicant whom it does not hold.</summary>
    /// <param name="program">Who is asked.</param>
    /// <param name="applicant">Who asks.</param>
    /// <param name="edge">The edge between them.</param>
    /// <returns>Who is out now: the applicant, somebody held until now (by this program, or by another under a common cap), or <see cref="Market.None"/>.</returns>
    int Offer(int program, int applicant, int edge);

    /// <summary>Asks for the memory that an offer along an edge reads first.</summary>
    void Fetch(int program, int edge);

    /// <summary>Asks for the memory that an offer reads next; what <see cref="Fetch"/> asked for is there by now.</summary>
    void FetchHeld(int program);
}

/// <summary>What is proved of a choice function, and carries over to deferred acceptance with it.</summary>
/// <remarks>J. W. Hatfield and P. R. Milgrom, "Matching with Contracts", American Economic Review 95 (2005) 913-935.</remarks>
[Flags]
internal enum ChoiceGuarantees
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Who is not chosen from a set is not chosen from a larger one: a stable matching exists, and deferred acceptance finds the applicants' best.</summary>
    Substitutable = 1,

    /// <summary>A larger set never leads to fewer chosen (law of aggregate demand): truthful for applicants, and the same number placed in every stable matching.</summary>
    SizeMonotonic = 2,

    /// <summary>Leaving out somebody not chosen changes nothing (irrelevance of rejected contracts).</summary>
    Consistent = 4,

    /// <summary>Everything that makes deferred acceptance stable and truthful for applicants.</summary>
    All = Substitutable | SizeMonotonic | Consistent,
}
