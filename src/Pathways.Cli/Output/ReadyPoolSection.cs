using Pathways.Cli.Input;

namespace Pathways.Cli.Output;

/// <summary>The ready students of each sector against the seats coming up, where the folder says what ready means.</summary>
internal static class ReadyPoolSection
{
    private const string FileName = "readiness.json";

    /// <summary>Whether the folder says what ready means.</summary>
    public static bool IsIn(ProgressInput input) => File.Exists(Path.Combine(input.Folder, FileName));

    /// <summary>Writes the section: of each sector the seats on offer.</summary>
    public static void Write(Terminal terminal, ProgressInput input)
    {
        var table = Tables.New("Sector", "Seats coming up");
        foreach (var sector in input.Seats.Where(offer => offer.Dates.End >= input.On).GroupBy(offer => offer.Sector).OrderBy(group => group.Key))
        {
            Tables.Row(table, sector.Key.Value, Invariant(sector.Sum(offer => offer.Seats)));
        }

        terminal.OutputText.WriteLine();
        terminal.Output.Write(table);
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
