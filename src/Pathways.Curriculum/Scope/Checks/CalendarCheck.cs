using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Checks the terms, stages, sectors and competencies of a scope.</summary>
internal static class CalendarCheck
{
    public static void Check(ScopeAndSequence scope, ScopeNotes notes)
    {
        Terms(scope, notes);
        Stages(scope, notes);
        notes.Duplicates(scope.Sectors, i => ScopePlace.Root("sectors").At(i, scope.Sectors[i]), _ => true, "sector");
        notes.Duplicates(
            [.. scope.Competencies.Select(competency => competency.Id)],
            i => new(ScopePlace.Competencies, i, "id"), i => notes.IsSure(ScopePlace.Competencies, i, "id"), "competency");
        if (scope.Version < 1 && notes.IsSure("", -1, "version"))
        {
            notes.Error(ScopePlace.Root("version"), "out-of-range", $"The version is {scope.Version}. Versions count from 1.");
        }
    }

    private static void Terms(ScopeAndSequence scope, ScopeNotes notes)
    {
        var terms = scope.Terms;
        notes.Duplicates(
            [.. terms.Select(term => term.Id)], i => new(ScopePlace.Terms, i, "id"), i => notes.IsSure(ScopePlace.Terms, i, "id"), "term");
        if (!notes.IsSure("", -1, "yearStarts"))
        {
            return;
        }

        var year = ScopeWindows.DaysOfYear(scope.YearStarts);
        (Term Term, int First, int Last)? before = null;
        for (var i = 0; i < terms.Length; i++)
        {
            if (!notes.IsSure(ScopePlace.Terms, i, "starts", "ends"))
            {
                before = null;
                continue;
            }

            var term = terms[i];
            var days = ScopeWindows.DaysOf(term, scope.YearStarts);
            if (days.Last >= year)
            {
                notes.Error(new(ScopePlace.Terms, i, "ends"), "beyond-year",
                    $"The term \"{term.Id}\" runs from {Day(term.Starts)} to {Day(term.Ends)}, past {Day(scope.YearStarts)}, when the next school year starts. Maybe \"yearStarts\" is the first day of the first term.");
            }

            if (before is { } earlier && days.First < earlier.First)
            {
                notes.Error(new(ScopePlace.Terms, i, "starts"), "out-of-order",
                    $"The term \"{term.Id}\" starts on {Day(term.Starts)}, before the term \"{earlier.Term.Id}\" that stands before it, as school years start on {Day(scope.YearStarts)}. List terms in their order.");
            }
            else if (before is { } last && days.First <= last.Last)
            {
                notes.Error(new(ScopePlace.Terms, i, "starts"), "overlap",
                    $"The term \"{term.Id}\" starts on {Day(term.Starts)}, while the term \"{last.Term.Id}\" lasts until {Day(last.Term.Ends)}. Terms follow each other.");
            }

            before = (term, days.First, days.Last);
        }
    }

    private static string Day(AnnualDate day) => AnnualDatePattern.Iso.Format(day);

    private static void Stages(ScopeAndSequence scope, ScopeNotes notes)
    {
        var stages = scope.Stages;
        bool IsSure(int i) => notes.IsSure(ScopePlace.Stages, i, "grade");
        notes.Duplicates([.. stages.Select(stage => stage.Grade)], i => new(ScopePlace.Stages, i, "grade"), IsSure, "grade");
        for (var i = 0; i < stages.Length; i++)
        {
            var (grade, stage) = stages[i];
            if (i > 0 && IsSure(i) && IsSure(i - 1) && grade < stages[i - 1].Grade)
            {
                notes.Error(new(ScopePlace.Stages, i, "grade"), "out-of-order", $"Grade {GradeWord.Of(grade)} stands after grade {GradeWord.Of(stages[i - 1].Grade)}. List the lowest grade first.");
            }

            if (i > 0 && notes.IsSure(ScopePlace.Stages, i, "stage") && notes.IsSure(ScopePlace.Stages, i - 1, "stage") && stage < stages[i - 1].Stage)
            {
                notes.Warn(new(ScopePlace.Stages, i, "stage"), "backwards",
                    $"Grade {GradeWord.Of(grade)} is about {EnumWords<Stage>.Word(stage)}, after grade {GradeWord.Of(stages[i - 1].Grade)} was about {EnumWords<Stage>.Word(stages[i - 1].Stage)}, which is nearer to work. Maybe the two are exchanged.");
            }

            if (IsSure(i) && !scope.Activities.IsEmpty && !scope.Activities.Any(activity => activity.FirstGrade <= grade && grade <= activity.LastGrade))
            {
                notes.Warn(new(ScopePlace.Stages, i, "grade"), "empty", $"Nothing is done in grade {GradeWord.Of(grade)}. Maybe an activity is missing, or the grade belongs to another scope.");
            }
        }
    }
}
