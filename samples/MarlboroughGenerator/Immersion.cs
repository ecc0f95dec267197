using Pathways;

namespace MarlboroughGenerator;

/// <summary>Grades 11 and 12: applications, the internship of last year for those who return, Early College, financial aid.</summary>
internal sealed class Immersion(
    Student student, History history, IReadOnlyDictionary<SectorId, ImmutableArray<PartnerId>> hosts, bool applies, Func<bool> does)
{
    private readonly Draws _draws = history.Draws;
    private readonly int _grade = student.Grade.Number!.Value;

    public void Tell()
    {
        if (student.PriorityGroups.Contains(Words.Returning) && !student.SectorChoices.IsEmpty)
        {
            Internship(student.SectorChoices[0]);
        }
        else if (applies)
        {
            history.HandIn("opportunity-application", history.Day(_grade, 9, 8, 40), student.SectorChoices.IsEmpty ? null : student.SectorChoices[0]);
        }

        Programs();
        Intent();
        if (_grade == 12)
        {
            Aid();
        }
    }

    private void Internship(SectorId sector)
    {
        var host = _draws.Pick(hosts[sector]);
        var occupation = _draws.Pick([.. Occupation.All.Where(occupation => occupation.Sector == sector && !occupation.IsAdultsOnly)]).Code;
        history.HandIn("opportunity-application", history.Day(11, 9, 10, 30), sector);
        history.HandIn("agreed-outcomes", history.Day(11, 1, 12, 8), sector);
        var day = history.Day(11, 2, 2, 5);
        var weeks = does() ? 10 : 6; // a few stopped early
        for (var week = 0; week < weeks; week++)
        {
            var isIll = _draws.Chance(0.04);
            history.Attend("internship", day, isIll ? Attendance.Excused : Attendance.Attended, isIll ? null : 6 + (_draws.Below(5) / 2m), host, sector, occupation);
            day = History.Later(day, 7);
        }

        if (weeks < 10)
        {
            return;
        }

        history.HandIn("internship", day, sector, occupation);
        var presented = History.Later(day, 5 + _draws.Below(10));
        history.Attend("results-presentation", presented, partner: host, sector: sector);
        history.HandIn("results-presentation", presented, sector, occupation, show: true);
        history.HandIn("internship-evaluation", does() ? presented : null);
        var debriefed = does() ? History.Later(presented, 8 + _draws.Below(8)) : null;
        history.Attend("internship-debrief", debriefed, partner: host, sector: sector);
        history.HandIn("internship-debrief", debriefed);
        history.HandIn("internship-thank-you", _draws.Chance(0.9) ? presented : null);
        if (presented is { } end && _draws.Chance(0.7))
        {
            var (expected, found, wasRight) = _draws.Pick(Phrases.Expectations);
            history.Add(new ExpectationChecked
            {
                Id = history.Next, On = end, By = history.Student, Activity = ActivityId.From("internship"), Expectation = expected, Finding = found, WasRight = wasRight,
            });
        }
    }

    private void Programs()
    {
        if (!student.SectorChoices.IsEmpty && _draws.Chance(0.30))
        {
            Enroll(history.Day(10, 9, 3, 5), ProgramType.InnovationPathway, EnrollmentState.Enrolled, student.SectorChoices[0].Value, null, null);
        }

        if (!_draws.Chance(0.09))
        {
            return;
        }

        var started = history.Day(11, 9, 8, 5);
        Enroll(started, ProgramType.EarlyCollege, EnrollmentState.Enrolled, "early-college", "English Composition I", 3);
        history.Attend("early-college", started);
        history.HandIn("early-college", started);
        if (_grade == 12)
        {
            Enroll(history.Day(11, 5, 28, 5), ProgramType.EarlyCollege, _draws.Chance(0.9) ? EnrollmentState.Completed : EnrollmentState.Withdrawn, "early-college", "English Composition I", 3);
            Enroll(history.Day(12, 9, 8, 5), ProgramType.EarlyCollege, EnrollmentState.Enrolled, "early-college", "Elementary Statistics", 3);
        }
    }

    private void Enroll(LocalDate? on, ProgramType program, EnrollmentState state, string pathway, string? course, decimal? credits)
    {
        if (on is { } day)
        {
            history.Add(new Enrollment
            {
                Id = history.Next, On = day, By = history.Counselor, Program = program, State = state, Pathway = PathwayId.From(pathway), Course = course, CollegeCredits = credits,
            });
        }
    }

    private void Intent()
    {
        if (history.Day(11, 9, 20, 40) is { } day && _draws.Chance(0.85))
        {
            history.Add(new IntentDeclared
            {
                Id = history.Next, On = day, By = history.Student,
                Intent = (PostsecondaryIntent)_draws.Weighted([0.15, 0.38, 0.20, 0.06, 0.06, 0.04, 0.08, 0.03]),
            });
        }
    }

    private void Aid()
    {
        var told = history.Day(12, 10, 5, 55);
        if (told is not { } day || !does())
        {
            return;
        }

        history.Attend("financial-aid-12", day, hours: 1);
        Reach(day, FinancialAidMilestone.Informed, history.Counselor);
        if (_draws.Chance(0.06))
        {
            Reach(History.Later(day, 5), FinancialAidMilestone.OptedOut, history.Guardian);
        }
        else if (_draws.Chance(0.6))
        {
            Reach(History.Later(day, 4), FinancialAidMilestone.AccountMade, history.Student);
            Reach(_draws.Chance(0.6) ? History.Later(day, 14) : null, FinancialAidMilestone.Submitted, history.Student);
        }
    }

    private void Reach(LocalDate? on, FinancialAidMilestone milestone, Actor by)
    {
        if (on is { } day)
        {
            history.Add(new AidReached { Id = history.Next, On = day, By = by, Milestone = milestone, Program = "FAFSA" });
        }
    }
}
