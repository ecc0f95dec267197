using Pathways;

namespace MarlboroughGenerator;

/// <summary>The cohort of the sample.</summary>
internal static class Marlborough
{
    /// <summary>The seed of the files in the repository.</summary>
    public const long DefaultSeed = 2026;

    /// <summary>Makes a cohort; the same seed gives the same cohort on every machine.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    public static Cohort Generate(Seed seed)
    {
        var made = PartnerMaker.Make(seed.Split("partners"));
        ImmutableArray<Partner> partners = [.. made.Select(partner => partner.Partner)];
        var opportunities = OpportunityMaker.Make(seed.Split("opportunities"), made);
        var students = StudentMaker.Make(seed.Split("students"));
        var preferences = PreferenceMaker.Make(seed.Split("preferences"), students, opportunities, partners);
        return MinimumMaker.Set(new()
        {
            Students = students,
            Partners = partners,
            Opportunities = opportunities,
            Preferences = preferences,
            Priorities = PriorityMaker.Make(seed.Split("priorities"), students, opportunities, preferences),
        });
    }
}
