namespace Pathways;

/// <summary>How a student came to a placement.</summary>
public enum PlacementOrigin
{
    /// <summary>The student accepted an offer.</summary>
    Offer,

    /// <summary>Staff placed the student.</summary>
    StaffMatched,

    /// <summary>The student found the place, or has the job already.</summary>
    StudentSourced,
}
