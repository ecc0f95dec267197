using Pathways.Curriculum;
using static Pathways.Cli.Output.Figures;

namespace Pathways.Cli.Output;

/// <summary>The ready students of each sector against the seats coming up.</summary>
internal static class ReadyPoolSection
{
    /// <summary>Writes the section: of each sector who is ready and applying, the seats, what is short, and who is nearly ready.</summary>
    public static void Write(Terminal terminal, ReadyPool pool, int seatsNotCovered)
    {
        var table = Tables.New("Sector", "Ready", "Applying", "Seats coming up", "Seats short", "Students short", "Nearly ready");
        foreach (var sector in pool.Sectors.Where(sector => sector.Pool + sector.Seats + sector.Forecast.Length > 0))
        {
            Tables.Row(
                table, sector.Sector?.Value ?? "(none)", Number(sector.Ready.Length), Number(sector.Applying.Length), Number(sector.Seats),
                Number(sector.SeatsShort), Number(sector.StudentsShort), Number(sector.Forecast.Sum(coming => coming.Students.Length)));
        }

        terminal.OutputText.WriteLine();
        terminal.OutputText.WriteLine(
            $"{pool.Pool} students are ready or applying, for {pool.Seats} seats that begin from {ProgressJson.Day(pool.Window.Start)} to {ProgressJson.Day(pool.Window.End)}.");
        var paused = pool.Sectors.Sum(sector => sector.PausedReady.Length);
        terminal.OutputText.WriteLine(
            $"Not counted: {Number(paused)} ready {(paused == 1 ? "student who is" : "students who are")} paused, and {Number(seatsNotCovered)} seats of partners whose agreement does not cover the work.");
        terminal.Output.Write(table);
        terminal.OutputText.WriteLine(
            "Ready and without a preference is Ready, ready with preferences Applying; Nearly ready lacks one or two criteria. Students count in the sector that they chose on record.");
    }

    /// <summary>The same for programs.</summary>
    public static PoolJson Json(ReadyPool pool, int seatsNotCovered) => new(
        ProgressJson.Day(pool.Window.Start), ProgressJson.Day(pool.Window.End),
        [.. pool.Sectors.Select(sector => new PoolSectorJson(
            sector.Sector?.Value, [.. sector.Ready.Select(student => student.Value)], [.. sector.Applying.Select(student => student.Value)],
            [.. sector.PausedReady.Select(student => student.Value)], sector.Seats,
            [.. sector.Opportunities.Select(opportunity => opportunity.Value)],
            [.. sector.Forecast.Select(coming => new ForecastJson(coming.Unmet, [.. coming.Students.Select(student => student.Value)]))]))],
        seatsNotCovered);
}
