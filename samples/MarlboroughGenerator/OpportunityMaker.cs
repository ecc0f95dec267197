using Pathways;
using static MarlboroughGenerator.Words;
using static Pathways.OpportunityKind;

namespace MarlboroughGenerator;

/// <summary>Makes up what partners offer, from the shares of their trade.</summary>
internal static class OpportunityMaker
{
    /// <summary>How many smaller partners took their offer back after it was listed, so that it has no seat.</summary>
    private const int Withdrawn = 3;

    /// <summary>Makes the opportunities, in the order of partners.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    /// <param name="partners">The partners.</param>
    public static ImmutableArray<Opportunity> Make(Seed seed, ImmutableArray<MadePartner> partners)
    {
        var withdrawn = new Draws(seed.Split("withdrawn"))
            .Shuffled(partners.Where(made => !made.Trade.IsLarger).Select(made => made.Partner.Id)).Take(Withdrawn).ToHashSet();
        var offered = partners
            .SelectMany(made => made.Trade.Shares, (made, share) => (made, share))
            .SelectMany(offer => Split(offer.share, new(seed.Split(offer.made.Partner.Id.Value).Split(offer.share.Sector.Value)))
                .Select(part => (offer.made, part.Occupation, part.Seats)));
        return
        [
            .. offered.Select((offer, i) => Of(
                i + 1, offer.made, offer.Occupation, withdrawn.Contains(offer.made.Partner.Id) ? 0 : offer.Seats,
                new(seed.Split((ulong)i)))),
        ];
    }

    // The seats of a share are dealt out as evenly as they go, and some opportunities get one or two more.
    private static IEnumerable<(Occupation Occupation, int Seats)> Split(Share share, Draws draws)
    {
        var occupations = draws.Shuffled(share.Occupations);
        for (var i = 0; i < share.Opportunities; i++)
        {
            var even = (share.Seats + i) / share.Opportunities;
            yield return (Occupation.Get(occupations[i % occupations.Length]), even + draws.Weighted([0.75, 0.20, 0.05]));
        }
    }

    private static Opportunity Of(int number, MadePartner made, Occupation occupation, int seats, Draws draws)
    {
        var season = Season.All[draws.Weighted([.. Season.All.Select(season => season.Weight)])];
        var kind = KindOf(draws, occupation, made.Trade);
        var isRemote = occupation.Sector == Computing && draws.Chance(kind == Mentorship ? 0.8 : 0.12);
        var hazards = draws.Chance(0.85) ? occupation.Hazards : [];
        var isExempt = !hazards.IsEmpty && hazards.All(id => Hazard.Find(id) is { HasStudentLearnerExemption: true });
        return new()
        {
            Id = OpportunityId.From($"o-{number:000}"),
            Partner = made.Partner.Id,
            Title = $"{occupation.Subject} {NameOf(kind)} ({season.Name})",
            Kind = kind,
            Sector = occupation.Sector,
            Occupation = occupation.Code,
            Seats = seats,
            Dates = season.Dates,
            Schedule = season.IsInTerm ? Timetable.ForWork(draws) : null,
            Worksite = isRemote ? null : WorksiteOf(made, draws),
            IsRemote = isRemote,
            IsPaid = kind is PaidInternship or CooperativeEducation or Apprenticeship or OnTheJob,
            Hazards = hazards,
            IsStudentLearner = isExempt && draws.Chance(0.6),
            MinimumGrade = MinimumGradeOf(kind, draws),
            MinimumAge = occupation.IsAdultsOnly ? 18 : draws.Chance(occupation.Sector == Computing ? 0.15 : 0.45) ? 16 : null,
            Requirements = [.. RequirementsOf(kind, occupation, draws).Select(QualificationId.From)],
        };
    }

    private static OpportunityKind KindOf(Draws draws, Occupation occupation, Trade trade)
    {
        if (occupation.Sector == Healthcare)
        {
            // Partners whose students meet patients ask for immunization; elsewhere there is no clinical work.
            return occupation.Needs.Contains(Immunization)
                ? draws.Pick([ClinicalWork, ClinicalWork, ClinicalWork, UnpaidInternship, JobShadowing])
                : draws.Pick([UnpaidInternship, UnpaidInternship, PaidInternship, JobShadowing, ServiceLearning]);
        }

        if (occupation.Sector == Engineering)
        {
            return draws.Pick(
                [PaidInternship, PaidInternship, PaidInternship, CooperativeEducation, Apprenticeship, OnTheJob, UnpaidInternship]);
        }

        var ownProject = trade.IsLarger ? SimulatedWorksite : Entrepreneurship;
        return draws.Pick([PaidInternship, PaidInternship, UnpaidInternship, UnpaidInternship, Mentorship, ownProject]);
    }

    private static string NameOf(OpportunityKind kind) => kind switch
    {
        PaidInternship or UnpaidInternship => "internship",
        ClinicalWork => "clinical placement",
        CooperativeEducation => "co-op",
        Apprenticeship => "youth apprenticeship",
        OnTheJob => "on-the-job training",
        JobShadowing => "job shadowing",
        ServiceLearning => "service learning",
        SimulatedWorksite => "practice site",
        Entrepreneurship => "start-up project",
        _ => "mentorship",
    };

    private static GradeLevel? MinimumGradeOf(OpportunityKind kind, Draws draws) => kind switch
    {
        Apprenticeship or CooperativeEducation => draws.Chance(0.5) ? GradeLevel.From(12) : GradeLevel.From(11),
        _ => draws.Chance(0.06) ? GradeLevel.From(12) : draws.Chance(0.6) ? GradeLevel.From(11) : null,
    };

    private static IEnumerable<string> RequirementsOf(OpportunityKind kind, Occupation occupation, Draws draws)
    {
        if (kind is not (JobShadowing or ServiceLearning))
        {
            yield return Resume;
        }

        foreach (var need in occupation.Needs.Where(_ => draws.Chance(0.85)))
        {
            yield return need;
        }
    }

    // Larger partners have a second place in another town; the worksite says at which of the two the work is.
    private static Worksite WorksiteOf(MadePartner made, Draws draws)
    {
        var partner = made.Partner;
        return made.Annex is { } annex && draws.Chance(0.25)
            ? new() { Id = WorksiteId.From($"{partner.Id}-annex"), Partner = partner.Id, Place = annex }
            : new() { Id = WorksiteId.From($"{partner.Id}-main"), Partner = partner.Id, Place = partner.Place };
    }
}
