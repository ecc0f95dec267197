namespace Pathways;

/// <summary>Knows the rules that a district has set for itself.</summary>
public interface IDistrictRules
{
    /// <summary>The rules.</summary>
    /// <param name="scope">Of which district.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DistrictRules> GetAsync(TenantScope scope, CancellationToken cancellationToken = default);
}

/// <summary>The rules that a district has set for itself. Every number is the district's.</summary>
public sealed record DistrictRules
{
    /// <summary>Where the schools are, which says what day it is.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The programs whose rules placements run under.</summary>
    public ImmutableArray<PlacementProgram> Programs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The documents that the law asks for where the schools are.</summary>
    public ImmutableArray<DocumentRequirement> Documents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who may take steps back, waive and correct; besides what the tables ask.</summary>
    public ImmutableArray<ActorId> MayUndo { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the other applications of a student end when an offer is accepted.</summary>
    public bool WithdrawsOtherApplications { get; init; } = true;

    /// <summary>How many placements a coordinator looks after at once; <see langword="null"/> for any number.</summary>
    public int? CaseloadLimit { get; init; }

    /// <summary>The first and the last day of each season.</summary>
    public ImmutableDictionary<SeasonId, DateInterval> Seasons { get; init; } = ImmutableDictionary<SeasonId, DateInterval>.Empty;

    /// <summary>The program with a name, or <see langword="null"/>.</summary>
    /// <param name="id">The name.</param>
    public PlacementProgram? Find(PlacementProgramId? id) => id is { } name ? Programs.FirstOrDefault(program => program.Id == name) : null;

    /// <summary>Whether a season is over.</summary>
    /// <param name="season">Which; one of which nothing is known is not over.</param>
    /// <param name="today">The day.</param>
    public bool IsOver(SeasonId? season, LocalDate today) => season is { } id && Seasons.TryGetValue(id, out var days) && today > days.End;
}
