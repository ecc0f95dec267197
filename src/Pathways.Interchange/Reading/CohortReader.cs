using Pathways.Interchange.Columns;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the five files of a cohort, each after those that it refers to.</summary>
internal sealed class CohortReader(string folder, CancellationToken cancellationToken)
{
    private readonly List<Findings> _findings = [];
    private readonly IdIndex<StudentId> _students = new();
    private readonly IdIndex<PartnerId> _partners = new();
    private readonly IdIndex<OpportunityId> _opportunities = new();

    public Reading<Cohort> Read()
    {
        if (FolderFault() is { } fault)
        {
            return Reading<Cohort>.Failed([fault]);
        }

        var students = Rows(StudentColumns.File, cells => StudentRows.Read(cells, _students, cancellationToken), _students, StudentColumns.Id);
        var partners = Rows(PartnerColumns.File, cells => PartnerRows.Read(cells, _partners, cancellationToken), _partners, PartnerColumns.Id);
        var opportunities = Rows(
            OpportunityColumns.File,
            cells => new OpportunityRows(cells, _partners, partners).Read(_opportunities, cancellationToken),
            _opportunities,
            OpportunityColumns.Id);
        var preferences = Rows(PreferenceColumns.File, Preferences);
        var priorities = Rows(PriorityColumns.File, Priorities);

        var errors = _findings.SelectMany(found => found.Errors).ToImmutableArray();
        return errors.IsEmpty
            ? Reading<Cohort>.Of(
                new()
                {
                    Students = students,
                    Partners = partners,
                    Opportunities = opportunities,
                    Preferences = preferences,
                    Priorities = priorities,
                },
                [.. _findings.SelectMany(found => found.Warnings)])
            : Reading<Cohort>.Failed(errors);
    }

    private InputError? FolderFault()
    {
        if (Directory.Exists(folder))
        {
            return null;
        }

        return File.Exists(folder)
            ? new(folder, 0, 0, "cohort.folder.not-a-folder", "This is a file; expected a folder with students.csv and the others. Maybe the folder it is in was meant.")
            : new(folder, 0, 0, "cohort.folder.missing", "There is no such folder. Maybe the path is relative to another place, or misspelled.");
    }

    private ImmutableArray<Preference> Preferences(CellReader cells) =>
        new RankRows<StudentId, OpportunityId>(
            cells, (PreferenceColumns.Student, _students), (PreferenceColumns.Opportunity, _opportunities))
        .Read(PreferenceColumns.Rank, (student, opportunity, rank) => new Preference(student, opportunity, rank), cancellationToken);

    private ImmutableArray<Priority> Priorities(CellReader cells) =>
        new RankRows<OpportunityId, StudentId>(
            cells, (PriorityColumns.Opportunity, _opportunities), (PriorityColumns.Student, _students))
        .Read(PriorityColumns.Rank, (opportunity, student, rank) => new Priority(opportunity, student, rank), cancellationToken);

    private ImmutableArray<T> Rows<T, TId>(
        CohortFile file, Func<CellReader, ImmutableArray<T>> read, IdIndex<TId> ids, CohortColumn id)
        where TId : struct, IIdentifier<TId> =>
        Rows(file, read, (sheet, fields) => ids.IsComplete = sheet.IsComplete && fields[id.Index] >= 0);

    private ImmutableArray<T> Rows<T>(CohortFile file, Func<CellReader, ImmutableArray<T>> read, Action<Sheet, int[]>? done = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var findings = new Findings(Path.Join(folder, file.FileName));
        _findings.Add(findings);
        if (FolderFile.Load(folder, file, findings) is not { } bytes)
        {
            return [];
        }

        using var sheet = new Sheet(bytes, file, findings);
        if (Header.Read(sheet, findings, cancellationToken) is not { } fields)
        {
            return [];
        }

        var rows = read(new CellReader(sheet, findings, fields));
        done?.Invoke(sheet, fields);
        return rows;
    }
}
