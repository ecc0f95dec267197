using Pathways;
using Pathways.Curriculum;

namespace MarlboroughGenerator;

/// <summary>Makes up what the students of the cohort did since grade 9, by the Marlborough scope and sequence.</summary>
/// <remarks>
/// The records are those of one day. They agree with the cohort: its choices of sectors, interests, qualifications and applications are what is in
/// them. No placement of the school year 2026-27 is in them: who goes where is for the matching to say.
/// </remarks>
internal static class RecordMaker
{
    /// <summary>The name of the file beside the cohort's.</summary>
    public const string FileName = "records.jsonl";

    /// <summary>The name of the file with the scope and sequence.</summary>
    public const string ScopeFileName = "scope.json";

    /// <summary>The day on which the records stand: nothing later is in them.</summary>
    public static readonly LocalDate ReferenceDay = new(2026, 11, 15);

    /// <summary>Makes the records, in the order of students.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    /// <param name="cohort">The students with their choices, and the partners.</param>
    public static ImmutableArray<StudentRecord> Make(Seed seed, Cohort cohort)
    {
        var scope = ScopeTemplates.Marlborough;
        var activities = scope.Activities.ToDictionary(activity => activity.Id.Value);
        var applicants = cohort.Preferences.Select(preference => preference.Student).ToHashSet();
        var hosts = cohort.Partners.GroupBy(partner => partner.Sectors[0]).ToDictionary(group => group.Key, group => group.Select(partner => partner.Id).ToImmutableArray());
        return
        [
            .. cohort.Students.Select((student, i) =>
            {
                var history = new History(student, new(seed.Split((ulong)i)), activities);
                var story = new StudentStory(student, history, hosts, applicants.Contains(student.Id));
                story.Tell();
                return history.ToRecord();
            }),
        ];
    }
}
