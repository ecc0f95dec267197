using System.Collections.Frozen;

namespace Pathways.WorkRules;

/// <summary>Whose law applies to the work of a program's students, and when their schools are in session.</summary>
/// <remarks>What the people and opportunities of a cohort do not say themselves, and the rules for minors need.</remarks>
public sealed record WorkLaw
{
    /// <summary>Whose law applies where nothing else is said, such as <c>US</c> and <c>US-MA</c>.</summary>
    public required ImmutableArray<string> Jurisdictions { get; init; }

    /// <summary>When school is in session.</summary>
    public required SchoolCalendar Calendar { get; init; }

    /// <summary>Whose law applies to partners elsewhere, in place of <see cref="Jurisdictions"/>: work is under the law of its place.</summary>
    public FrozenDictionary<PartnerId, ImmutableArray<string>> Partners { get; init; } = FrozenDictionary<PartnerId, ImmutableArray<string>>.Empty;

    /// <summary>Whether the program applies the same limits where nobody is employed.</summary>
    public bool LimitsApplyToAll { get; init; }

    /// <summary>Whose law applies to an opportunity: that of its partner.</summary>
    /// <param name="opportunity">The opportunity.</param>
    public ImmutableArray<string> JurisdictionsOf(Opportunity opportunity)
    {
        ArgumentNullException.ThrowIfNull(opportunity);
        return Partners.GetValueOrDefault(opportunity.Partner, Jurisdictions);
    }

    /// <summary>What answers at matching for the students of a cohort: nobody works yet, and nobody has papers, which come later.</summary>
    /// <param name="engine">The rules.</param>
    /// <param name="students">The students.</param>
    /// <exception cref="ArgumentException">A student is given twice.</exception>
    public WorkRuleGate GateBeforeMatching(WorkRuleEngine engine, IEnumerable<Student> students)
    {
        ArgumentNullException.ThrowIfNull(students);
        return new(engine, students.Select(student => new WorkStudent { Student = student.Id, BirthDate = student.BirthDate, Calendar = Calendar }), JurisdictionsOf)
        {
            PapersComeLater = true,
            LimitsApplyToAll = LimitsApplyToAll,
        };
    }
}
