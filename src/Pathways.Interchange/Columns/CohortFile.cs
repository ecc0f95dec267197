namespace Pathways.Interchange.Columns;

/// <summary>One file of a cohort folder: its columns in the documented order and the codes its errors have.</summary>
internal sealed class CohortFile
{
    /// <summary>Says how many more errors there are than a run keeps.</summary>
    public const string MoreErrors = "cohort.errors.more";

    /// <summary>Says how many more warnings there are than a run keeps.</summary>
    public const string MoreWarnings = "cohort.warnings.more";

    private static readonly ImmutableArray<string> OfEveryFile =
    [
        "file.missing", "file.unreadable", "file.too-large", "file.empty", "file.encoding", "file.delimiter",
        "column.missing", "column.duplicate", "column.unknown", "column.unnamed",
        "row.too-long", "cell.missing", "quote.unclosed", "quote.misplaced", "text.encoding", "text.nul",
    ];

    public CohortFile(string name, bool isOptional, params ImmutableArray<CohortColumn> columns)
    {
        (Name, IsOptional, Columns) = (name, isOptional, columns);
        Codes =
        [
            .. OfEveryFile.Select(Code),
            .. columns.SelectMany(column => column.Faults.Select(fault => Code($"{column.Name}.{fault}"))),
        ];
    }

    /// <summary>The files in the order in which they are read and their errors are listed.</summary>
    public static ImmutableArray<CohortFile> All =>
        [StudentColumns.File, PartnerColumns.File, OpportunityColumns.File, PreferenceColumns.File, PriorityColumns.File];

    /// <summary>The codes that belong to the folder and to no file.</summary>
    public static ImmutableArray<string> FolderCodes =>
        ["cohort.folder.missing", "cohort.folder.not-a-folder", MoreErrors, MoreWarnings];

    public string Name { get; }

    public bool IsOptional { get; }

    public ImmutableArray<CohortColumn> Columns { get; }

    public ImmutableArray<string> Codes { get; }

    public string FileName => $"{Name}.csv";

    public string Code(string what) => $"cohort.{Name}.{what}";

    public string Code(CohortColumn column, string fault) => $"cohort.{Name}.{column.Name}.{fault}";
}
