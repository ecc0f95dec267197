namespace Pathways.Curriculum;

/// <summary>One of Holland's six areas of interest, in the order in which they stand around the hexagon.</summary>
public enum InterestArea
{
    /// <summary>Work with hands, tools, machines, plants and animals.</summary>
    Realistic,

    /// <summary>Work with ideas and thinking.</summary>
    Investigative,

    /// <summary>Work with forms, designs and patterns, without clear rules.</summary>
    Artistic,

    /// <summary>Work with people: helping and teaching.</summary>
    Social,

    /// <summary>Work that starts and carries out projects, leads and decides.</summary>
    Enterprising,

    /// <summary>Work with set procedures and details.</summary>
    Conventional,
}
