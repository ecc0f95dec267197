using Pathways;
using Pathways.Curriculum;

namespace MarlboroughGenerator;

/// <summary>The numbers of the records that the README of the sample tells.</summary>
internal static class RecordSummary
{
    /// <summary>Writes the numbers, one a line.</summary>
    public static void Write(ImmutableArray<StudentRecord> records, Cohort cohort, TextWriter output)
    {
        var grades = cohort.Students.ToDictionary(student => student.Id, student => student.Grade.Number);
        output.WriteLine($"{records.Length} records, {records.Sum(record => record.Version)} entries");
        foreach (var grade in records.GroupBy(record => grades[record.Student]))
        {
            output.WriteLine($"grade {grade.Key}: {grade.Average(record => record.Version):0.0} entries a student");
        }

        var applicants = cohort.Preferences.Select(preference => preference.Student).ToHashSet();
        var ready = records.Where(record => applicants.Contains(record.Student)).Count(IsGranted);
        output.WriteLine($"{ready} of {applicants.Count} applicants were granted readiness that holds on {RecordMaker.ReferenceDay:uuuu-MM-dd}");
        Tell("changed the sector", record => SectorHistory.Of(record).Length > 1);
        Tell("have an open barrier", record => RecordViews.Barriers(record, RecordMaker.ReferenceDay).Any(barrier => barrier.IsOpen));
        Tell("have something that was returned and not handed in again", record => Portfolio.All(record).Any(artifact => artifact.Latest.State == ReviewState.Returned));
        Tell("had an activity waived", record => record.Standing.OfType<ActivityWaived>().Any());
        Tell("opted out of financial aid", record => record.Standing.OfType<AidReached>().Any(aid => aid.Milestone == FinancialAidMilestone.OptedOut));
        Tell("have an entry that was corrected", record => record.Entries.OfType<Correction>().Any());
        Tell("did an internship last year", record => record.Standing.OfType<Experience>().Any(experience => experience.Activity.Value == "internship"));

        void Tell(string what, Func<StudentRecord, bool> predicate) => output.WriteLine($"{records.Count(predicate)} {what}");
    }

    /// <summary>Whether a grant of readiness holds on the reference day.</summary>
    public static bool IsGranted(StudentRecord record) =>
        record.Standing.OfType<ReadinessGranted>().Any(grant => grant.Until >= RecordMaker.ReferenceDay) && !record.Standing.OfType<ReadinessRevoked>().Any();
}
