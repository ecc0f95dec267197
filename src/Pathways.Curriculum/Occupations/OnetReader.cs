using System.Globalization;
using System.Text;

namespace Pathways.Curriculum;

/// <summary>Puts the tables of an O*NET release together; what is wrong is noted and reading goes on.</summary>
internal sealed class OnetReader
{
    private const string Code = "O*NET-SOC Code";
    private const string Letters = "RIASEC";
    private static readonly string[] Pivoted =
        ["onetSocCode", "title", "jobZone", "realistic", "investigative", "artistic", "social", "enterprising", "conventional", "interestHighPoints"];

    private static readonly string[] Extensions = [".txt", ".csv"];

    private readonly List<InputError> _errors = [];
    private readonly Dictionary<OnetSocCode, Draft> _drafts = [];
    private readonly List<JobZone> _zones = [];

    public static Reading<OccupationCatalogue> Read(string path, string? release)
    {
        var reader = new OnetReader();
        if (Directory.Exists(path))
        {
            reader.ReadTitles(reader.Table(path, "Occupation Data", isRequired: true));
            reader.ReadInterests(reader.Table(path, "Interests", isRequired: true));
            reader.ReadJobZones(reader.Table(path, "Job Zones", isRequired: true));
            reader.ReadZones(reader.Table(path, "Job Zone Reference"));
            reader.ReadTasks(reader.Table(path, "Task Statements"));
            reader.ReadIllustrations(reader.Table(path, "Interests Illustrative Occupations"));
            release ??= reader.ReleaseOf(Path.Combine(path, "Read Me.txt"));
        }
        else if (reader.Open(path, path) is { } text)
        {
            reader.ReadPivoted(OnetTable.Of(text, path, reader._errors));
        }

        if (string.IsNullOrWhiteSpace(release))
        {
            reader._errors.Add(new(path, 0, 0, "onet.release.missing", "Which release is this? Name it, such as \"O*NET 30.0\": ratings differ from release to release."));
        }

        return reader.Finish(release ?? "");
    }

    public Reading<OccupationCatalogue> Finish(string release)
    {
        // Half a profile of interests would compare with nothing. Where a rating is malformed, that is said already.
        if (_errors.Count == 0)
        {
            _errors.AddRange(_drafts.Values.Where(draft => draft.IsHalfRated).Select(draft => new InputError(
                draft.File, draft.Line, 0, "onet.interests.missing", $"{draft.Code} has ratings for some of the six areas of interest. Expected all or none.")));
        }

        return Made(release);
    }

