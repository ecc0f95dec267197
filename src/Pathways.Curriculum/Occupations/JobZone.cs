namespace Pathways.Curriculum;

/// <summary>How much preparation occupations need: one of the five job zones of O*NET, in its own words.</summary>
/// <param name="Number">1 (little or none) to 5 (extensive).</param>
/// <param name="Name">What O*NET calls it.</param>
/// <param name="Experience">The experience that is needed.</param>
/// <param name="Education">The education that is needed.</param>
/// <param name="Training">The training on the job that is needed.</param>
/// <param name="Examples">Occupations of this zone.</param>
/// <param name="SvpRange">The range of specific vocational preparation, such as <c>(6.0 to &lt; 7.0)</c>.</param>
public sealed record JobZone(int Number, string Name, string Experience, string Education, string Training, string Examples, string SvpRange)
{
    /// <summary>The education that most occupations of a zone ask for, in a word: what the sentence of the Job Zone Reference says first.</summary>
    /// <param name="zone">1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such zone.</exception>
    public static TypicalEducation EducationOf(int zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zone, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zone, 5);
        return (TypicalEducation)(zone - 1);
    }
}

/// <summary>The education that most occupations of a job zone ask for. Each says what is usual, never what a student must reach.</summary>
public enum TypicalEducation
{
    /// <summary>Job zone 1: some ask for a high school diploma or GED, many for nothing.</summary>
    SomeHighSchool,

    /// <summary>Job zone 2: usually a high school diploma or GED.</summary>
    HighSchool,

    /// <summary>Job zone 3: vocational school, training on the job, an apprenticeship or an associate degree.</summary>
    VocationalOrAssociate,

    /// <summary>Job zone 4: mostly a bachelor's degree.</summary>
    Bachelor,

    /// <summary>Job zone 5: mostly graduate school.</summary>
    Graduate,
}
