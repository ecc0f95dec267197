namespace Pathways;

/// <summary>How much of a thing somebody who is allowed may be shown.</summary>
public enum AccessView
{
    /// <summary>Nothing but that it was done.</summary>
    Nothing,

    /// <summary>Counts in which small groups are suppressed.</summary>
    Aggregate,

    /// <summary>Rows in which nobody can be recognised.</summary>
    Deidentified,

    /// <summary>Identifiers, codes and times, as the audit log holds them; nothing personal.</summary>
    Codes,

    /// <summary>What a partner needs to choose before the short list: answers, skills and availability, without name, contact or school.</summary>
    Unnamed,

    /// <summary>What a partner needs to carry a placement out: name, schedule, agreed outcomes, and safety notes consented to. Every hand-out is recorded as a disclosure.</summary>
    ForPartner,

    /// <summary>The part that has to do with the course: activities, artifacts, competencies, visits.</summary>
    Course,

    /// <summary>All of it.</summary>
    Full,
}
