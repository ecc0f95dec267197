namespace Pathways.Matching.Problems;

/// <content>Opportunities and partners.</content>
internal sealed partial class ProblemAssembler
{
    private readonly List<int> _seats = [];
    private readonly List<int> _minimum = [];
    private readonly List<int> _partnerOf = [];
    private readonly List<bool> _ranksEveryone = [];
    private readonly Column<int> _priority = new();
    private readonly List<int> _priorityEnd = [];
    private readonly TieFlags _priorityTied = new();
    private readonly Column<double> _score = new();
    private readonly Marks _ranked = new();
    private readonly List<long> _opportunityAt = [];
    private bool _anyScore;
    private int? _ownSeats;
    private int _ownMinimum;
    private int _ownPartner;
    private bool _hasOrder;
    private bool _hasScores;

    // partners
    private readonly List<(int? Seats, List<List<int>>? Places)> _partnerRows = [];
    private List<List<int>>? _ownPlaces;
    private bool _anyPartner;
    private int _partnerEntries;

    private string OpportunityPath => $"opportunities[{_seats.Count}]";

    private string PartnerPath => $"partners[{_partnerEntries}]";

    public void BeginOpportunity()
    {
        _owner++;
        _hasName = false;
        _ownSeats = null;
        _ownMinimum = 0;
        _ownPartner = -1;
        _hasOrder = _hasScores = false;
        BeginSeats();
    }

    public void OpportunityName(ReadOnlySpan<char> text, long at) =>
        _hasName |= Define(_opportunities, text, at, "opportunities", OpportunityPath);

    public void Seats(int seats, long at)
    {
        if (seats < 0)
        {
            Faults.Add(at, "problem.opportunities.seats.malformed", $"{OpportunityPath}.seats: {seats} is no number of seats. Expected 0 or more.");
        }
        else
        {
            _ownSeats = seats; // a number that is none is one fault, not also a minimum and reserves above it
        }
    }

    public void Minimum(int minimum, long at)
    {
        if (minimum < 0)
        {
            Faults.Add(at, "problem.opportunities.minimum.malformed", $"{OpportunityPath}.minimum: {minimum} is no number of students. Expected 0 or more.");
        }

        _ownMinimum = minimum;
    }

    public void Partner(ReadOnlySpan<char> partner, long at)
    {
        // Where no partner is declared at all, the name is only a label.
        var defined = known is { PartnersDeclared: true } ? known.Partners : null;
        if (!Mention(_partners, defined, partner, out _ownPartner))
        {
            Misnamed(partner, at, "opportunities.partner", "partner", $"{OpportunityPath}.partner");
        }
    }

    public void HasOrder()
    {
        _hasOrder = true;
        _owner++; // who is in both lists is not ranked twice in one
    }

    public void HasScores()
    {
        _hasScores = true;
        _owner++;
    }

    public void Ranked(ReadOnlySpan<char> student, bool tied, long at) =>
        Ranked(Names.ToUtf8(student, stackalloc byte[Names.LongestIdentifier]), tied, at);

    public void Ranked(ReadOnlySpan<byte> student, bool tied, long at)
    {
        var tiedHere = tied && _priority.Count > FirstPriority();
        if (AddPriority(student, at, "priorities") && tiedHere)
        {
            _priorityTied.Set(_priority.Count - 1);
        }
    }

    public void Scored(ReadOnlySpan<char> student, double score, long at) =>
        Scored(Names.ToUtf8(student, stackalloc byte[Names.LongestIdentifier]), score, at);

    public void Scored(ReadOnlySpan<byte> student, double score, long at)
    {
        if (!double.IsFinite(score))
        {
            Faults.Add(at, "problem.opportunities.scores.malformed",
                $"{OpportunityPath}.scores: the score of \"{Shown(student)}\" is not a finite number.");
        }

        if (!_anyScore)
        {
            _anyScore = true;
            while (_score.Count < _priority.Count)
            {
                _score.Add(double.NaN);
            }
        }

        AddPriority(student, at, "scores", score);
    }

    public void EndOpportunity(long at)
    {
        if (_ownSeats is { } seats && _ownMinimum > seats)
        {
            Faults.Add(at, "problem.opportunities.minimum.above-seats",
                $"{OpportunityPath} needs {_ownMinimum} students and has {seats} seats. Maybe the two were exchanged.");
        }

        if (_hasOrder && _hasScores)
        {
            Faults.Add(at, "problem.opportunities.priorities.both",
                $"{OpportunityPath} has both \"priorities\" and \"scores\". Keep the one that holds.");
        }

        EndSeats(at);
        _opportunityAt.Add(at);
        _seats.Add(_ownSeats ?? 0);
        _minimum.Add(_ownMinimum);
        _partnerOf.Add(_ownPartner);
        _ranksEveryone.Add(!_hasOrder && !_hasScores);
        _priorityEnd.Add(_priority.Count);
    }

    public void DeclarePartners() => _anyPartner = true;

    public void BeginPartner()
    {
        _owner++;
        _hasName = false;
        _ownSeats = null;
        _ownPlaces = null;
    }

    public void PartnerName(ReadOnlySpan<char> text, long at) => _hasName |= Define(_partners, text, at, "partners", PartnerPath);

    public void PartnerSeats(int seats, long at)
    {
        if (seats < 0)
        {
            Faults.Add(at, "problem.partners.seats.malformed", $"{PartnerPath}.seats: {seats} is no number of seats. Expected 0 or more.");
        }

        _ownSeats = seats;
    }

    public void PartnerRanks() => _ownPlaces = [];

    public void PartnerRanked(ReadOnlySpan<char> student, bool tied, long at) =>
        PartnerRanked(Names.ToUtf8(student, stackalloc byte[Names.LongestIdentifier]), tied, at);

    public void PartnerRanked(ReadOnlySpan<byte> student, bool tied, long at)
    {
        if (!Mention(_students, known?.Students, student, out var number))
        {
            Misnamed(student, at, "partners.priorities", "student", $"{PartnerPath}.priorities");
            return;
        }

        if (!_ranked.Mark(number, _owner))
        {
            Faults.Add(at, "problem.partners.priorities.duplicate",
                $"{PartnerPath} ranks student \"{Shown(student)}\" twice. Keep the better place and remove the other.");
        }
        else if (tied && _ownPlaces!.Count > 0)
        {
            _ownPlaces[^1].Add(number);
        }
        else
        {
            _ownPlaces!.Add([number]);
        }
    }

    public void EndPartner()
    {
        // In step with the definitions: an entry without a name, or of a name that is taken, is none.
        if (_partners.Defined.Count > _partnerRows.Count)
        {
            _partnerRows.Add((_ownSeats, _ownPlaces));
        }

        _partnerEntries++;
    }

    private int FirstPriority() => _priorityEnd.Count == 0 ? 0 : _priorityEnd[^1];

    private bool AddPriority(ReadOnlySpan<byte> student, long at, string list, double score = double.NaN)
    {
        if (!Mention(_students, known?.Students, student, out var number))
        {
            Misnamed(student, at, $"opportunities.{list}", "student", $"{OpportunityPath}.{list}");
            return false;
        }

        if (!_ranked.Mark(number, _owner))
        {
            Faults.Add(at, $"problem.opportunities.{list}.duplicate",
                $"{OpportunityPath} ranks student \"{Shown(student)}\" twice. Keep the better place and remove the other.");
            return false;
        }

        _priority.Add(number);
        if (_anyScore)
        {
            _score.Add(score);
        }

        return true;
    }
}
