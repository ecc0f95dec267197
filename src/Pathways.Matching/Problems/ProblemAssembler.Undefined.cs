namespace Pathways.Matching.Problems;

/// <content>Mentions of what is not there.</content>
internal sealed partial class ProblemAssembler
{
    /// <summary>Notes every mention of a name that was never defined, for a source that cannot be fed once more.</summary>
    public void NoteUndefined()
    {
        // Who has no name, or one that is taken, has none in the order of definitions.
        var hasNames = _students.Defined.Count == _preferenceEnd.Count;
        for (var s = 0; s < _preferenceEnd.Count; s++)
        {
            var first = s == 0 ? 0 : _preferenceEnd[s - 1];
            for (var entry = first; entry < _preferenceEnd[s]; entry++)
            {
                NoteUndefined(_opportunities, _preference[entry], "students.preferences", "opportunity", () => ChoicePath(s, entry - first, hasNames ? _students.Text(_students.Defined[s]) : ""));
            }
        }

        for (var o = 0; o < _priorityEnd.Count; o++)
        {
            for (var entry = o == 0 ? 0 : _priorityEnd[o - 1]; entry < _priorityEnd[o]; entry++)
            {
                var list = _anyScore && !double.IsNaN(_score[entry]) ? "scores" : "priorities";
                NoteUndefined(_students, _priority[entry], $"opportunities.{list}", "student", () => $"opportunities[{o}].{list}");
            }

            if (_anyPartner)
            {
                NoteUndefined(_partners, _partnerOf[o], "opportunities.partner", "partner", () => $"opportunities[{o}].partner");
            }
        }

        for (var partner = 0; partner < _partnerRows.Count; partner++)
        {
            foreach (var student in _partnerRows[partner].Places?.SelectMany(place => place) ?? [])
            {
                NoteUndefined(_students, student, "partners.priorities", "student", () => $"partners[{partner}].priorities");
            }
        }

        for (var cap = 0; cap < _capRows.Count; cap++)
        {
            foreach (var opportunity in _capRows[cap].Opportunities)
            {
                NoteUndefined(_opportunities, opportunity, "caps.opportunities", "opportunity", () => $"caps[{cap}].opportunities");
            }
        }
    }

    private void NoteUndefined(Names names, int number, string list, string kind, Func<string> path)
    {
        if (number >= 0 && !names.IsDefined(number))
        {
            Misnamed(names.Text(number), -1, list, kind, path());
        }
    }
}
