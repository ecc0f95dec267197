namespace Pathways;

/// <summary>Where a pathway leads on to after high school.</summary>
/// <param name="Route">What sort of next step it is: colleges are some among several.</param>
/// <param name="Institution">Who offers it, such as a college, a training center or an apprenticeship program.</param>
/// <param name="Program">The program there.</param>
/// <param name="Award">What it ends with.</param>
public sealed record PostsecondaryLink(PostsecondaryIntent Route, string Institution, string Program, PostsecondaryAward Award);

/// <summary>What a program after high school ends with; a credential does not need a degree.</summary>
public enum PostsecondaryAward
{
    /// <summary>A credential that an industry recognizes.</summary>
    IndustryCredential,

    /// <summary>A certificate of a college or a school.</summary>
    Certificate,

    /// <summary>The certificate of a completed apprenticeship.</summary>
    ApprenticeshipCertificate,

    /// <summary>A license to practice.</summary>
    License,

    /// <summary>An associate degree.</summary>
    AssociateDegree,

    /// <summary>A bachelor's degree.</summary>
    BachelorDegree,

    /// <summary>None of these.</summary>
    Other,
}
