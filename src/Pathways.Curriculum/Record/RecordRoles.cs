using System.Collections.Frozen;
using static Pathways.Role;

namespace Pathways.Curriculum;

/// <summary>Who may enter what into a student's record. What is not in the table is denied.</summary>
public static class RecordRoles
{
    private static readonly ImmutableArray<Role> Staff = [Counselor, Coordinator, CareerSpecialist, Teacher, Administrator];
    private static readonly ImmutableArray<Role> Office = [Counselor, Coordinator, CareerSpecialist, Administrator];

    private static readonly FrozenDictionary<EntryKind, ImmutableArray<Role>> Table = new Dictionary<EntryKind, ImmutableArray<Role>>
    {
        [EntryKind.Experience] = [.. Staff, Supervisor, PartnerContact, Role.System],
        [EntryKind.ArtifactVersion] = [.. Staff, Role.Student, Supervisor],
        [EntryKind.ArtifactReview] = Staff,
        [EntryKind.SectorChoice] = [.. Staff, Role.Student],
        [EntryKind.IntentDeclared] = [.. Staff, Role.Student],
        [EntryKind.GoalSet] = [.. Staff, Role.Student],
        [EntryKind.InterestResult] = [.. Staff, Role.Student, Role.System],
        [EntryKind.StrengthResult] = [.. Staff, Role.Student, Role.System],
        [EntryKind.ExpectationChecked] = [.. Staff, Role.Student],
        [EntryKind.AdvisorNamed] = [.. Staff, Role.Student],
        [EntryKind.FamilyContact] = Staff,
        [EntryKind.Enrollment] = [.. Office, Role.System],
        [EntryKind.CredentialEarned] = [.. Staff, Role.System],
        [EntryKind.AidReached] = [.. Office, Role.Student, Guardian, Role.System],
        [EntryKind.BarrierReported] = [.. Staff, Role.Student, Guardian, Supervisor],
        [EntryKind.BarrierMitigated] = Staff,
        [EntryKind.ActivityWaived] = Office,
        [EntryKind.PlanElementExcused] = [.. Office, Guardian],
        [EntryKind.PlanSigned] = [.. Staff, Role.Student, Guardian],
        [EntryKind.ReadinessGranted] = [Counselor, Coordinator, CareerSpecialist],
        [EntryKind.ReadinessRevoked] = [Counselor, Coordinator, CareerSpecialist],
        [EntryKind.PipelineChange] = [.. Office, Role.Student, Guardian],
        [EntryKind.Correction] = [.. Staff, Role.Student, Guardian, Supervisor, PartnerContact, Role.System],
    }.ToFrozenDictionary();

    /// <summary>The roles that may enter a kind of entry.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Empty for what is no kind of entry.</returns>
    public static ImmutableArray<Role> Of(EntryKind kind) => Table.GetValueOrDefault(kind, []);

    /// <summary>Whether a role may enter a kind of entry. A correction needs more: see <see cref="MayCorrect"/>.</summary>
    /// <param name="role">The role.</param>
    /// <param name="kind">The kind.</param>
    public static bool MayEnter(Role role, EntryKind kind) => Of(kind).Contains(role);

    /// <summary>Whether somebody may take an entry back: staff who might have entered it, and whoever entered it.</summary>
    /// <param name="by">Who corrects.</param>
    /// <param name="entry">What is corrected.</param>
    public static bool MayCorrect(Actor by, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return MayEnter(by.Role, EntryKinds.Of(entry)) && (IsStaff(by.Role) || by == entry.By);
    }

    /// <summary>Whether a role is one of the school's staff.</summary>
    /// <param name="role">The role.</param>
    public static bool IsStaff(Role role) => Staff.Contains(role);
}
