namespace MarlboroughGenerator;

/// <summary>What people of the sample write. Made up, short, and about nobody.</summary>
internal static class Phrases
{
    private static readonly ImmutableArray<string>
        Writing = ["Name your sources.", "Say what surprised you.", "Check the dates.", "Too short: tell more of the work itself."],
        Other = ["A signature is missing.", "Check the spelling.", "Say it in your own words."];

    /// <summary>Why something may be returned.</summary>
    public static ImmutableArray<string> Returns(Pathways.ArtifactKind kind) =>
        kind is Pathways.ArtifactKind.Reflection or Pathways.ArtifactKind.ResearchReport or Pathways.ArtifactKind.InterviewRecord ? Writing : Other;

    /// <summary>What students expect and find, and whether they were right.</summary>
    public static ImmutableArray<(string Expected, string Found, bool WasRight)> Expectations { get; } =
    [
        ("A plumber needs no mathematics.", "Slopes, volumes and pressure are worked out every day.", false),
        ("Nurses spend the day with patients.", "Half of the day is with patients, half with records.", false),
        ("Programmers work alone.", "They talk all morning and review each other's work.", false),
        ("A machine shop is loud and dirty.", "Most of the work is programming, in a clean hall.", false),
        ("Work in a laboratory is exact and slow.", "It is, and most of it is writing down.", true),
        ("Support means talking to people who are upset.", "Often, and it helps to listen first.", true),
    ];

    /// <summary>Goals for work, for learning and for life with others.</summary>
    public static ImmutableArray<ImmutableArray<string>> Goals { get; } =
    [
        ["Find an internship near home.", "Talk with three people about their work.", "Try a second sector."],
        ["Take a course for college credit.", "Keep a B in mathematics.", "Finish the programming course."],
        ["Join a club.", "Ask for help earlier.", "Be on time for a whole term."],
    ];

    /// <summary>Why a sector was chosen.</summary>
    public static ImmutableArray<string> Choices { get; } = ["I liked the visit.", "It fits my interests.", "Somebody I know works there."];

    /// <summary>What is done about barriers, by kind.</summary>
    public static string Mitigation(Pathways.BarrierKind kind) => kind switch
    {
        Pathways.BarrierKind.Transport => "Bus pass, and a seat in the van of the school.",
        Pathways.BarrierKind.Documents => "Help with the papers after school.",
        Pathways.BarrierKind.Cost => "The district pays the fee.",
        Pathways.BarrierKind.Clothing => "Work shoes from the clothing shelf.",
        Pathways.BarrierKind.Technology => "A laptop on loan.",
        _ => "Another time was agreed.",
    };
}
