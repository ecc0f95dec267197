namespace Pathways.Benchmarks.Ties;

/// <summary>The page about ties under benchmarks/results: measured, printed and written.</summary>
internal static class TiesReport
{
    public static void Write()
    {
        var page = $"""
            # The largest stable matching

            Markets in which programs put applicants into priority classes, and in some kinds applicants tie programs too. Everything is drawn, from
            fixed seeds, by `benchmarks/Pathways.Benchmarks/Ties`; only the times differ from run to run.

            ```
            dotnet run -c Release --project benchmarks/Pathways.Benchmarks -- largest-stable
            ```

            ## Against 200 lotteries

            Markets of 50 to 1,000 applicants and 0.8 to 1.1 seats for each. A *lottery* breaks all ties and runs deferred acceptance; every second
            one draws a number for each applicant and program instead of one for each applicant. *Found* is the search with its usual
            eight starts. *One start* is one run of promoted proposals. *Largest* is the largest matching, stable or not, which proves that nothing
            larger is stable. Times are multiples of the fastest lottery on the same market, and milliseconds.

            | Markets | Number | Found at least the mean | at least the best | more than the best | One start over the mean | Found over the mean | Found over the best | Found the largest | Time, median | Time, mean |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            {LargestStableReport.Run()}
            ## One start, and improvement cycles

            Ten choices each and four classes. Deferred acceptance, promoted proposals and stable improvement cycles take turns on one market after
            another, with a new lottery each turn; the ratios are to deferred acceptance: of the fastest runs, and the median over the turns.

            | Applicants | Markets | Deferred acceptance | Start, fastest | Start, median | Cycles, fastest | Cycles, median |
            |--:|---|--:|--:|--:|--:|--:|
            {StartReport.Run()}
            """;
        File.WriteAllText(Path.Combine(Root(), "benchmarks", "results", "largest-stable.md"), page.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The results belong into the repository. Maybe this runs somewhere else.");
    }
}
