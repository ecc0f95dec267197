using Pathways.WorkRules;

namespace Pathways.Cli.District;

/// <summary>The ports of a host, answered from district.json; papers that students hold are the documents that were accepted.</summary>
internal sealed class FolderHost(DistrictBook book, IPathwaysStore store) : IStudentFacts, IPartnerStanding, IDistrictRules, IAccessDirectory
{
    public async ValueTask<StudentFacts?> AboutAsync(TenantScope scope, StudentId student, WorkQuestion question, CancellationToken cancellationToken = default)
    {
        if (book.Students.FirstOrDefault(known => known.Id == student) is not { } known)
        {
            return null;
        }

        return new()
        {
            Birth = known.Birth,
            Grade = known.Grade,
            ResumeApproved = known.Facts.Contains(StudentWord.ResumeApproved),
            QuestionsAnswered = known.Facts.Contains(StudentWord.QuestionsAnswered),
            GuardianNotified = known.Facts.Contains(StudentWord.GuardianNotified),
            GuardianConsents = known.Facts.Contains(StudentWord.GuardianConsents),
            DataReleaseConsented = known.Facts.Contains(StudentWord.DataReleaseConsented),
            Readiness = known.Facts.Contains(StudentWord.Ready) ? new("district", [], known.ReadyUntil) : null,
            ReadinessWaived = known.Facts.Contains(StudentWord.ReadinessWaived),
            Eligible = known.Facts.Contains(StudentWord.Eligible),
            Work = Judge(known, await PapersAsync(scope, student, question.Today, cancellationToken).ConfigureAwait(false), question),
            Coordinator = known.Coordinator,
        };
    }

    public ValueTask<PartnerStanding> AboutAsync(TenantScope scope, Opportunity opportunity, LocalDate today, CancellationToken cancellationToken = default)
    {
        var partner = book.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner);
        bool Is(PartnerWord word) => partner is not null && partner.Facts.Contains(word);
        return ValueTask.FromResult(new PartnerStanding
        {
            IsActive = Is(PartnerWord.Active),
            IsVetted = Is(PartnerWord.Vetted),
            HazardsScreened = Is(PartnerWord.HazardsScreened),
            TasksDescribed = Is(PartnerWord.TasksDescribed),
            AgreementInForce = partner?.Agreement?.Contains(opportunity.Dates) == true,
        });
    }

    public ValueTask<DistrictRules> GetAsync(TenantScope scope, CancellationToken cancellationToken = default) => ValueTask.FromResult(book.Rules);

    public ValueTask<AccessFacts> RelateAsync(TenantScope scope, Actor actor, AccessSubject about, CancellationToken cancellationToken = default)
    {
        if (book.People.FirstOrDefault(person => person.Actor == actor) is not { } person)
        {
            return default;
        }

        var knowsStudent = person.Everything || (about.Student is { } student && person.Students.Contains(student));
        var knowsPlace = person.Everything || (about.Opportunity is { } at && person.Opportunities.Contains(at) && IsOf(at, about.Partner));
        var facts = new AccessFacts { SameTenant = true };
        return ValueTask.FromResult(actor.Role switch
        {
            // Nobody is everybody's child or guardian.
            Role.Student => facts with { SameSchool = true, IsOwnRecord = about.Student is { } self && person.Students.Contains(self) },
            Role.Guardian => about.Student is { } child && person.Students.Contains(child) ? facts with { IsGuardian = true, HoldsRights = person.HoldsRights } : facts,
            Role.Counselor => facts with { SameSchool = knowsStudent, IsOnCaseload = knowsStudent },
            Role.Teacher => facts with { SameSchool = knowsStudent, IsEnrolled = knowsStudent },
            Role.Coordinator or Role.CareerSpecialist or Role.BoardMember => facts with { SameSchool = knowsStudent || knowsPlace, IsOwnProgram = knowsStudent || knowsPlace },
            Role.PartnerContact or Role.Supervisor => facts with { IsOwnSite = knowsPlace },
            _ => facts,
        });
    }

    // Whose opportunity it is, district.json says; what a request says of it counts for nothing against that.
    private bool IsOf(OpportunityId opportunity, PartnerId? partner) =>
        partner is null || book.Opportunities.FirstOrDefault(listing => listing.Id == opportunity) is not { } known || known.Offer.Partner == partner;

    private WorkVerdict Judge(DistrictStudent student, ImmutableArray<WorkAgreement> papers, WorkQuestion question) => new WorkRuleGate(
        WorkRuleEngine.Shipped,
        [new() { Student = student.Id, BirthDate = student.Birth, Calendar = book.Calendar, Agreements = papers }],
        _ => book.Jurisdictions)
    {
        PapersComeLater = question.Stage == WorkStage.Applying,
    }.Assess(student.Id, question.Work, question.Others);

    private async ValueTask<ImmutableArray<WorkAgreement>> PapersAsync(TenantScope scope, StudentId student, LocalDate today, CancellationToken cancellationToken)
    {
        var papers = ImmutableArray.CreateBuilder<WorkAgreement>();
        foreach (var placement in (await store.ListAsync(scope, new PlacementQuery { Student = student, Limit = 1000 }, cancellationToken).ConfigureAwait(false)).Items)
        {
            var page = await store.ListAsync(scope, new DocumentQuery { Placement = placement.Id, Limit = 1000 }, cancellationToken).ConfigureAwait(false);
            papers.AddRange(page.Items.Select(document => DocumentPaper.Of(document, book.Calendar.Known.Start, today)).OfType<WorkAgreement>());
        }

        return papers.ToImmutable();
    }
}
