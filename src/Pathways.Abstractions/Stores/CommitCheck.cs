namespace Pathways;

/// <summary>What a commit must be in itself, whatever is in the store; every store asks this first.</summary>
public static class CommitCheck
{
    /// <summary>Throws where a commit makes no sense in itself.</summary>
    /// <param name="commit">The commit.</param>
    /// <exception cref="ArgumentException">It neither saves nor deletes anything, names a subject twice, or does not raise a version by one.</exception>
    public static void ThrowIfSenseless(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Changes.IsDefault || (commit.Changes.IsEmpty && commit.Deletions.IsEmpty))
        {
            throw new ArgumentException("A commit saves or deletes at least one thing.", nameof(commit));
        }

        var subjects = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in commit.Changes)
        {
            ThrowIfTwice(commit, subjects, change.Value.Subject);
            if (change.ExpectedVersion < 0 || change.Value.Version != change.ExpectedVersion + 1)
            {
                throw new ArgumentException(
                    $"{change.Value.Subject} would go from version {change.ExpectedVersion} to {change.Value.Version}; a version grows by one.", nameof(commit));
            }
        }

        foreach (var deletion in commit.Deletions)
        {
            ThrowIfTwice(commit, subjects, deletion.Subject);
            if (deletion.ExpectedVersion < (StoredSubject.FindStudent(deletion.Subject) is null ? 1 : 0))
            {
                throw new ArgumentException($"{deletion.Subject} would be deleted at version {deletion.ExpectedVersion}; what exists has version 1 or higher.", nameof(commit));
            }
        }

        foreach (var unchanged in commit.Unchanged)
        {
            ThrowIfTwice(commit, subjects, unchanged.Subject);
        }
    }

    private static void ThrowIfTwice(Commit commit, HashSet<string> subjects, string subject)
    {
        if (!subjects.Add(subject))
        {
            throw new ArgumentException($"{subject} is in the commit twice. Maybe make two commits of it.", nameof(commit));
        }
    }
}
