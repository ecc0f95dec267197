namespace Pathways.WorkRules.Tests;

/// <summary>What tests begin with.</summary>
internal static class Given
{
    public static DateInterval Always { get; } = new(new(2019, 1, 1), new(2029, 12, 31));

    /// <summary>School on every Monday to Friday.</summary>
    public static SchoolCalendar AllSchool { get; } = new() { Known = Always, Terms = [Always] };

    /// <summary>No school at all.</summary>
    public static SchoolCalendar NoSchool { get; } = new() { Known = Always };

    public static WorkRulePack Pack(string jurisdiction) => WorkRulePacks.All.Single(pack => pack.Jurisdiction == jurisdiction);

    public static Work Work(params ImmutableArray<WorkShift> shifts) => new() { Name = "shop", Schedule = new(shifts) };

    /// <summary>A paper with everything signed and said, since long ago.</summary>
    public static WorkAgreement Paper(string kind) => new()
    {
        Kind = kind, From = new(2019, 1, 1), Signers = [.. Enum.GetValues<AgreementSigner>()], Terms = [.. Enum.GetValues<AgreementTerm>()],
    };

    public static WorkCase Case(BirthDate born, Work work, SchoolCalendar calendar, params ImmutableArray<string> jurisdictions) =>
        new() { BirthDate = born, Work = work, Calendar = calendar, Jurisdictions = jurisdictions };

    /// <summary>Born so that the day is so many years after, and so many days.</summary>
    public static BirthDate Aged(LocalDate day, int years, int days = 100) => BirthDate.From(day.PlusDays(-days).PlusYears(-years));

    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
            }

            return folder.FullName;
        }
    }
}
