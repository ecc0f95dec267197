namespace Pathways;

/// <summary>Knows how people stand to students, schools and partners: the host's directory.</summary>
public interface IAccessDirectory
{
    /// <summary>How somebody stands to a student, an opportunity, a partner.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="actor">Who.</param>
    /// <param name="about">What it is about. An opportunity that is being written is judged by its partner and program, for nobody knows its identifier yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// What the host knows; <see langword="default"/> for an actor it does not know. What services see for themselves they set right: whether it is going on, whose
    /// placement it is, whether the partner knows who applies, what somebody is asked for, and the consent to show data to the partner.
    /// </returns>
    ValueTask<AccessFacts> RelateAsync(TenantScope scope, Actor actor, AccessSubject about, CancellationToken cancellationToken = default);
}
