namespace Pathways.Curriculum;

/// <summary>Orders occupations by how well they fit what a student likes, for that student to explore.</summary>
/// <remarks>
/// Interests inform the student and rank nobody: nothing here takes two students, or a partner, or an opportunity. The terms of O*NET rule out
/// screening applicants by interests, and neither matching nor placements can see them (decision 0004).
/// </remarks>
public static class InterestFit
{
    /// <summary>Orders the occupations of a catalogue for a student, best fit first.</summary>
    /// <param name="profile">What the student said they like.</param>
    /// <param name="catalogue">The occupations.</param>
    /// <param name="measure">What the order goes by; the other measure decides where it is equal, and then the code.</param>
    /// <param name="among">The only occupations that count; <see langword="null"/> for all.</param>
    /// <returns>The order with a reason for each; nothing in order, and why, for a student who expressed no preference.</returns>
    public static InterestRanking Rank(
        InterestProfile profile, OccupationCatalogue catalogue, FitMeasure measure = FitMeasure.Correlation, OccupationQuery? among = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(catalogue);
        var code = HollandCode.Of(profile);
        if (code.IsEmpty)
        {
            return new(catalogue.Release, measure, code) { NoPreference = NoPreference };
        }

        var selected = catalogue.Occupations.Where(occupation => among?.Selects(occupation) != false).ToList();
        var fits = selected.Select(occupation => Of(profile, occupation)).OfType<OccupationFit>();
        return new(catalogue.Release, measure, code)
        {
            Fits =
            [
                .. (measure == FitMeasure.Correlation
                    ? fits.OrderByDescending(fit => fit.Correlation).ThenByDescending(fit => fit.CIndex)
                    : fits.OrderByDescending(fit => fit.CIndex).ThenByDescending(fit => fit.Correlation))
                    .ThenBy(fit => fit.Occupation.Code.Value, StringComparer.Ordinal),
            ],
            NotRated = [.. selected.Where(occupation => !IsRated(occupation)).Select(occupation => occupation.Code)],
        };
    }

    /// <summary>How well one occupation fits; <see langword="null"/> where the student expressed no preference, or the occupation has no interests or equal ones.</summary>
    /// <param name="profile">What the student said they like.</param>
    /// <param name="occupation">The occupation.</param>
    public static OccupationFit? Of(InterestProfile profile, Occupation occupation)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(occupation);
        if (!IsRated(occupation) || profile.IsFlat)
        {
            return null;
        }

        var (own, there) = (HollandCode.Of(profile), HollandCode.Of(occupation.Interests));
        return new(occupation, own, there, Congruence.Parts(profile.Scores.AsSpan(), occupation.Interests.AsSpan()));
    }

    private static Refusal NoPreference => new(
        "interests.no-preference",
        "No preference expressed: all six scores are equal, so no occupation fits better than another. Maybe answer again later, or look by sector, words or training.");

    private static bool IsRated(Occupation occupation) =>
        !occupation.Interests.IsEmpty && occupation.Interests.Any(mean => mean != occupation.Interests[0]);
}

/// <summary>By what occupations are put in order.</summary>
public enum FitMeasure
{
    /// <summary>Pearson's correlation of the six scores: the whole shape counts.</summary>
    Correlation,

    /// <summary>The C-index of the three-letter codes: only the highest three count.</summary>
    CIndex,
}