    private Reading<OccupationCatalogue> Made(string release) => _errors.Count > 0
        ? Reading<OccupationCatalogue>.Failed([.. _errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)])
        : Reading<OccupationCatalogue>.Of(new(release, _drafts.Values.Select(draft => draft.Finish()), _zones));

    public void ReadPivoted(OnetTable? table) => Each(table, Pivoted, (row, at) =>
    {
        if (Add(table!, row, at[0], at[1]) is not { } draft)
        {
            return;
        }

        draft.Zone = row.Cells[at[2]].Length == 0 ? null : Zone(table!, row, at[2]);
        if (Enumerable.Range(3, 6).Any(i => row.Cells[at[i]].Length > 0))
        {
            for (var i = 0; i < Letters.Length; i++)
            {
                draft.Means[i] = Mean(table!, row, at[3 + i]);
            }
        }

        var points = row.Cells[at[9]];
        if (points.Any(letter => !Letters.Contains(letter, StringComparison.Ordinal)) || points.Distinct().Count() != points.Length)
        {
            table!.Fault(row.Line, at[9], "onet.interests.malformed", $"\"{points}\" are no high points. Expected different letters of {Letters}.");
        }

        draft.HighPoints = points;
    });

    public void ReadTitles(OnetTable? table) => Each(table, [Code, "Title"], (row, at) =>
    {
        if (Add(table!, row, at[0], at[1]) is { } draft && table!.Has("Description"))
        {
            draft.Description = row.Cells[table.Columns("Description")![0]];
        }
    });

    public void ReadInterests(OnetTable? table) => Each(table, [Code, "Element ID", "Scale ID", "Data Value"], (row, at) =>
    {
        if (Known(table!, row, at[0]) is not { } draft)
        {
            return;
        }

        // 1.B.1.a to .f are the six areas, .g to .i the first, second and third high point.
        var element = row.Cells[at[1]];
        var index = element.StartsWith("1.B.1.", StringComparison.Ordinal) && element.Length == 7 ? element[6] - 'a' : -1;
        switch (row.Cells[at[2]])
        {
            case "OI" when index is >= 0 and < 6:
                draft.Means[index] = Mean(table!, row, at[3]);
                break;
            case "IH" when index is >= 6 and < 9:
                draft.Points[index - 6] = Point(table!, row, at[3]);
                break;
            default:
                break; // other scales and elements are not of interest here
        }
    });

    public void ReadJobZones(OnetTable? table) => Each(table, [Code, "Job Zone"], (row, at) =>
    {
        if (Known(table!, row, at[0]) is { } draft)
        {
            draft.Zone = Zone(table!, row, at[1]);
        }
    });

    public void ReadZones(OnetTable? table) =>
        Each(table, ["Job Zone", "Name", "Experience", "Education", "Job Training", "Examples", "SVP Range"], (row, at) =>
        {
            if (Zone(table!, row, at[0]) is { } zone)
            {
                _zones.Add(new(zone, row.Cells[at[1]], row.Cells[at[2]], row.Cells[at[3]], row.Cells[at[4]], row.Cells[at[5]], row.Cells[at[6]]));
            }
        });

    public void ReadTasks(OnetTable? table) => Each(table, [Code, "Task"], (row, at) => Known(table!, row, at[0])?.Tasks.Add(row.Cells[at[1]]));

    public void ReadIllustrations(OnetTable? table) => Each(table, [Code, "Element Name"], (row, at) =>
    {
        // Rows of basic interests name the element they refine, and its letter is not in this table.
        if (Known(table!, row, at[0]) is { } draft && Enum.TryParse<InterestArea>(row.Cells[at[1]], out var area) && !draft.Illustrates.Contains(area))
        {
            draft.Illustrates.Add(area);
        }
    });

    private static void Each(OnetTable? table, string[] columns, Action<(int Line, ImmutableArray<string> Cells), int[]> read)
    {
        if (table?.Columns(columns) is { } at)
        {
            foreach (var row in table.Rows)
            {
                read(row, at);
            }
        }
    }

    private Draft? Add(OnetTable table, (int Line, ImmutableArray<string> Cells) row, int code, int title)
    {
        if (ParsedCode(table, row, code) is not { } parsed)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(row.Cells[title]))
        {
            table.Fault(row.Line, title, "onet.title.missing", $"{parsed} has no title.");
        }

        var draft = new Draft(parsed, row.Cells[title]) { File = table.File, Line = row.Line };
        if (_drafts.TryAdd(parsed, draft))
        {
            return draft;
        }

        table.Fault(row.Line, code, "onet.code.duplicate", $"{parsed} is given twice. Keep one.");
        return null;
    }

    private Draft? Known(OnetTable table, (int Line, ImmutableArray<string> Cells) row, int column)
    {
        if (ParsedCode(table, row, column) is not { } code)
        {
            return null;
        }

        if (_drafts.TryGetValue(code, out var draft))
        {
            return draft;
        }

        table.Fault(row.Line, column, "onet.code.unknown", $"{code} is not among the occupations. Maybe the tables are of different releases.");
        return null;
    }

    private static OnetSocCode? ParsedCode(OnetTable table, (int Line, ImmutableArray<string> Cells) row, int column)
    {
        if (OnetSocCode.TryParse(row.Cells[column], CultureInfo.InvariantCulture, out var code))
        {
            return code;
        }

        table.Fault(row.Line, column, "onet.code.malformed", $"\"{row.Cells[column]}\" is no O*NET-SOC code. Expected NN-NNNN.NN, such as 51-4041.00.");
        return null;
    }

    private static int? Zone(OnetTable table, (int Line, ImmutableArray<string> Cells) row, int column)
    {
        if (int.TryParse(row.Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var zone) && zone is >= 1 and <= 5)
        {
            return zone;
        }

        table.Fault(row.Line, column, "onet.zone.malformed", $"\"{row.Cells[column]}\" is no job zone. Expected 1 to 5.");
        return null;
    }

    private static double? Mean(OnetTable table, (int Line, ImmutableArray<string> Cells) row, int column)
    {
        if (double.TryParse(row.Cells[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mean) && mean is >= 1 and <= 7)
        {
            return mean;
        }

        table.Fault(row.Line, column, "onet.interests.malformed", $"\"{row.Cells[column]}\" is no rating of interest. Expected a number from 1 to 7.");
        return null;
    }

    private static int Point(OnetTable table, (int Line, ImmutableArray<string> Cells) row, int column)
    {
        if (decimal.TryParse(row.Cells[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var point) && point is >= 0 and <= 6 && point == Math.Floor(point))
        {
            return (int)point;
        }

        table.Fault(row.Line, column, "onet.interests.malformed", $"\"{row.Cells[column]}\" is no high point. Expected 1 to 6, or 0 for none.");
        return 0;
    }

    private OnetTable? Table(string folder, string name, bool isRequired = false)
    {
        var path = Extensions.Select(extension => Path.Combine(folder, name + extension)).FirstOrDefault(File.Exists);
        if (path is null && isRequired)
        {
            _errors.Add(new(Path.Combine(folder, name + ".txt"), 0, 0, "onet.file.missing", $"There is no \"{name}.txt\" or \"{name}.csv\" in \"{folder}\"."));
        }

        return path is not null && Open(path, path) is { } text ? OnetTable.Of(text, path, _errors) : null;
    }

    private string? Open(string path, string shown)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            _errors.Add(new(shown, 0, 0, "onet.file.missing", $"There is no file or folder \"{shown}\". Maybe it is in another folder."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            _errors.Add(new(shown, 0, 0, "onet.file.unreadable", $"\"{shown}\" cannot be read: {fault.Message}"));
        }

        return null;
    }

    private string? ReleaseOf(string readMe) =>
        File.Exists(readMe) && Open(readMe, readMe) is { } text && text.Split('\n')[0].Trim() is { Length: > 0 } first
            ? first.EndsWith(" Database", StringComparison.Ordinal) ? first[..^" Database".Length] : first
            : null;

    /// <summary>An occupation while its tables are read.</summary>
    private sealed class Draft(OnetSocCode code, string title)
    {
        public OnetSocCode Code => code;

        public required string File { get; init; }

        public required int Line { get; init; }

        public bool IsHalfRated => Means.Any(mean => mean is null) && Means.Any(mean => mean is not null);

        public string? Description { get; set; }

        public int? Zone { get; set; }

        public double?[] Means { get; } = new double?[Letters.Length];

        public int[] Points { get; } = new int[3];

        public string? HighPoints { get; set; }

        public List<string> Tasks { get; } = [];

        public List<InterestArea> Illustrates { get; } = [];

        public Occupation Finish() => new()
        {
            Code = code,
            Title = title,
            Description = Description,
            JobZone = Zone,
            Interests = Means.All(mean => mean is not null) ? [.. Means.Select(mean => mean!.Value)] : [],
            InterestHighPoints = HighPoints ?? string.Concat(Points.Where(point => point > 0).Select(point => Letters[point - 1])),
            Tasks = [.. Tasks],
            IllustrativeOf = [.. Illustrates.Order()],
        };
    }
}
