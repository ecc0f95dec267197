namespace Pathways;

/// <summary>What a goal is about.</summary>
public enum GoalKind
{
    /// <summary>Work.</summary>
    Career,

    /// <summary>Learning.</summary>
    Education,

    /// <summary>The student's own life with others.</summary>
    PersonalSocial,
}
