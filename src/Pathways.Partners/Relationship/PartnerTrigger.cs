namespace Pathways.Partners;

/// <summary>What can happen to the relationship with a partner. Hearing of one is no trigger: it makes the lead.</summary>
public enum PartnerTrigger
{
    /// <summary>Somebody talked to the partner.</summary>
    LogContact,

    /// <summary>The partner took part in something.</summary>
    Engage,

    /// <summary>Needs and capacity became known.</summary>
    Qualify,

    /// <summary>The checks were passed.</summary>
    Vet,

    /// <summary>The evidence of a check ran out before an agreement was signed.</summary>
    ExpireVetting,

    /// <summary>The district puts an agreement on the table.</summary>
    ProposeAgreement,

    /// <summary>Both sides signed.</summary>
    SignAgreement,

    /// <summary>The agreement is about to end, and the next one is put on the table.</summary>
    Renew,

    /// <summary>The agreement ended.</summary>
    Lapse,

    /// <summary>The clock sees that nothing was offered for some seasons.</summary>
    GoDormant,

    /// <summary>A sleeping or ended relationship is taken up again.</summary>
    Reengage,

    /// <summary>A doubt about safety or quality stops everything new.</summary>
    Suspend,

    /// <summary>The doubt is settled.</summary>
    Reinstate,

    /// <summary>The partner says no for now.</summary>
    Decline,

    /// <summary>The district will not work with the partner.</summary>
    Block,

    /// <summary>The district may work with the partner again; it starts from the beginning.</summary>
    LiftBlock,

    /// <summary>The relationship is over.</summary>
    Close,
}
