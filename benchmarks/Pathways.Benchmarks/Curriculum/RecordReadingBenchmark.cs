using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Pathways.Curriculum;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>The records of a district from their file: all of it read and judged, and a plain pass of System.Text.Json over the same lines, which judges nothing.</summary>
[MemoryDiagnoser]
public class RecordReadingBenchmark
{
    private string _path = "";

    [GlobalSetup]
    public void Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent;
        }

        _path = Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Run this inside the repository."), "samples", "marlborough", "records.jsonl");
    }

    [Benchmark(Baseline = true)]
    public int JsonDocuments()
    {
        var fields = 0;
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(_path);
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            using var document = JsonDocument.Parse(end < 0 ? rest : rest[..end]);
            foreach (var field in document.RootElement.EnumerateObject())
            {
                fields += field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()!.Length : 1;
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return fields;
    }

    [Benchmark]
    public int Records() => RecordFile.Read(_path).Get().Count;
}
