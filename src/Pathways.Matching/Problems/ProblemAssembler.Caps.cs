namespace Pathways.Matching.Problems;

/// <content>Caps over several opportunities.</content>
internal sealed partial class ProblemAssembler
{
    private readonly Names _caps = new();
    private readonly List<(int Seats, string? Kind, int[] Opportunities)> _capRows = [];
    private readonly List<int> _ownCounted = [];
    private string? _ownKind;
    private int _capEntries;

    private string CapPath => $"caps[{_capEntries}]";

    public void BeginCap()
    {
        _owner++;
        _hasName = false;
        _ownSeats = null;
        _ownKind = null;
        _ownCounted.Clear();
    }

    public void CapName(ReadOnlySpan<char> text, long at) => _hasName |= Define(_caps, text, at, "caps", CapPath);

    public void CapSeats(int seats, long at)
    {
        if (seats < 0)
        {
            Faults.Add(at, "problem.caps.seats.malformed", $"{CapPath}.seats: {seats} is no number of seats. Expected 0 or more.");
        }

        _ownSeats = seats;
    }

    public void CapKind(ReadOnlySpan<char> kind, long at)
    {
        _ownKind = kind.ToString();
        if (Identifier.Fault(_ownKind) is not null)
        {
            Faults.Add(at, "problem.caps.kind.malformed", $"{CapPath}.kind: Expected a word of 1 to {Identifier.MaximumLength} characters, such as \"region\".");
        }
    }

    public void CapCounts(ReadOnlySpan<char> opportunity, long at)
    {
        if (!Mention(_opportunities, known?.Opportunities, opportunity, out var number))
        {
            Misnamed(opportunity, at, "caps.opportunities", "opportunity", $"{CapPath}.opportunities");
        }
        else if (!_listed.Mark(number, _owner))
        {
            Faults.Add(at, "problem.caps.opportunities.duplicate", $"{CapPath} counts opportunity \"{Shown(opportunity)}\" twice. Remove one.");
        }
        else
        {
            _ownCounted.Add(number);
        }
    }

    public void EndCap()
    {
        // In step with the definitions, as partners are.
        if (_caps.Defined.Count > _capRows.Count)
        {
            _capRows.Add((_ownSeats ?? 0, _ownKind, [.. _ownCounted]));
        }

        _capEntries++;
    }

    private ProblemCap AsCap((int Seats, string? Kind, int[] Opportunities) row, int position) => new()
    {
        Id = CapId.From(_caps.Text(_caps.Defined[position])),
        Seats = row.Seats,
        Opportunities = [.. row.Opportunities.Select(number => OpportunityId.From(_opportunities.Text(number)))],
        Kind = row.Kind,
    };
}
