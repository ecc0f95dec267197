namespace Pathways;

/// <summary>What can stand between a student and an opportunity.</summary>
public enum BarrierKind
{
    /// <summary>Getting there.</summary>
    Transport,

    /// <summary>Time.</summary>
    Schedule,

    /// <summary>Papers.</summary>
    Documents,

    /// <summary>Language.</summary>
    Language,

    /// <summary>Money.</summary>
    Cost,

    /// <summary>Clothing or equipment.</summary>
    Clothing,

    /// <summary>Caring for somebody.</summary>
    CareDuties,

    /// <summary>An accommodation for a disability is needed.</summary>
    Accommodation,

    /// <summary>A device or a connection.</summary>
    Technology,

    /// <summary>Something else.</summary>
    Other,
}
