namespace Pathways;

/// <summary>A thing that a store keeps, under a version that grows by one with every change.</summary>
/// <remarks>
/// The kinds of things are <see cref="OpportunityListing"/>, <see cref="Application"/>, <see cref="Placement"/>, <see cref="PlacementDocument"/>,
/// <see cref="HoursEntry"/>, <see cref="MatchRun"/>, <see cref="StudentRecordEntry"/> and <see cref="PartnerListing"/>; a store refuses any other with an <see cref="ArgumentException"/>.
/// </remarks>
public interface IStored
{
    /// <summary>Kind and identifier, such as <c>application/a-17</c>; no other thing of the tenant has the same.</summary>
    string Subject { get; }

    /// <summary>How often it was changed, from 1.</summary>
    int Version { get; }
}

/// <summary>A thing that is about one student.</summary>
public interface IStoredOfStudent : IStored
{
    /// <summary>Which student; the same in every version.</summary>
    StudentId Student { get; }
}
