namespace Pathways.Curriculum;

/// <summary>How a grant of readiness stands on a day.</summary>
public enum GrantState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It counts.</summary>
    InForce,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>It was taken back, and not given anew.</summary>
    Revoked,

    /// <summary>It is by another version of the definition; the student must be judged by this one.</summary>
    Outdated,
}

/// <summary>How a student's grants by a definition stand on a day.</summary>
/// <param name="State">How.</param>
/// <param name="Grant">The grant that decides, that of the latest day where none counts; <see langword="null"/> when there is none.</param>
public sealed record GrantStanding(GrantState State, ReadinessGranted? Grant)
{
    /// <summary>The state and the entry alone.</summary>
    public override string ToString() => Grant is null ? $"{State}" : $"{State} by {Grant.Id}";
}
