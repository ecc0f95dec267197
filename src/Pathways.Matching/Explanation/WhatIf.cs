using System.Globalization;

namespace Pathways.Matching;

/// <summary>A change that, all else equal, would have given the student this opportunity or something they like better.</summary>
/// <remarks>
/// Each was tried: the mechanism was run again with the change, and with nothing else changed. Of points, places, numbers and turns it is the least that is
/// enough, but for <see cref="Mechanism.LargestStable"/> on large problems, which is not run often enough to know.
/// </remarks>
public abstract record WhatIf
{
    private protected WhatIf(string code) => Code = code;

    /// <summary>Public and stable.</summary>
    public string Code { get; }

    /// <summary>The change in words.</summary>
    public abstract string Sentence { get; }

    /// <summary>The opportunity has more seats.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="More">How many more; fewer were tried and are not enough.</param>
    public sealed record MoreSeats(OpportunityId Opportunity, int More) : WhatIf("what-if.more-seats")
    {
        /// <inheritdoc/>
        public override string Sentence => More == 1
            ? $"With one more seat at {Opportunity} it would have been open."
            : $"With {More} more seats at {Opportunity} it would have been open.";
    }

    /// <summary>A cap around the opportunity allows more students.</summary>
    /// <param name="Cap">Whose cap it is, in words.</param>
    /// <param name="More">How many more; fewer were tried and are not enough.</param>
    public sealed record MoreUnderCap(string Cap, int More) : WhatIf("what-if.more-under-cap")
    {
        /// <inheritdoc/>
        public override string Sentence => More == 1
            ? $"Had {Cap} one more seat, it would have been open."
            : $"Had {Cap} {More} more seats, it would have been open.";
    }

    /// <summary>The student has a better lottery number: there, and wherever else that number counts.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="BetterThan">
    /// The lottery number to beat, where 1 means to be the best of all: mostly that of the last one who got a seat; a better one where beating that one would have brought somebody
    /// else back.
    /// </param>
    /// <param name="IsInputPlace">Whether that number is the place in the input, and not one that was drawn.</param>
    public sealed record BetterLottery(OpportunityId Opportunity, int BetterThan, bool IsInputPlace = false) : WhatIf("what-if.better-lottery")
    {
        /// <inheritdoc/>
        public override string Sentence => BetterThan == 1
            ? $"With the best {Standing.Called(IsInputPlace)} of all it would have been open."
            : $"With a {Standing.Called(IsInputPlace)} better than {BetterThan.ToString(CultureInfo.InvariantCulture)} it would have been open.";
    }

    /// <summary>The student chooses earlier, where students choose one after the other.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Turn">The latest turn that is early enough, from 1.</param>
    public sealed record EarlierTurn(OpportunityId Opportunity, int Turn) : WhatIf("what-if.earlier-turn")
    {
        /// <inheritdoc/>
        public override string Sentence => Turn == 1
            ? "With the first turn of all it would have been open."
            : $"With turn {Turn.ToString(CultureInfo.InvariantCulture)} or an earlier one it would have been open.";
    }

    /// <summary>The student has higher priority there.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Points">The points to have or to pass, where the opportunity scores students: mostly those of the last one who got a seat.</param>
    /// <param name="Place">The priority place to have or to pass: mostly that of the last one who got a seat.</param>
    /// <param name="EqualIsEnough">Whether the same points would do, since the student's lottery number is the better one.</param>
    public sealed record HigherPriority(OpportunityId Opportunity, double? Points, int Place, bool EqualIsEnough)
        : WhatIf("what-if.higher-priority")
    {
        /// <inheritdoc/>
        public override string Sentence
        {
            get
            {
                var points = Points is { } number ? $"{number.ToString(CultureInfo.InvariantCulture)} {(number == 1 ? "point" : "points")}" : null;
                return points is null ? $"Ranked before everybody at place {Place} it would have been open."
                    : EqualIsEnough ? $"With {points} it would have been open."
                    : $"With more than {points} it would have been open.";
            }
        }
    }

    /// <summary>The student lists it first.</summary>
    /// <param name="Opportunity">What.</param>
    public sealed record ListedFirst(OpportunityId Opportunity) : WhatIf("what-if.listed-first")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Had the student put {Opportunity} first, it would have been theirs.";
    }

    /// <summary>The student, who has no seat, lists one more opportunity, after all others.</summary>
    /// <param name="Opportunity">What.</param>
    public sealed record LongerList(OpportunityId Opportunity) : WhatIf("what-if.longer-list")
    {
        /// <inheritdoc/>
        public override string Sentence => $"Had the student also listed {Opportunity}, after all others, it would have been theirs.";
    }
}
