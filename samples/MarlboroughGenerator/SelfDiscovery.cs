using Pathways;

namespace MarlboroughGenerator;

/// <summary>What a student finds out about themselves: interests, strengths, a sector, adults to turn to.</summary>
internal sealed class SelfDiscovery(Student student, History history, Func<bool> does)
{
    private const string Profiler = "O*NET Interest Profiler, 60 items";
    private static readonly ImmutableArray<string> Strengths =
        ["patience", "humor", "curiosity", "order", "courage", "listening", "endurance", "ideas", "fairness", "craft"];

    private readonly Draws _draws = history.Draws;
    private readonly int _grade = student.Grade.Number!.Value;

    public void Tell()
    {
        Interests();
        if (does())
        {
            Strength(history.Day(9, 10, 5, 25));
        }

        Sectors();
        Adults();
    }

    // The latest result is the one in the cohort; some took the inventory before and answered otherwise.
    private void Interests()
    {
        if (student.Interests is not { } interests)
        {
            if (_grade >= 10 && _draws.Chance(0.5))
            {
                Waive("interest-inventory");
            }

            return;
        }

        var day = history.Day(9, 9, 25, 25);
        history.Attend("interest-inventory", day);
        history.HandIn("interest-inventory", day);
        var again = _grade >= 11 && _draws.Chance(0.20) ? history.Day(11, 9, 20, 20) : null;
        if (again is not null)
        {
            Result(day, new([.. interests.Scores.Select(score => Math.Clamp(score + _draws.Between(-9, 9), 0, 40))]));
        }

        Result(again ?? day, interests);
    }

    private void Result(LocalDate? on, InterestProfile profile)
    {
        if (on is { } day)
        {
            history.Add(new InterestResult { Id = history.Next, On = day, By = history.Student, Instrument = Profiler, Profile = profile, MaximumScore = 40 });
        }
    }

    private void Strength(LocalDate? on)
    {
        if (on is not { } day)
        {
            return;
        }

        history.Attend("strengths-inventory", day);
        history.HandIn("strengths-inventory", day);
        history.Add(new StrengthResult
        {
            Id = history.Next, On = day, By = history.Student, Instrument = "Strength cards", Strengths = [.. _draws.Shuffled(Strengths).Take(3)],
        });
    }

    // The first choice of the cohort is the one that holds; some chose another sector first.
    private void Sectors()
    {
        if (student.SectorChoices.IsEmpty)
        {
            return;
        }

        var first = _grade == 9 ? history.Day(9, 10, 20, 20) : history.Day(9, 5, 12, 15);
        if (_grade >= 10 && _draws.Chance(0.16))
        {
            Choose(first, _draws.Pick(Words.Sectors.Remove(student.SectorChoices[0])));
            first = history.Day(10, 9, 20, _grade == 10 ? 40 : 200);
        }

        Choose(first, student.SectorChoices[0]);
    }

    private void Choose(LocalDate? on, SectorId sector)
    {
        if (on is { } day)
        {
            var reason = _draws.Chance(0.5) ? _draws.Pick(Phrases.Choices) : null;
            history.Add(new SectorChoice { Id = history.Next, On = day, By = history.Student, Sector = sector, Reason = reason });
        }
    }

    private void Adults()
    {
        if (history.Day(9, 9, 8, 30) is { } day && _draws.Chance(0.92))
        {
            var adult = _draws.Chance(0.6) ? history.Teacher : history.Counselor;
            var until = _grade >= 11 && _draws.Chance(0.1) ? history.Day(11, 6, 20, 0) : null;
            history.Add(new AdvisorNamed { Id = history.Next, On = day, By = history.Counselor, Advisor = adult.Id, AdvisorRole = adult.Role, Until = until });
        }

        if (history.Day(_grade, 9, 5, 60) is { } called && _draws.Chance(0.4))
        {
            history.Add(new FamilyContact
            {
                Id = history.Next, On = called, By = history.Counselor, Channel = _draws.Chance(0.5) ? "call" : "letter", Topic = _draws.Chance(0.7) ? "plan" : "internship",
            });
        }
    }

    private void Waive(string activity)
    {
        if (history.Day(10, 9, 8, 10) is { } day)
        {
            history.Add(new ActivityWaived
            {
                Id = history.Next, On = day, By = history.Counselor, Activity = ActivityId.From(activity), Reason = "Done at the school before this one.",
            });
        }
    }
}
