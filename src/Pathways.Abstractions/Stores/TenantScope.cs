namespace Pathways;

/// <summary>In whose data a store reads and writes: the first argument of every call, never ambient.</summary>
public readonly record struct TenantScope
{
    private readonly TenantId _tenant;
    private readonly bool _isSet;

    private TenantScope(TenantId tenant) => (_tenant, _isSet) = (tenant, true);

    /// <summary>The tenant.</summary>
    /// <exception cref="InvalidOperationException">The scope is <see langword="default"/>: a call without a tenant reaches nobody's data.</exception>
    public TenantId Tenant => _isSet ? _tenant : throw new InvalidOperationException("No tenant was named. Maybe use TenantScope.Of(tenant).");

    /// <summary>The data of one tenant.</summary>
    /// <param name="tenant">Which tenant.</param>
    public static TenantScope Of(TenantId tenant) => new(TenantId.From(tenant.Value));

    /// <summary>The tenant, or "(unset)".</summary>
    public override string ToString() => _isSet ? _tenant.ToString() : "(unset)";
}
