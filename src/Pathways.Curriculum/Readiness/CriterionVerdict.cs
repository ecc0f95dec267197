namespace Pathways.Curriculum;

/// <summary>Whether a criterion is met and until when: all of a <see cref="CriterionResult"/> that is known without telling why.</summary>
/// <param name="IsMet">Whether nothing is missing.</param>
/// <param name="Until">The last day it holds; null when nothing of it expires, or when it is not met.</param>
/// <param name="IsWaived">Whether it is met because the student need not do an activity.</param>
/// <param name="IsLapsed">Whether it is not met, and all that is missing was there and is over.</param>
internal readonly record struct CriterionVerdict(bool IsMet, LocalDate? Until = null, bool IsWaived = false, bool IsLapsed = false)
{
    public static CriterionVerdict Unmet(string code) => new(false, IsLapsed: ReadinessCodes.IsLapse(code));
}
