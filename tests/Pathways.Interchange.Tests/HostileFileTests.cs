using System.Text;

namespace Pathways.Interchange.Tests;

public class HostileFileTests
{
    private const int Mutations = 2000;

    private static readonly string[] Files = ["students.csv", "partners.csv", "opportunities.csv", "preferences.csv", "priorities.csv"];

    private static readonly byte[] Telling = "\",\n\r;'= \0\t\\0-"u8.ToArray();

    [Fact]
    public void Random_bytes_never_throw_and_every_error_has_a_place()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var good = Files.ToDictionary(file => file, file => File.ReadAllBytes(folder[file]));
        for (var number = 0; number < Mutations; number++)
        {
            var seed = Seed.From(number);
            var file = Files[number % Files.Length];
            var bytes = Mutated(good[file], seed);
            folder.Put(file, bytes);
            var reading = CohortFolder.Read(folder.Path);
            Assert.Equal(reading.Succeeded, reading.Errors.IsEmpty);
            var lines = LinesOf(bytes);
            foreach (var error in reading.Errors.Concat(reading.Warnings).Where(error => error.File == folder[file]))
            {
                Assert.InRange(error.Line, 0, lines.Count);
                Assert.InRange(error.Column, 0, error.Line == 0 ? 0 : lines[error.Line - 1] + 1);
                Assert.DoesNotContain(error.Message, char.IsControl);
            }

            folder.Put(file, good[file]);
        }
    }

    [Fact]
    public void Every_way_to_cut_a_file_off_is_survived()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        foreach (var file in Files)
        {
            var good = File.ReadAllBytes(folder[file]);
            for (var length = 0; length < good.Length; length += 3)
            {
                folder.Put(file, good[..length]);
                var reading = CohortFolder.Read(folder.Path);
                Assert.Equal(reading.Succeeded, reading.Errors.IsEmpty);
            }

            folder.Put(file, good);
        }
    }

    [Fact]
    public void Reading_can_be_stopped()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => CohortFolder.Read(TemporaryFolder.Good, stopped.Token));
    }

    [Fact]
    public void Writing_can_be_stopped_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => CohortFolder.Write(CohortFolder.Read(TemporaryFolder.Good).Get(), folder.Path, stopped.Token));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_that_is_none_is_an_error_like_any_other()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var missing = Assert.Single(CohortFolder.Read(folder["nowhere"]).Errors);
        Assert.Equal((folder["nowhere"], 0, 0, "cohort.folder.missing"), (missing.File, missing.Line, missing.Column, missing.Code));
        Assert.Equal("cohort.folder.not-a-folder", Assert.Single(CohortFolder.Read(folder["students.csv"]).Errors).Code);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_cannot_be_read()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        File.Delete(folder["priorities.csv"]);
        Directory.CreateDirectory(folder["priorities.csv"]);
        Assert.Equal(["priorities.csv:0:0: cohort.priorities.file.unreadable"], folder.Errors());
    }

    [Fact]
    public void A_file_under_another_name_is_suggested()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        File.Move(folder["students.csv"], folder["Student.CSV"]);
        Assert.Contains("\"Student.CSV\"", Assert.Single(CohortFolder.Read(folder.Path).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Priorities_under_a_name_in_other_case_are_not_left_out_in_silence()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        File.Move(folder["priorities.csv"], folder["aside"]);
        File.Move(folder["aside"], folder["Priorities.csv"]);
        Assert.True(File.Exists(folder["priorities.csv"]) || folder.Errors() is ["priorities.csv:0:0: cohort.priorities.file.missing"]);
    }

    private static byte[] Mutated(byte[] good, Seed seed)
    {
        var bytes = good.ToList();
        var changes = 1 + seed.Split("changes").DrawBelow(4);
        for (var i = 0; i < changes; i++)
        {
            var step = seed.Split((ulong)i);
            var at = step.Split("at").DrawBelow(bytes.Count);
            var value = step.Split("kind").DrawBelow(2) == 0
                ? Telling[step.Split("telling").DrawBelow(Telling.Length)]
                : (byte)step.Split("any").DrawBelow(256);
            switch (step.Split("how").DrawBelow(4))
            {
                case 0:
                    bytes[at] = value;
                    break;
                case 1:
                    bytes.Insert(at, value);
                    break;
                case 2 when bytes.Count > 1:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(step.Split("length").DrawBelow(20), bytes.Count - at - 1));
                    break;
            }
        }

        return [.. bytes];
    }

    // The length of each line in characters; whatever is no UTF-8 counts at least as much.
    private static List<int> LinesOf(byte[] bytes) =>
        [.. Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Select(line => line.Length)];
}
