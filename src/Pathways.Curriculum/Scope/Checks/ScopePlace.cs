namespace Pathways.Curriculum;

/// <summary>A place in a scope and sequence: a field of it, or of an item of one of its lists, or something in such a field.</summary>
/// <param name="List">The list of the scope; empty for the scope itself.</param>
/// <param name="Index">Which item of the list.</param>
/// <param name="Field">The field of the item; empty for the item itself.</param>
internal readonly record struct ScopePlace(string List, int Index, string Field)
{
    public const string Terms = "terms";
    public const string Stages = "stages";
    public const string Competencies = "competencies";
    public const string Activities = "activities";

    /// <summary>Which item of the field, where the field is a list; otherwise negative.</summary>
    public int Item { get; init; } = -1;

    /// <summary>What the item says, where it is a text.</summary>
    public string? ItemText { get; init; }

    /// <summary>The field of the item, where it is an object.</summary>
    public string InnerField { get; init; } = "";

    /// <summary>A field of the scope itself.</summary>
    public static ScopePlace Root(string field) => new("", -1, field);

    /// <summary>A field of an activity.</summary>
    public static ScopePlace Activity(int index, string field = "") => new(Activities, index, field);

    /// <summary>A text in the list that this place is.</summary>
    public ScopePlace At<T>(int item, T text)
        where T : notnull => this with { Item = item, ItemText = text.ToString() };

    /// <summary>A field of an object in the list that this place is.</summary>
    public ScopePlace At(int item, string field) => this with { Item = item, InnerField = field };

    /// <summary>Such as <c>$.activities[3].stage</c>.</summary>
    public string Path =>
        $"${(List.Length == 0 ? "" : $".{List}[{Index}]")}{(Field.Length == 0 ? "" : $".{Field}")}{(Item < 0 ? "" : $"[{Item}]")}{(InnerField.Length == 0 ? "" : $".{InnerField}")}";

    /// <summary>Such as <c>scope.activities.stage</c>.</summary>
    public string Code => string.Join('.', new[] { ScopeCheck.Kind, List, Field, InnerField }.Where(word => word.Length > 0));
}
