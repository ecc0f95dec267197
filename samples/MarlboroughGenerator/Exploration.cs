using Pathways;

namespace MarlboroughGenerator;

/// <summary>Grade 10: research, mentors, resume, training.</summary>
internal sealed class Exploration(
    Student student, History history, IReadOnlyDictionary<SectorId, ImmutableArray<PartnerId>> hosts, Func<bool> does)
{
    private readonly Draws _draws = history.Draws;
    private readonly int _grade = student.Grade.Number!.Value;

    public void Tell()
    {
        history.Attend("advising-10", does() ? history.Day(10, 9, 14, 20) : null, group: "advisory");
        Credentials();
        Resume();
        Training();
        if (student.SectorChoices.IsEmpty)
        {
            return; // without a sector there is nothing to investigate
        }

        var sector = student.SectorChoices[0];
        Research(sector, _draws.Pick([.. Occupation.All.Where(occupation => occupation.Sector == sector)]).Code);
        Mentor(sector);
        if (does())
        {
            history.Attend("portfolio", history.Day(10, 4, 20, 10));
            history.HandIn("portfolio", history.Day(10, 4, 24, 20), show: true);
        }

        if (does())
        {
            history.HandIn("internship-application", history.Day(10, 5, 8, 25), sector);
        }
    }

    private void Research(SectorId sector, OnetSocCode occupation)
    {
        if (!does())
        {
            return;
        }

        history.HandIn("career-research", history.Day(10, 9, 25, 25), sector);
        if (does())
        {
            history.HandIn("sector-report", history.Day(10, 10, 28, 40), sector, show: true);
        }

        if (does())
        {
            history.HandIn("occupation-report", history.Day(10, 12, 3, 70), sector, occupation, show: true);
        }
    }

    private void Mentor(SectorId sector)
    {
        var host = _draws.Pick(hosts[sector]);
        foreach (var (month, day) in new[] { (10, 15), (12, 4), (2, 20) })
        {
            history.Attend("mentor-meetings", does() ? history.Day(10, month, day, 15) : null, hours: 1, partner: host, sector: sector);
        }

        if (does() && history.Day(10, 12, 4, 60) is { } interview)
        {
            history.Attend("mentor-interview", interview, hours: 1, partner: host, sector: sector);
            history.HandIn("mentor-interview", interview, sector);
            history.HandIn("mentor-thank-you", does() ? History.Later(interview, 1 + _draws.Below(9)) : null);
        }
    }

    // A resume counts as a qualification when it was accepted. Those of grade 12 bring theirs up to date before they apply.
    private void Resume()
    {
        var has = student.Qualifications.Contains(QualificationId.From(Words.Resume));
        if (has && _grade == 10)
        {
            history.Artifact(ArtifactKind.Resume, "resume", history.Day(10, 9, 8, 20), good: true, show: true);
        }
        else if (has)
        {
            history.Artifact(ArtifactKind.Resume, "resume", history.Day(10, 2, 3, 50), good: true, show: true);
            history.Artifact(ArtifactKind.Resume, null, _grade == 12 && does() ? history.Day(11, 5, 4, 50) : null, good: true, show: true);
        }
        else if (_grade >= 11)
        {
            history.Artifact(ArtifactKind.Resume, "resume", history.Day(10, 3, 3, 50), good: false);
        }
    }

    private void Training()
    {
        if (!does())
        {
            return;
        }

        var first = history.Day(10, 2, 10, 50);
        history.Attend("readiness-training", first, hours: 4);
        var second = History.Later(first, 7);
        var came = does();
        history.Attend("readiness-training", second, came ? Attendance.Attended : Attendance.Absent, hours: came ? 4 : null);
        if (came)
        {
            history.HandIn("readiness-training", second);
        }
    }

    // What the cohort says a student has is good on the reference day; of the rest a few have run out.
    private void Credentials()
    {
        foreach (var name in new[] { Words.Safety, Words.Hipaa, Words.Cori, Words.Immunization, Words.Programming, Words.Cad })
        {
            var has = student.Qualifications.Contains(QualificationId.From(name));
            var expires = name is Words.Safety or Words.Hipaa or Words.Cori;
            var earned = _grade switch { 10 => history.Day(10, 9, 8, 30), 11 => history.Day(10, 11, 3, 180), _ => history.Day(11, 10, 3, 200) };
            if (has && earned is { } day)
            {
                Earn(name, day, expires ? day.PlusYears(3) : null);
            }
            else if (expires && _grade >= 11 && _draws.Chance(0.10) && history.Day(10, 9, 20, 20) is { } old)
            {
                Earn(name, old, new(2026, 8, 31));
            }
        }
    }

    private void Earn(string name, LocalDate day, LocalDate? expires) => history.Add(new CredentialEarned
    {
        Id = history.Next, On = day, By = history.Specialist, Credential = QualificationId.From(name), Expires = expires,
        Activity = name == Words.Safety ? ActivityId.From("readiness-training") : null,
    });
}
