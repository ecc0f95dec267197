namespace Pathways.Matching.Explanation;

/// <summary>Looks in a row of changes, each going further than the one before, for one that is enough while the one before it is not.</summary>
internal static class LeastEnough
{
    /// <summary>The place in the row, and whether the one before it was tried; <see langword="null"/> when not even the last is enough.</summary>
    /// <param name="count">How many changes there are.</param>
    /// <param name="likely">Where to look first.</param>
    /// <param name="mostTries">How many may be tried, 2 at least; when they do not do, what is returned is enough, but perhaps not the least.</param>
    /// <param name="isEnough">Tries one.</param>
    public static (int At, bool IsLeast)? Of(int count, int likely, int mostTries, Func<int, bool> isEnough)
    {
        if (count == 0)
        {
            return null;
        }

        likely = Math.Clamp(likely, 0, count - 1);
        var (tooLittle, enough, tries) = (-1, likely, 1);
        if (!isEnough(likely))
        {
            if (likely == count - 1 || !isEnough(count - 1))
            {
                return null;
            }

            (tooLittle, enough, tries) = (likely, count - 1, 2);
        }
        else if (likely > 0)
        {
            // Mostly the one looked at first is the least.
            (tooLittle, enough, tries) = isEnough(likely - 1) ? (-1, likely - 1, 2) : (likely - 1, likely, 2);
        }

        for (; enough - tooLittle > 1 && tries < mostTries; tries++)
        {
            var middle = (tooLittle + enough) / 2;
            (tooLittle, enough) = isEnough(middle) ? (tooLittle, middle) : (middle, enough);
        }

        return (enough, enough - tooLittle <= 1);
    }
}
