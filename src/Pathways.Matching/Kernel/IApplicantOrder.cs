namespace Pathways.Matching.Kernel;

/// <summary>How programs tell applicants apart: a total order per program, as two 32-bit words.</summary>
/// <remarks>
/// Struct-generic, so that no call in the loop is virtual. The high word of an edge is compared first; the low word belongs to
/// the applicant and is unique, so that no two keys are equal and the result depends on no order of processing. Higher is better.
/// </remarks>
internal interface IApplicantOrder
{
    /// <summary>The word of an edge that counts most, 0 or more.</summary>
    int High(int edge);

    /// <summary>The word of an applicant that decides between equal high words, 0 or more.</summary>
    int Low(int applicant);

    /// <summary>The applicant that has a low word.</summary>
    int Applicant(int low);

    /// <summary>Asks for the memory that <see cref="High"/> will read; the edge may be one beyond the last.</summary>
    void FetchHigh(int edge);

    /// <summary>Asks for the memory that <see cref="Applicant"/> will read.</summary>
    void FetchApplicant(int low);
}

/// <summary>Priority class, then one place per applicant that holds at every program (a single lottery, or the input order).</summary>
/// <param name="priorityClass">By edge.</param>
/// <param name="place">By applicant: a permutation of 0 .. n - 1, higher is better.</param>
/// <param name="byPlace">Its inverse.</param>
internal readonly struct SinglePlaceOrder(int[] priorityClass, int[] place, int[] byPlace) : IApplicantOrder
{
    public int High(int edge) => priorityClass[edge];

    public int Low(int applicant) => place[applicant];

    public int Applicant(int low) => byPlace[low];

    public void FetchHigh(int edge) => Fetch.At(priorityClass, edge);

    public void FetchApplicant(int low) => Fetch.At(byPlace, low);
}

/// <summary>A strict order of each program over its own edges (a lottery per program).</summary>
/// <param name="rank">By edge: unique within its program, higher is better.</param>
internal readonly struct OwnRankOrder(int[] rank) : IApplicantOrder
{
    public int High(int edge) => rank[edge];

    public int Low(int applicant) => applicant;

    public int Applicant(int low) => low;

    public void FetchHigh(int edge) => Fetch.At(rank, edge);

    public void FetchApplicant(int low)
    {
        // Nothing is read.
    }
}
