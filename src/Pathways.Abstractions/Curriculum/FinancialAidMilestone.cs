namespace Pathways;

/// <summary>How far a student is with financial aid.</summary>
public enum FinancialAidMilestone
{
    /// <summary>Was told what aid there is.</summary>
    Informed,

    /// <summary>Has the account that an application needs.</summary>
    AccountMade,

    /// <summary>Handed the application in.</summary>
    Submitted,

    /// <summary>The application is complete.</summary>
    Complete,

    /// <summary>Student or guardian decided against it.</summary>
    OptedOut,
}
