namespace Pathways.Cli.Input;

/// <summary>What a cohort folder can say beside its tables of students and partners.</summary>
[Flags]
internal enum CurriculumFiles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The scope and sequence.</summary>
    Scope = 1,

    /// <summary>What students did.</summary>
    Records = 2,

    /// <summary>What ready means.</summary>
    Readiness = 4,

    /// <summary>What is asked of every student's plan.</summary>
    Plan = 8,
}
