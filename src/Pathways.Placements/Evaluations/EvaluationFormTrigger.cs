namespace Pathways.Placements;

/// <summary>What can happen to an evaluation form. Planning one is no trigger: it makes the form.</summary>
public enum EvaluationFormTrigger
{
    /// <summary>Its time has come.</summary>
    Open,

    /// <summary>It is filled in and handed in.</summary>
    Submit,

    /// <summary>It was read.</summary>
    Acknowledge,

    /// <summary>It stays as it is from now on.</summary>
    Lock,

    /// <summary>It was handed in by mistake and is open again.</summary>
    Reopen,

    /// <summary>A newer version takes its place.</summary>
    Supersede,

    /// <summary>It is not needed any more.</summary>
    Cancel,
}
