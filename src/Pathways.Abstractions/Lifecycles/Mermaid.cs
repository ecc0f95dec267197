using System.Text;

namespace Pathways;

internal static class Mermaid
{
    // The dialect is stateDiagram-v2, see https://mermaid.js.org/syntax/stateDiagram.html.
    public static string Draw<TState, TTrigger, TFacts>(Lifecycle<TState, TTrigger, TFacts> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var text = new StringBuilder("stateDiagram-v2\n").Append($"    [*] --> {table.Start}\n");
        foreach (var arrow in table.Transitions.Concat(table.Afterwards).GroupBy(transition => (transition.From, transition.To)))
        {
            text.Append($"    {arrow.Key.From} --> {arrow.Key.To} : {string.Join(", ", arrow.Select(transition => transition.Trigger))}\n");
        }

        foreach (var end in table.EndStates)
        {
            text.Append($"    {end} --> [*]\n");
        }

        return text.ToString();
    }
}
