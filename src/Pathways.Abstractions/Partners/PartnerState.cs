namespace Pathways;

/// <summary>Where the relationship with an industry partner stands.</summary>
public enum PartnerState
{
    /// <summary>Somebody heard of it.</summary>
    Lead,

    /// <summary>Somebody talked to it.</summary>
    Contacted,

    /// <summary>It took part in something: a meeting, an event, a talk.</summary>
    Engaged,

    /// <summary>Its needs and its capacity are known.</summary>
    Qualified,

    /// <summary>It was checked, and may work with minors.</summary>
    Vetted,

    /// <summary>An agreement is on the table.</summary>
    AgreementPending,

    /// <summary>The agreement is in force.</summary>
    Active,

    /// <summary>The agreement is in force and about to end; the next one is on the table.</summary>
    Renewing,

    /// <summary>It has offered nothing for some seasons.</summary>
    Dormant,

    /// <summary>A doubt about safety or quality stops everything new.</summary>
    Suspended,

    /// <summary>The agreement ended without another.</summary>
    Lapsed,

    /// <summary>It said no for now.</summary>
    Declined,

    /// <summary>The district does not work with it.</summary>
    Blocked,

    /// <summary>The relationship is over. An end.</summary>
    Closed,
}
