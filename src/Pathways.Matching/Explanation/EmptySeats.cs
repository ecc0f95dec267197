namespace Pathways.Matching;

/// <summary>Why seats of an opportunity stayed empty. Never says anything about a student but numbers.</summary>
public abstract record EmptySeats
{
    private protected EmptySeats(string code) => Code = code;

    /// <summary>Public and stable.</summary>
    public string Code { get; }

    /// <summary>The reason in words that a partner and a school secretary understand.</summary>
    public abstract string Sentence { get; }

    /// <summary>No student lists it.</summary>
    /// <param name="Opportunity">What.</param>
    public sealed record NobodyLists(OpportunityId Opportunity) : EmptySeats("empty-seats.nobody-lists")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Nobody lists {Opportunity}.";
    }

    /// <summary>Everybody who lists it has a seat there.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Listed">How many list it.</param>
    public sealed record AllSeated(OpportunityId Opportunity, int Listed) : EmptySeats("empty-seats.all-seated")
    {
        /// <inheritdoc/>
        public override string Sentence => Listed == 1
            ? $"The one student who lists {Opportunity} has a seat there."
            : $"All {Listed} students who list {Opportunity} have a seat there.";
    }

    /// <summary>Some who list it are elsewhere, where they like it at least as much, or may not be there.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="HaveBetter">How many have something that their list puts higher, or at the same place.</param>
    /// <param name="NotAcceptable">How many it does not accept.</param>
    public sealed record Elsewhere(OpportunityId Opportunity, int HaveBetter, int NotAcceptable) : EmptySeats("empty-seats.elsewhere")
    {
        /// <inheritdoc/>
        public override string Sentence => (HaveBetter, NotAcceptable) switch
        {
            (_, 0) => $"Of those who list {Opportunity}, {Have(HaveBetter)} a seat elsewhere that they like at least as much.",
            (0, _) => $"Of those who list {Opportunity}, {Are(NotAcceptable)} not acceptable.",
            _ => $"Of those who list {Opportunity}, {Have(HaveBetter)} a seat elsewhere that they like at least as much, and {Are(NotAcceptable)} not acceptable.",
        };
    }

    /// <summary>The seats are for members of a group, and those who would rather be there are none.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Group">The group.</param>
    /// <param name="Seats">How many of its seats are empty.</param>
    /// <param name="Students">How many would rather be there, and may not take one.</param>
    public sealed record KeptForGroup(OpportunityId Opportunity, PriorityGroupId Group, int Seats, int Students)
        : EmptySeats("empty-seats.kept-for-group")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"{(Seats == 1 ? "1 seat" : $"{Seats} seats")} at {Opportunity} can go to nobody but members of {Group}; {Would(Students)} rather be there, but may not take {(Seats == 1 ? "it" : "them")}.";
    }

    /// <summary>A cap around the opportunity is full, and lets nobody in who would rather be there.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Cap">Whose cap it is, in words, such as <c>partner hospital</c> or <c>cap north (region)</c>.</param>
    /// <param name="Seats">How many students it allows in all its opportunities together.</param>
    /// <param name="Students">How many would rather be there.</param>
    public sealed record CapFull(OpportunityId Opportunity, string Cap, int Seats, int Students) : EmptySeats("empty-seats.cap-full")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"{Theorems.AtStart(Cap)}, to which {Opportunity} belongs, takes {Seats} in all its opportunities together, and is full; {Would(Students)} rather be there.";
    }

    /// <summary>Students would rather be there, and nothing stands in the way: the matching is not stable.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Students">How many.</param>
    public sealed record Unstable(OpportunityId Opportunity, int Students) : EmptySeats("empty-seats.unstable")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"Nothing stands in the way: {Would(Students)} rather be at {Opportunity}. This matching is not stable.";
    }

    private static string Have(int students) => students == 1 ? "1 has" : $"{students} have";

    private static string Are(int students) => students == 1 ? "1 is" : $"{students} are";

    private static string Would(int students) => students == 1 ? "1 student would" : $"{students} students would";
}
