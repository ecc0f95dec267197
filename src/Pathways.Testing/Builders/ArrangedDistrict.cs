namespace Pathways.Testing;

/// <summary>A small district in a store, with something to decide: one partner, two opportunities, and five students who have applied, three of them for two seats.</summary>
/// <remarks>
/// Always the same. The partner is <c>hospital</c>. <c>clinic</c> has two seats, <c>s-1</c> to <c>s-3</c> applied for it with <c>a-1</c> to <c>a-3</c>; <c>lab</c> has three, <c>s-4</c> and <c>s-5</c>
/// applied for it with <c>a-4</c> and <c>a-5</c>. Both are published, all applications are submitted, and no seat is taken. Everything is at version 1.
/// </remarks>
public sealed record ArrangedDistrict
{
    private ArrangedDistrict(TenantScope scope) => Scope = scope;

    /// <summary>In whose data it is.</summary>
    public TenantScope Scope { get; }

    /// <summary>The partner, <c>hospital</c>.</summary>
    public PartnerListing Partner { get; } = A.Partner();

    /// <summary>The opportunity with fewer seats, 2, than applications, 3.</summary>
    public OpportunityListing Clinic { get; } = A.Listing("clinic", seats: 2);

    /// <summary>The opportunity with more seats, 3, than applications, 2.</summary>
    public OpportunityListing Lab { get; } = A.Listing("lab", seats: 3);

    /// <summary>The students, <c>s-1</c> to <c>s-5</c>. A store keeps none: they are for whoever is asked about them.</summary>
    public ImmutableArray<Student> Students { get; } = [.. Numbers.Select(number => A.Student(Name("s", number)))];

    /// <summary>The applications, <c>a-1</c> to <c>a-5</c>, in the order of the students.</summary>
    public ImmutableArray<Application> Applications { get; } = [.. Numbers.Select(number => A.Application(Name("a", number), Name("s", number), number <= 3 ? "clinic" : "lab"))];

    private static IEnumerable<int> Numbers => Enumerable.Range(1, 5);

    /// <summary>Saves the district in one commit.</summary>
    /// <param name="store">Where to; nothing of it is there yet.</param>
    /// <param name="scope">In whose data; <see cref="A.District"/> when not said.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="InvalidOperationException">The store refused it, for something of it is there already.</exception>
    public static async Task<ArrangedDistrict> SaveAsync(ICommitStore store, TenantScope? scope = null, CancellationToken cancellationToken = default)
    {
        var district = new ArrangedDistrict(scope ?? A.District);
        await store.SaveAsync(district.Scope, Commits.New([district.Partner, district.Clinic, district.Lab, .. district.Applications]), cancellationToken).ConfigureAwait(false);
        return district;
    }

    private static string Name(string kind, int number) => FormattableString.Invariant($"{kind}-{number}");
}
