using System.Globalization;

namespace Pathways.Matching;

/// <summary>A change that, all else equal, would have given the student this opportunity or something they like better.</summary>
/// <remarks>
/// Each was tried: the mechanism was run again with the change, and with nothing else changed. Of seats, points, places, numbers and turns it is the least that is
/// enough, unless <see cref="IsLeast"/> says that this is not known.
/// </remarks>
public abstract record WhatIf
{
    private protected WhatIf(string code) => Code = code;

    /// <summary>Public and stable.</summary>
    public string Code { get; }

    /// <summary>The change in words.</summary>
    public string Sentence => IsLeast ? Change : $"{Change} Whether less would have been enough, too, is not known.";

    /// <summary>
    /// Whether less is known not to be enough. <see langword="false"/> only for <see cref="Mechanism.LargestStable"/> on large problems: less was not tried, or
    /// an exact search with less was ended before it proved anything.
    /// </summary>
    public bool IsLeast { get; init; } = true;

    private protected abstract string Change { get; }

    /// <summary>The opportunity has more seats.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="More">How many more; fewer are not enough unless <see cref="IsLeast"/> is <see langword="false"/>.</param>
    public sealed record MoreSeats(OpportunityId Opportunity, int More) : WhatIf("what-if.more-seats")
    {
        /// <summary>Whether the student would then have had something they like at least as much, and not this.</summary>
        public bool GivesAnother { get; init; }

        private protected override string Change =>
            $"With {(More == 1 ? "one more seat" : $"{More} more seats")} at {Opportunity} {(GivesAnother ? "the student would have had it or better" : "it would have been open")}.";
    }

    /// <summary>A cap around the opportunity allows more students.</summary>
    /// <param name="Cap">Whose cap it is, in words.</param>
    /// <param name="More">How many more; fewer are not enough unless <see cref="IsLeast"/> is <see langword="false"/>.</param>
    public sealed record MoreUnderCap(string Cap, int More) : WhatIf("what-if.more-under-cap")
    {
        private protected override string Change => More == 1
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
        private protected override string Change => BetterThan == 1
            ? $"With the best {Standing.Called(IsInputPlace)} of all it would have been open."
            : $"With a {Standing.Called(IsInputPlace)} better than {BetterThan.ToString(CultureInfo.InvariantCulture)} it would have been open.";
    }

    /// <summary>The student chooses earlier, where students choose one after the other.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Turn">The latest turn that is early enough, from 1.</param>
    public sealed record EarlierTurn(OpportunityId Opportunity, int Turn) : WhatIf("what-if.earlier-turn")
    {
        private protected override string Change => Turn == 1
            ? "With the first turn of all it would have been open."
            : $"With turn {Turn.ToString(CultureInfo.InvariantCulture)} or an earlier one it would have been open.";
    }

    /// <summary>The student has higher priority there.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Points">The points to have or to pass, where the opportunity scores students: mostly those of the last one who got a seat.</param>
    /// <param name="Place">The priority place to have or to pass: mostly that of the last one who got a seat.</param>
    /// <param name="EqualIsEnough">Whether the same points would do, since the student's lottery number is the better one.</param>
    /// <param name="Partner">Who ranks for all its opportunities at once: then the place is among all who list one of them, and counts at each.</param>
    public sealed record HigherPriority(OpportunityId Opportunity, double? Points, int Place, bool EqualIsEnough, PartnerId? Partner = null)
        : WhatIf("what-if.higher-priority")
    {
        private protected override string Change
        {
            get
            {
                var points = Points is { } number ? $"{number.ToString(CultureInfo.InvariantCulture)} {(number == 1 ? "point" : "points")}" : null;
                return points is null ? $"Ranked {(Partner is { } partner ? $"by partner {partner} " : "")}before everybody at place {Place} it would have been open."
                    : EqualIsEnough ? $"With {points} it would have been open."
                    : $"With more than {points} it would have been open.";
            }
        }
    }

    /// <summary>The student lists it first.</summary>
    /// <param name="Opportunity">What.</param>
    public sealed record ListedFirst(OpportunityId Opportunity) : WhatIf("what-if.listed-first")
    {
        private protected override string Change => $"Had the student put {Opportunity} first, it would have been theirs.";
    }

    /// <summary>The student, who has no seat, lists one more opportunity, after all others.</summary>
    /// <param name="Opportunity">What.</param>
    public sealed record LongerList(OpportunityId Opportunity) : WhatIf("what-if.longer-list")
    {
        private protected override string Change => $"Had the student also listed {Opportunity}, after all others, it would have been theirs.";
    }
}
