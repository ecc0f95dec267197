namespace Pathways;

/// <summary>What a state or district asks of every student's plan, in one version: which elements, when they are due and who signs.</summary>
public sealed record PlanTemplate
{
    /// <summary>Which template.</summary>
    public required PlanTemplateId Id { get; init; }

    /// <summary>Which version of it, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What people call the plan.</summary>
    public required string Title { get; init; }

    /// <summary>Where it applies, such as <c>US-WA</c>, or a district.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Who asks for it, and under what law or framework.</summary>
    public required string Authority { get; init; }

    /// <summary>The first day on which it applies.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day on which it applies; <see langword="null"/> while nothing replaces it.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>The grade in which students begin it; a numbered one.</summary>
    public required GradeLevel StartsIn { get; init; }

    /// <summary>The grades in which it is reviewed, lowest first; empty when nothing is said.</summary>
    public ImmutableArray<GradeLevel> ReviewedIn { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether a student needs it to graduate. Whether it is complete is computed in the same way for every template.</summary>
    public bool IsGraduationRequirement { get; init; }

    /// <summary>Who signs it.</summary>
    public ImmutableArray<PlanSigner> Signers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The elements, in the order in which they are shown; each identifier once.</summary>
    public ImmutableArray<PlanElement> Elements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where it comes from: laws, frameworks, pages.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a reader should know: how the sources were read, and what is the template's own choice.</summary>
    public ImmutableArray<string> Notes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it applies on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(LocalDate day) => day >= EffectiveFrom && !(EffectiveTo < day);

    /// <summary>Such as <c>wa-hsbp@1</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}");
}

/// <summary>Somebody who signs a plan.</summary>
/// <param name="Title">What they are called there, such as <c>Guardian</c>.</param>
/// <param name="Roles">In which capacities they may sign; one signature in any of them is enough.</param>
public sealed record PlanSigner(string Title, ImmutableArray<Role> Roles);
