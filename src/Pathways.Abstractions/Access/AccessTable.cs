namespace Pathways;

/// <summary>Who may see and do what. What no rule allows is denied.</summary>
/// <remarks>
/// <para>Pure: a decision looks at the role, the operation, the facts and the purpose, and at nothing else. For one role and one
/// operation there is at most one rule, so that the rule named in the audit log is the only one that could have allowed it.</para>
/// <para>This decides who may ask; whether the thing can then happen is for its life cycle to say.</para>
/// </remarks>
public static class AccessTable
{
    private static readonly int RoleCount = Enum.GetValues<Role>().Length;
    private static readonly int OperationCount = Enum.GetValues<Operation>().Length;

    /// <summary>Every rule there is.</summary>
    public static ImmutableArray<AccessRule> Rules { get; } =
    [
        .. AccessRules.Reading, .. AccessRules.Applications, .. AccessRules.Placements, .. AccessRules.Opportunities,
        .. AccessRules.Documents, .. AccessRules.Records, .. AccessRules.Running,
    ];

    // Below the rules, of which it is made: fields are set in the order in which they stand.
    private static Cell?[] Cells { get; } = Filled();

    /// <summary>Decides whether somebody may see or do something. Allocates nothing when they may.</summary>
    /// <param name="actor">Who; only the role counts, what the person has to do with the thing is in the facts.</param>
    /// <param name="operation">What they want.</param>
    /// <param name="facts">What is known; a fact that nobody gathered is not so.</param>
    /// <param name="purpose">What for.</param>
    /// <returns>
    /// The rule that allows it, or every reason against it: <c>access.tenant</c>, then <c>access.role</c> where no rule lets the
    /// role do it (<c>access.operation</c> where there is no such operation), else <c>access.purpose</c> and every condition of
    /// the rule that does not hold.
    /// </returns>
    public static AccessDecision Decide(Actor actor, Operation operation, AccessFacts facts, Purpose purpose) =>
        Permits(actor, operation, facts, purpose) ? Find(actor.Role, operation)!.Allowed : Denial(actor.Role, operation, facts, purpose);

    /// <summary>Whether somebody may see or do something: <see cref="Decide"/> without the reasons. Allocates nothing, whatever the answer.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="operation">What they want.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="purpose">What for.</param>
    public static bool Permits(Actor actor, Operation operation, AccessFacts facts, Purpose purpose)
    {
        if (Find(actor.Role, operation) is not { } cell || !cell.Rule.Purposes.Contains(purpose) || !AccessConditions.SameTenant.IsMet(facts))
        {
            return false;
        }

        foreach (var condition in cell.Rule.Conditions)
        {
            if (!condition.IsMet(facts))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rule that may let a role do something; <see langword="null"/> when none does, whatever the facts.</summary>
    /// <param name="role">The role.</param>
    /// <param name="operation">What it wants.</param>
    public static AccessRule? FindRule(Role role, Operation operation) => Find(role, operation)?.Rule;

    private static AccessDecision.Denied Denial(Role role, Operation operation, AccessFacts facts, Purpose purpose)
    {
        var reasons = ImmutableArray.CreateBuilder<Refusal>();
        if (!AccessConditions.SameTenant.IsMet(facts))
        {
            reasons.Add(AccessConditions.SameTenant.Refuse(facts));
        }

        if (Find(role, operation)?.Rule is not { } rule)
        {
            reasons.Add(Enum.IsDefined(operation)
                ? new("access.role", $"\"{Words.Of(operation)}\" is not for {Words.Of(role)}.")
                : new("access.operation", $"There is no operation {Words.Of(operation)}. Maybe it belongs to a newer version."));
            return new(reasons.ToImmutable());
        }

        if (!rule.Purposes.Contains(purpose))
        {
            reasons.Add(new(
                "access.purpose",
                $"For {Words.Of(role)}, \"{Words.Of(operation)}\" serves {Words.Or(rule.Purposes)}, not {Words.Of(purpose)}."));
        }

        reasons.AddRange(rule.Conditions.Unmet(facts));
        return new(reasons.ToImmutable());
    }

    // A value that no enumeration knows, such as one of a newer version, finds nothing and is denied.
    private static Cell? Find(Role role, Operation operation) =>
        (uint)role < (uint)RoleCount && (uint)operation < (uint)OperationCount ? Cells[((int)role * OperationCount) + (int)operation] : null;

    private static Cell?[] Filled()
    {
        var cells = new Cell?[RoleCount * OperationCount];
        foreach (var rule in Rules)
        {
            var cell = new Cell(rule, new(rule.Code, rule.View));
            foreach (var role in rule.Roles)
            {
                foreach (var operation in rule.Operations)
                {
                    ref var place = ref cells[((int)role * OperationCount) + (int)operation];
                    place = place is null
                        ? cell
                        : throw new InvalidOperationException($"{place.Rule} and {rule} both say whether {role} may {operation}. Maybe one of them names the role by mistake.");
                }
            }
        }

        return cells;
    }

    // The answer "yes" is made once for each rule, so that giving it allocates nothing.
    private sealed record Cell(AccessRule Rule, AccessDecision.Allowed Allowed);
}
