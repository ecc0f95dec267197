namespace Pathways.WorkRules;

/// <summary>Some work of one student: when, for whom in the eyes of the law, and what it holds.</summary>
public sealed record Work
{
    /// <summary>What the caller calls it, such as the identifier of a placement; findings repeat it.</summary>
    public required string Name { get; init; }

    /// <summary>When it is done.</summary>
    public required WorkSchedule Schedule { get; init; }

    /// <summary>Whether the student is employed. The law is about employment.</summary>
    public WorkRelation Relation { get; init; }

    /// <summary>Hazardous work that is part of it.</summary>
    public ImmutableArray<HazardId> Hazards { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Kinds of work in it that are not for everybody.</summary>
    public ImmutableArray<WorkKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What else of the place of work some rules ask for.</summary>
    public ImmutableArray<WorkSetting> Settings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}

/// <summary>What a student is to those they work for.</summary>
public enum WorkRelation
{
    /// <summary>Employed, or nobody has shown otherwise; the law applies.</summary>
    Employment,

    /// <summary>Trained without pay, and the school has found by the seven factors that this is no employment.</summary>
    UnpaidTraining,

    /// <summary>Watching somebody at work, such as a job shadow.</summary>
    Observation,
}

/// <summary>Kinds of work that the law keeps from younger minors.</summary>
public enum WorkKind
{
    /// <summary>Making goods, or working where goods are made.</summary>
    Manufacturing,

    /// <summary>Mining.</summary>
    Mining,

    /// <summary>Processing, such as canning or dressing poultry.</summary>
    Processing,

    /// <summary>Running or tending machines with power, office machines excepted.</summary>
    PowerMachinery,

    /// <summary>Construction and repair of buildings.</summary>
    Construction,

    /// <summary>Carrying persons or goods.</summary>
    Transportation,

    /// <summary>Baking.</summary>
    Baking,

    /// <summary>Cooking other than what is permitted.</summary>
    Cooking,

    /// <summary>Working in freezers and meat coolers.</summary>
    Freezers,

    /// <summary>Work from ladders and scaffolds.</summary>
    Ladders,

    /// <summary>Loading goods onto trucks and off them.</summary>
    LoadingTrucks,
}

/// <summary>What of the place of work some rules ask for.</summary>
public enum WorkSetting
{
    /// <summary>A restaurant.</summary>
    Restaurant,

    /// <summary>A racetrack.</summary>
    Racetrack,

    /// <summary>A business that closes to the public at 22:00.</summary>
    ClosesAtTen,

    /// <summary>An adult directly supervises the student at all times.</summary>
    AdultSupervision,
}
