namespace Pathways;

/// <summary>In what capacity somebody acts.</summary>
public enum Role
{
    /// <summary>The learner.</summary>
    Student,

    /// <summary>An adult with consent rights over a student.</summary>
    Guardian,

    /// <summary>A school counselor.</summary>
    Counselor,

    /// <summary>The staff member who owns placements.</summary>
    Coordinator,

    /// <summary>The staff member who owns readiness and debriefs.</summary>
    CareerSpecialist,

    /// <summary>A teacher.</summary>
    Teacher,

    /// <summary>Somebody at a partner who handles offers and applicants.</summary>
    PartnerContact,

    /// <summary>Somebody at a partner who directs one placement.</summary>
    Supervisor,

    /// <summary>A member of an advisory board.</summary>
    BoardMember,

    /// <summary>Somebody who signs for the district.</summary>
    DistrictSignatory,

    /// <summary>A professional who helps without being a partner.</summary>
    Volunteer,

    /// <summary>Whoever runs the platform for a district.</summary>
    Administrator,

    /// <summary>Somebody who studies outcomes.</summary>
    Researcher,

    /// <summary>The platform itself, such as its clock.</summary>
    System,
}
