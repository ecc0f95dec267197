namespace Pathways.Curriculum;

/// <summary>Where an artifact of several versions stands. Plans ask another question, whether it was ever accepted: see decision 0018.</summary>
/// <remarks>
/// The latest version that somebody judged decides. One that waits to be looked at takes nothing back: after an accepted version the artifact stays
/// accepted, and after a returned one it waits again. An accepted version that a later one followed which was returned counts no more.
/// </remarks>
internal static class ArtifactRule
{
    /// <summary>Where it stands.</summary>
    /// <param name="judged">The number of the latest version that was judged; 0 when none was.</param>
    /// <param name="isAccepted">Whether that one was accepted.</param>
    /// <param name="latest">The number of the latest version.</param>
    public static ReviewState StateOf(int judged, bool isAccepted, int latest) =>
        judged == 0 ? ReviewState.Submitted
        : isAccepted ? ReviewState.Accepted
        : judged == latest ? ReviewState.Returned
        : ReviewState.Submitted;
}
