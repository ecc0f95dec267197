using System.Text;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

/// <summary>Random bytes: a reader answers with a value or with errors, and never with an exception.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly ImmutableArray<byte[]> Pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\"\\ud800\":", "null", "true", "-", "1e999", "0.1", "\"\"", "\"id\":", "\"seats\":",
            "\"preferences\":", "\"students\":", "\"partners\":[],", "\ufeff", "\n", "\"ana\"", "\"hospital\"", "\"\\ud83didx\":1,", "\"\\ud83d\\u0069d\":1,",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xF0, 0x9F], [0x00], [0x80],
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_problem_file_of_any_bytes_is_read_or_refused()
    {
        var seeds = Directory.GetFiles(Path.Combine(Repository.FilesOfTests, "broken"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var good = File.ReadAllBytes(Repository.Good);
        Fuzz(3000, number => number % 3 == 0 ? seeds[number % seeds.Length] : good, path =>
        {
            var reading = ProblemFile.Read(path);
            if (reading.Succeeded)
            {
                var again = ProblemFile.Read(_folder.Put("again.json", AnyProblem.Written(reading.Value))).Get();
                Assert.Equal(AnyProblem.Described(reading.Value), AnyProblem.Described(again));
            }

            return reading.Errors;
        }, "problem.");
    }

    [Fact]
    public void A_matching_file_of_any_bytes_is_read_or_refused()
    {
        var good = Encoding.UTF8.GetBytes("""{ "format": "pathways/matching@1", "mechanism": "student-optimal", "ties": "lottery", "seed": 7, "assignments": [ { "student": "ana", "opportunity": "clinic", "rank": 1 }, { "student": "cy", "opportunity": "lab" } ] }""");
        Fuzz(1000, _ => good, path => MatchingFile.Read(path).Errors, "matching.");
    }

    [Fact]
    public void A_policy_file_of_any_bytes_is_read_or_refused()
    {
        var good = Encoding.UTF8.GetBytes("""{ "format": "pathways/policy@1", "eligibility": { "maximumDistanceKm": 12.5, "requireChosenSector": false }, "priority": { "readinessPoints": 2, "readinessStep": 5, "sectorChoicePoints": [3, 2, 1], "groupPoints": { "rural": 4 } } }""");
        Fuzz(1000, _ => good, path => PolicyFile.Read(path).Errors, "policy.");
    }

    private void Fuzz(int count, Func<int, byte[]> seedOf, Func<string, ImmutableArray<InputError>> read, string prefix)
    {
        for (var number = 0; number < count; number++)
        {
            var bytes = Mutated(seedOf(number), new Draws(Seed.From(number)));
            var path = _folder.Put("fuzz.json", bytes);
            ImmutableArray<InputError> errors;
            try
            {
                errors = read(path);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {number}: {Encoding.UTF8.GetString(bytes)}", fault);
            }

            var lines = bytes.Count(b => b == '\n') + 1;
            Assert.All(errors, e => Assert.True(
                e.Code.StartsWith(prefix, StringComparison.Ordinal) && e.Line >= 1 && e.Line <= lines && e.Column >= 1 && e.Column <= bytes.Length + 1, e.ToString()));
        }
    }

    private static byte[] Mutated(byte[] seed, Draws draws)
    {
        List<byte> bytes = [.. seed];
        for (var steps = 1 + draws.Below(3); steps > 0; steps--)
        {
            var at = draws.Below(bytes.Count + 1);
            var length = Math.Min(draws.Below(20), bytes.Count - at);
            switch (draws.Below(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)draws.Below(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(draws.Below(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(1, bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, Pieces[draws.Below(Pieces.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
