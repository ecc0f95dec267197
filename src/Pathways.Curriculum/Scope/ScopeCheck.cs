using System.Collections.Frozen;

namespace Pathways.Curriculum;

/// <summary>Something wrong or odd in a scope and sequence.</summary>
/// <param name="Path">Where, in the words of the file, such as <c>$.activities[3].prerequisites[0]</c>.</param>
/// <param name="Reason">A stable code, such as <c>scope.activities.prerequisites.unknown</c>, and a sentence.</param>
/// <param name="IsWarning">Whether it is odd, but usable.</param>
public sealed record ScopeFinding(string Path, Refusal Reason, bool IsWarning);

/// <summary>Checks what a scope and sequence means: whether each activity can be done, proved and reached by those for whom it is.</summary>
/// <remarks>Pure. <see cref="ScopeFile"/> asks the same questions and gives the same codes, with line and column.</remarks>
public static class ScopeCheck
{
    internal const string Kind = "scope";

    /// <summary>Everything wrong or odd, errors first.</summary>
    /// <param name="scope">What to check.</param>
    public static ImmutableArray<ScopeFinding> Findings(ScopeAndSequence scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return
        [
            .. Notes(scope, FrozenSet<(string, int, string)>.Empty)
                .OrderBy(note => note.IsWarning)
                .Select(note => new ScopeFinding(note.Place.Path, new($"{note.Place.Code}.{note.Fault}", $"{note.Place.Path}: {note.Message}"), note.IsWarning)),
        ];
    }

    /// <summary>Every reason why a scope and sequence cannot be used; empty when it can.</summary>
    /// <param name="scope">What to check.</param>
    public static ImmutableArray<Refusal> Refusals(ScopeAndSequence scope) =>
        [.. Findings(scope).Where(finding => !finding.IsWarning).Select(finding => finding.Reason)];

    internal static IReadOnlyList<ScopeNote> Notes(ScopeAndSequence scope, IReadOnlySet<(string List, int Index, string Field)> unsure)
    {
        var notes = new ScopeNotes(unsure);
        var windows = new ScopeWindows(scope, notes);
        CalendarCheck.Check(scope, notes);
        ActivityCheck.Check(scope, windows, notes);
        PrerequisiteCheck.Check(scope, windows, notes);
        return notes.All;
    }
}
