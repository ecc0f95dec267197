namespace Pathways.Matching;

/// <summary>Why nothing is told that would have changed an answer. Never says anything about another student.</summary>
public abstract record NoWhatIf
{
    private protected NoWhatIf(string code) => Code = code;

    /// <summary>Public and stable.</summary>
    public string Code { get; }

    /// <summary>The reason in words.</summary>
    public abstract string Sentence { get; }

    /// <summary>More seats were tried, and are not enough.</summary>
    /// <param name="Opportunity">Where.</param>
    /// <param name="Most">Up to how many more were tried; 0 when it has seats for all who list it.</param>
    public sealed record MoreSeats(OpportunityId Opportunity, int Most) : NoWhatIf("no-what-if.more-seats")
    {
        /// <inheritdoc/>
        public override string Sentence => Most <= 0
            ? $"{Opportunity} has seats for all who list it, so more seats there would not have opened it."
            : Most == 1 ? $"One more seat at {Opportunity} would not have opened it."
            : $"Up to {Most} more seats at {Opportunity} would not have opened it.";
    }

    /// <summary>More students under a cap were tried, and are not enough.</summary>
    /// <param name="Cap">Whose cap it is, in words.</param>
    /// <param name="Most">Up to how many more were tried.</param>
    public sealed record MoreUnderCap(string Cap, int Most) : NoWhatIf("no-what-if.more-under-cap")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Up to {Most} more seats for {Cap} alone would not have opened it.";
    }

    /// <summary>Not even the highest priority is enough.</summary>
    /// <param name="Opportunity">Where.</param>
    public sealed record HigherPriority(OpportunityId Opportunity) : NoWhatIf("no-what-if.higher-priority")
    {
        /// <inheritdoc/>
        public override string Sentence => $"The highest priority at {Opportunity} would not have opened it.";
    }

    /// <summary>Not even the best number is enough.</summary>
    /// <param name="Opportunity">Where.</param>
    /// <param name="IsInputPlace">Whether that number is the place in the input, and not one that was drawn.</param>
    public sealed record BetterLottery(OpportunityId Opportunity, bool IsInputPlace = false) : NoWhatIf("no-what-if.better-lottery")
    {
        /// <inheritdoc/>
        public override string Sentence => $"The best {Standing.Called(IsInputPlace)} of all would not have opened {Opportunity}.";
    }

    /// <summary>Not even the first turn is enough.</summary>
    /// <param name="Opportunity">Where.</param>
    public sealed record EarlierTurn(OpportunityId Opportunity) : NoWhatIf("no-what-if.earlier-turn")
    {
        /// <inheritdoc/>
        public override string Sentence => $"The first turn of all would not have opened {Opportunity}.";
    }

    /// <summary>It does not help to list it first.</summary>
    /// <param name="Opportunity">Where.</param>
    public sealed record ListedFirst(OpportunityId Opportunity) : NoWhatIf("no-what-if.listed-first")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Put first, {Opportunity} would not have been the student's either.";
    }

    /// <summary>Nobody said how the matching was made, so that it cannot be made again.</summary>
    public sealed record UnknownOrigin() : NoWhatIf("no-what-if.unknown-origin")
    {
        /// <inheritdoc/>
        public override string Sentence => "It is not said how the matching was made, so nothing can be tried.";
    }

    /// <summary>The mechanism that is said to have made it refuses the problem.</summary>
    /// <param name="Refusals">Why.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : NoWhatIf("no-what-if.refused")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"The matching cannot have been made of this problem as it is said: {string.Join(" ", Refusals.Select(refusal => refusal.Sentence))}";
    }

    /// <summary>Made again as it is said to have been, it comes out otherwise.</summary>
    public sealed record OtherMatching() : NoWhatIf("no-what-if.other-matching")
    {
        /// <inheritdoc/>
        public override string Sentence => "Made in the way that is said, another matching comes out, so nothing can be tried.";
    }

    /// <summary>A time limit ended the search; what a clock has ended does not come out again.</summary>
    public sealed record EndedByClock() : NoWhatIf("no-what-if.ended-by-clock")
    {
        /// <inheritdoc/>
        public override string Sentence => "A time limit ended the search for the matching, which does not come out again like this, so nothing can be tried.";
    }

    /// <summary>It was searched for exactly, and another such search may take too long.</summary>
    public sealed record SearchTooLong() : NoWhatIf("no-what-if.search-too-long")
    {
        /// <inheritdoc/>
        public override string Sentence => "The matching was searched for exactly, and the problem is too large to be searched again at once, so nothing was tried.";
    }

    /// <summary>Changes were tried, but the exact search with them was ended before it proved anything, so that it is not known what they would have done.</summary>
    public sealed record SearchCut() : NoWhatIf("no-what-if.search-cut")
    {
        /// <inheritdoc/>
        public override string Sentence => "The matching was searched for exactly, and with some of the changes that were tried such a search takes too long to be ended at once, so it is not known what they would have done.";
    }
}
