using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the rows of <c>opportunities.csv</c>.</summary>
internal sealed class OpportunityRows(CellReader cells, IdIndex<PartnerId> partners, ImmutableArray<Partner> partnersRead)
{
    private readonly WorksiteCells _worksites = new(cells, partnersRead);

    private LocalDate? _earliest;
    private bool _isAnyDayUnknown;

    /// <summary>The earliest first day of those read so far; <see langword="null"/> when a row does not say its days, so that it might be earlier.</summary>
    public LocalDate? FirstDay => _isAnyDayUnknown ? null : _earliest;

    public ImmutableArray<Opportunity> Read(IdIndex<OpportunityId> opportunities, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<Opportunity>();
        while (cells.Next(cancellationToken))
        {
            var id = opportunities.Add(cells, OpportunityColumns.Id);
            _isAnyDayUnknown |= cells.IsBroken;
            if (!cells.IsBroken && Read(id) is { } opportunity && !cells.HasFailed)
            {
                read.Add(opportunity);
            }
        }

        return read.ToImmutable();
    }

    private Opportunity? Read(OpportunityId? id)
    {
        var place = partners.Find(cells, OpportunityColumns.Partner);
        PartnerId? partner = place >= 0 ? partners[place] : null;
        var title = cells.Text(OpportunityColumns.Title);
        var kind = Kind();
        var sector = cells.Id<SectorId>(OpportunityColumns.Sector);
        var occupation = Occupation();
        var seats = cells.Whole(OpportunityColumns.Seats, 0);
        var minimum = Minimum(seats);
        var dates = cells.Days(OpportunityColumns.StartDate, OpportunityColumns.EndDate);
        Note(dates?.Start);
        var schedule = cells.Hours(OpportunityColumns.Schedule);
        var worksite = _worksites.Read(id, partner);
        var remote = cells.Truth(OpportunityColumns.Remote);
        var paid = cells.Truth(OpportunityColumns.Paid);
        var hazards = cells.Ids<HazardId>(OpportunityColumns.Hazards);
        var learner = cells.Truth(OpportunityColumns.StudentLearner);
        var minimumGrade = cells.Grade(OpportunityColumns.MinimumGrade);
        var minimumAge = cells.Whole(OpportunityColumns.MinimumAge, 0);
        var requirements = cells.Ids<QualificationId>(OpportunityColumns.Requirements);
        if (id is null || partner is null || title is null || kind is null || sector is null || seats is null || dates is null)
        {
            return null;
        }

        return new()
        {
            Id = id.Value,
            Partner = partner.Value,
            Title = title,
            Kind = kind.Value,
            Sector = sector.Value,
            Occupation = occupation,
            Seats = seats.Value,
            Minimum = minimum ?? 0,
            Dates = dates,
            Schedule = schedule,
            Worksite = worksite,
            IsRemote = remote ?? false,
            IsPaid = paid ?? false,
            Hazards = hazards,
            IsStudentLearner = learner ?? false,
            MinimumGrade = minimumGrade,
            MinimumAge = minimumAge,
            Requirements = requirements,
        };
    }

    private void Note(LocalDate? firstDay)
    {
        _isAnyDayUnknown |= firstDay is null;
        _earliest = firstDay is { } day && !(_earliest <= day) ? day : _earliest;
    }

    private OpportunityKind? Kind()
    {
        if (cells.Text(OpportunityColumns.Kind) is not { } text)
        {
            return null;
        }

        if (KindText.Parse(text) is { } kind)
        {
            return kind;
        }

        cells.Refuse(OpportunityColumns.Kind, Fault.Unknown,
            $"{CellReader.Named(OpportunityColumns.Kind, text)} is not known. Expected one of {string.Join(' ', KindText.Names)}."
            + (Closest.To(text, KindText.Names) is { } close ? $" Maybe {close} is meant." : ""));
        return null;
    }

    private OnetSocCode? Occupation()
    {
        if (cells.Text(OpportunityColumns.Occupation) is not { } text)
        {
            return null;
        }

        if (OnetSocCode.TryParse(text, provider: null, out var code))
        {
            return code;
        }

        cells.Refuse(OpportunityColumns.Occupation, Fault.Malformed,
            $"{CellReader.Named(OpportunityColumns.Occupation, text)} is no O*NET-SOC code. Expected NN-NNNN.NN, such as 51-4041.00.");
        return null;
    }

    private int? Minimum(int? seats)
    {
        var minimum = cells.Whole(OpportunityColumns.Minimum, 0);
        if (minimum > seats)
        {
            cells.Refuse(OpportunityColumns.Minimum, Fault.AboveSeats,
                $"The minimum is {Numbers.Format(minimum.Value)}, but there are only {Numbers.Format(seats.Value)} seats, "
                + "so that it could never run. Maybe the two were exchanged.");
        }

        return minimum;
    }
}
