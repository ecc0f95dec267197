using Pathways.Interchange.Columns;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the five files of a cohort, each after those that it is held against.</summary>
internal sealed class CohortReader(string folder, CancellationToken cancellationToken)
{
    private readonly Dictionary<CohortFile, Findings> _findings = [];
    private readonly Bounded _errorBound = new(folder, CohortFile.MoreErrors);
    private readonly Bounded _warningBound = new(folder, CohortFile.MoreWarnings);
    private readonly IdIndex<StudentId> _students = new();
    private readonly IdIndex<PartnerId> _partners = new();
    private readonly IdIndex<OpportunityId> _opportunities = new();

    public Reading<Cohort> Read()
    {
        if (FolderFault() is { } fault)
        {
            return Reading<Cohort>.Failed([fault]);
        }

        // A birth date is held against the days of the opportunities, which refer to partners.
        LocalDate? firstDay = null;
        var partners = Rows(PartnerColumns.File, cells => PartnerRows.Read(cells, _partners, cancellationToken), _partners, PartnerColumns.Id);
        var opportunities = Rows(OpportunityColumns.File, cells => Opportunities(cells, partners, out firstDay), _opportunities, OpportunityColumns.Id);
        firstDay = _opportunities.IsComplete ? firstDay : null;
        var students = Rows(StudentColumns.File, cells => new StudentRows(cells, firstDay).Read(_students, cancellationToken), _students, StudentColumns.Id);
        var preferences = Rows(PreferenceColumns.File, Preferences);
        var priorities = Rows(PriorityColumns.File, Priorities);

        var errors = _errorBound.Close(InOrder().SelectMany(found => found.Errors));
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
                _warningBound.Close(InOrder().SelectMany(found => found.Warnings)))
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

    private IEnumerable<Findings> InOrder() => CohortFile.All.Select(file => _findings[file]);

    private ImmutableArray<Opportunity> Opportunities(CellReader cells, ImmutableArray<Partner> partners, out LocalDate? firstDay)
    {
        var rows = new OpportunityRows(cells, _partners, partners);
        var read = rows.Read(_opportunities, cancellationToken);
        firstDay = rows.FirstDay;
        return read;
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
        var findings = new Findings(Path.Join(folder, file.FileName), _errorBound, _warningBound);
        _findings.Add(file, findings);
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
