namespace Pathways;

/// <summary>A stretch of a placement with one place and one week: a placement has several when the student changes worksites, or works in summer and in term.</summary>
/// <param name="Dates">The first and the last day.</param>
/// <param name="Week">The hours of work in each week.</param>
/// <param name="Worksite">Where; <see langword="null"/> when the work is remote.</param>
/// <param name="Season">The season it belongs to, where the district names seasons.</param>
public sealed record WorkPeriod(DateInterval Dates, WeeklyHours Week, WorksiteId? Worksite = null, SeasonId? Season = null);
