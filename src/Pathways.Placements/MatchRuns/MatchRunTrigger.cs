namespace Pathways.Placements;

/// <summary>What can happen to a match run. Proposing one is no trigger: it makes the run.</summary>
public enum MatchRunTrigger
{
    /// <summary>Somebody looked at it and finds it good.</summary>
    Review,

    /// <summary>It counts from now on: its new seats are offered.</summary>
    Publish,

    /// <summary>A later run that builds on its answers was published.</summary>
    Supersede,

    /// <summary>It is not to be published.</summary>
    Discard,
}
