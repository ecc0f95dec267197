namespace Pathways;

/// <summary>That some placements need a document: who signs it, how long it is good, and what waits for it.</summary>
public sealed record DocumentRequirement
{
    /// <summary>What kind of document.</summary>
    public required DocumentKindId Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who asks for it.</summary>
    public required DocumentSource Source { get; init; }

    /// <summary>The jurisdiction, where one asks for it, such as <c>US-MA</c>.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Where that is written, such as a statute.</summary>
    public string? Citation { get; init; }

    /// <summary>Who must sign, each once.</summary>
    public ImmutableArray<Role> Signers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What waits for it.</summary>
    public DocumentBlocks Blocks { get; init; } = DocumentBlocks.Start;

    /// <summary>For whom: students younger than this on the first day; <see langword="null"/> for everybody.</summary>
    public int? UnderAge { get; init; }

    /// <summary>For paid work only, for unpaid work only, or for both (<see langword="null"/>).</summary>
    public bool? IfPaid { get; init; }

    /// <summary>Only for work with a hazard of the federal orders, student-learners' papers for instance.</summary>
    public bool IfHazardous { get; init; }

    /// <summary>The kinds of experience that need it; empty for every kind.</summary>
    public ImmutableArray<PlacementKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>For how many days it is good from the day it is accepted; <see langword="null"/> when it says so itself.</summary>
    public int? ValidDays { get; init; }

    /// <summary>The day of the year on which it ends, whenever it was accepted, such as 30 September; <see langword="null"/> for none.</summary>
    public AnnualDate? ValidUntil { get; init; }

    /// <summary>How many days before its end somebody is reminded.</summary>
    public int WarningDays { get; init; } = 30;

    /// <summary>Whether it may be waived.</summary>
    public bool CanBeWaived { get; init; }

    /// <summary>Whether somebody compared it with its source.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>The kind alone.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>Who asks for a document.</summary>
public enum DocumentSource
{
    /// <summary>The law.</summary>
    Jurisdiction,

    /// <summary>The partner.</summary>
    Partner,

    /// <summary>The district's program.</summary>
    Program,
}

/// <summary>What waits for a document.</summary>
public enum DocumentBlocks
{
    /// <summary>Nothing; it is kept for the record.</summary>
    Nothing,

    /// <summary>The first day of work, and the work itself while it is expired.</summary>
    Start,

    /// <summary>The end: the placement cannot be completed without it.</summary>
    Completion,
}
