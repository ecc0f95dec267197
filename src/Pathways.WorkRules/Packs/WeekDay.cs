namespace Pathways.WorkRules;

/// <summary>The words by which files name the days of the week.</summary>
internal enum WeekDay
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
