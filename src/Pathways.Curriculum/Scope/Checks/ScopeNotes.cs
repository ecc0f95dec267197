namespace Pathways.Curriculum;

/// <summary>What was found at one place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Fault">The last word of the code.</param>
/// <param name="Message">In words.</param>
/// <param name="IsWarning">Whether it is odd only.</param>
internal sealed record ScopeNote(ScopePlace Place, string Fault, string Message, bool IsWarning);

/// <summary>Gathers what the checks of one scope find.</summary>
/// <param name="unsure">The fields whose value is a stand-in because the file has an error there; nothing is concluded from them.</param>
internal sealed class ScopeNotes(IReadOnlySet<(string List, int Index, string Field)> unsure)
{
    private readonly List<ScopeNote> _notes = [];

    public IReadOnlyList<ScopeNote> All => _notes;

    public void Error(ScopePlace place, string fault, string message) => _notes.Add(new(place, fault, message, IsWarning: false));

    public void Warn(ScopePlace place, string fault, string message) => _notes.Add(new(place, fault, message, IsWarning: true));

    /// <summary>Whether the fields say what the author meant.</summary>
    public bool IsSure(string list, int index, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (unsure.Contains((list, index, field)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the fields of an activity say what the author meant.</summary>
    public bool IsSure(int activity, params ReadOnlySpan<string> fields) => IsSure(ScopePlace.Activities, activity, fields);

    /// <summary>Notes what stands twice in a list.</summary>
    public void Duplicates<T>(ImmutableArray<T> values, Func<int, ScopePlace> place, Func<int, bool> isSure, string what)
        where T : notnull
    {
        var seen = new Dictionary<T, int>();
        for (var i = 0; i < values.Length; i++)
        {
            if (isSure(i) && !seen.TryAdd(values[i], i))
            {
                Error(place(i), "duplicate", $"The {what} \"{values[i]}\" is there twice. Maybe rename one, or remove it.");
            }
        }
    }
}
