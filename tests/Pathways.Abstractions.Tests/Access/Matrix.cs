using Pathways.Json;

namespace Pathways.Tests.Access;

// The reviewed matrix: for every role and operation whether it is allowed, how much is shown, for what, and what it needs.
internal static class Matrix
{
    private static readonly (string File, Operation First, Operation Last)[] Files =
    [
        ("reading", Operation.ReadApplication, Operation.BreakGlassRead),
        ("applications", Operation.StartApplication, Operation.LapseApplication),
        ("placements", Operation.ArrangePlacement, Operation.UndoPlacementStep),
        ("opportunities", Operation.WriteOpportunity, Operation.WithdrawSlot),
        ("documents", Operation.RequestDocument, Operation.UndoDocumentStep),
        ("hours", Operation.SubmitHours, Operation.VoidHours),
        ("evaluations", Operation.PlanEvaluation, Operation.CancelEvaluation),
        ("match-runs", Operation.ProposeMatchRun, Operation.DiscardMatchRun),
        ("guidance", Operation.EditStudentPlan, Operation.CommentOnProgram),
        ("running", Operation.GiveConsent, Operation.EraseStudent),
    ];

    /// <summary>A column for each fact: what it is called there, and how it is set. The bit of a fact is its place here.</summary>
    public static (string Column, Func<AccessFacts, AccessFacts> Set)[] Facts { get; } =
    [
        ("tenant", facts => facts with { SameTenant = true }),
        ("own-record", facts => facts with { IsOwnRecord = true }),
        ("guardian", facts => facts with { IsGuardian = true }),
        ("rights", facts => facts with { HoldsRights = true }),
        ("caseload", facts => facts with { IsOnCaseload = true }),
        ("program", facts => facts with { IsOwnProgram = true }),
        ("school", facts => facts with { SameSchool = true }),
        ("enrolled", facts => facts with { IsEnrolled = true }),
        ("site", facts => facts with { IsOwnSite = true }),
        ("placement", facts => facts with { IsOwnPlacement = true }),
        ("active", facts => facts with { IsActive = true }),
        ("consent", facts => facts with { PartnerConsent = true }),
        ("identity", facts => facts with { IsIdentityRevealed = true }),
        ("asked", facts => facts with { IsAsked = true }),
        ("reason", facts => facts with { BreakGlassReasonGiven = true }),
    ];

    /// <summary>Every assignment of the facts; the index has a bit for each fact.</summary>
    public static AccessFacts[] Assignments { get; } =
        [.. Enumerable.Range(0, 1 << Facts.Length).Select(bits => Facts.Where((_, bit) => (bits >> bit & 1) == 1).Aggregate(default(AccessFacts), (facts, fact) => fact.Set(facts)))];

    public static string Folder { get; } = Path.Combine(Root(), "tests", "Pathways.Abstractions.Tests", "Access", "matrix");

    public static string Header { get; } = "operation,role,answer,view,purposes," + string.Join(',', Facts.Select(fact => fact.Column));

    public static IEnumerable<string> FileNames => Files.Select(file => file.File);

    /// <summary>Every line of every file, in the order of operations and roles.</summary>
    public static IEnumerable<MatrixCell> Read() => FileNames.SelectMany(name => File.ReadAllLines(Path.Combine(Folder, name + ".csv")).Skip(1)).Select(Cell);

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Pathways.sln.");
    }

    /// <summary>What the files would hold if they were written from the table.</summary>
    public static IEnumerable<(string Name, string Text)> FromTable() =>
        from file in Files
        let lines = from operation in Enum.GetValues<Operation>()
                    where operation >= file.First && operation <= file.Last
                    from role in Enum.GetValues<Role>()
                    select Line(operation, role)
        select (file.File, string.Concat(lines.Prepend(Header).Select(line => line + "\n")));

    private static string Line(Operation operation, Role role)
    {
        var start = $"{EnumWords<Operation>.Word(operation)},{EnumWords<Role>.Word(role)}";
        if (AccessTable.FindRule(role, operation) is not { } rule)
        {
            return $"{start},deny,,,{new string(',', Facts.Length - 1)}";
        }

        var codes = rule.Conditions.Select(condition => condition.Code).Append("access.tenant").ToHashSet();
        return $"{start},allow,{EnumWords<AccessView>.Word(rule.View)},{string.Join(';', rule.Purposes.Order().Select(EnumWords<Purpose>.Word))},"
            + string.Join(',', Facts.Select(fact => codes.Contains("access." + fact.Column) ? "needs" : ""));
    }

    private static MatrixCell Cell(string line)
    {
        var cells = line.Split(',');
        Assert.Equal(5 + Facts.Length, cells.Length);
        Assert.Contains(cells[2], new[] { "allow", "deny" });
        Assert.All(cells.Skip(5), cell => Assert.Contains(cell, new[] { "needs", "" }));
        var isAllowed = cells[2] == "allow";
        Assert.Equal(isAllowed, cells[3].Length > 0);
        return new(
            EnumWords<Operation>.Of[cells[0]],
            EnumWords<Role>.Of[cells[1]],
            isAllowed,
            isAllowed ? EnumWords<AccessView>.Of[cells[3]] : null,
            [.. cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(word => EnumWords<Purpose>.Of[word])],
            Facts.Select((_, bit) => cells[5 + bit] == "needs" ? 1 << bit : 0).Sum());
    }
}

internal sealed record MatrixCell(Operation Operation, Role Role, bool IsAllowed, AccessView? View, Purpose[] Purposes, int Needs)
{
    public Actor Actor { get; } = new(ActorId.From("a"), Role);

    // The meaning of a line, said once, without the rules.
    public bool Allows(int facts, Purpose purpose) => IsAllowed && (facts & Needs) == Needs && Purposes.Contains(purpose);
}
